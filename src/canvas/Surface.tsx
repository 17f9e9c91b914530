import { type NodeChange, ReactFlow, SelectionMode } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { DetailContext, useDetail } from './detail.ts';
import { Dots } from './Dots.tsx';
import { FlowEdge } from './edges/FlowEdge.tsx';
import { zoomLimits } from './fit-view.ts';
import { EntryNode } from './nodes/EntryNode.tsx';
import { ScopeNode } from './nodes/ScopeNode.tsx';
import { StateNode } from './nodes/StateNode.tsx';
import type { PointedRefusal } from './refusal.ts';
import { type Loose, useConnecting } from './use-connecting.ts';
import type { useDragging } from './use-dragging.ts';
import type { Drawn } from './use-drawn.ts';
import { useGiveUp } from './use-give-up.ts';
import { useHeld } from './use-held.ts';
import { useMoving } from './use-moving.ts';

// Constants: the library redraws everything when one of these is a new object.
const nodeTypes = { state: StateNode, scope: ScopeNode, entry: EntryNode };
const edgeTypes = { flow: FlowEdge };
const multiSelect = ['Meta', 'Control', 'Shift'];
const noAttribution = { hideAttribution: true };

interface Props {
  readonly drawn: Drawn;
  readonly dragging: ReturnType<typeof useDragging>;
  readonly onVoid: (loose: Loose) => void;
  readonly onRefused: (refused: PointedRefusal) => void;
  /** Large pictures: only what is in view is in the page. */
  readonly large: boolean;
}

/** The library, given what to draw and what to do with gestures. Keys are ours: it gets none. */
export function Surface({ drawn, dragging, onVoid, onRefused, large }: Props) {
  const giveUp = useGiveUp();
  const connecting = useConnecting({ onVoid, onRefused, giveUp });
  const detail = useDetail();
  const surface = useRef<HTMLDivElement>(null);
  const moving = useMoving(surface, large);
  const { onNodesSelect } = drawn;
  const { onNodeDrag, onNodeDragStop, onGivenUp } = dragging;
  const { nodes, move, settle } = useHeld(drawn.nodes);
  const onNodesChange = useCallback(
    (changes: NodeChange<DrawnNode>[]) => {
      onNodesSelect(changes);
      move(changes);
    },
    [onNodesSelect, move],
  );
  const dropped = useCallback(
    (...drop: Parameters<typeof onNodeDragStop>) => {
      if (giveUp.end()) onGivenUp();
      else onNodeDragStop(...drop);
      settle();
    },
    [giveUp, onGivenUp, onNodeDragStop, settle],
  );
  return (
    <DetailContext value={detail}>
      <div ref={surface} className="canvas-surface" data-detail={detail}>
        <ReactFlow<DrawnNode, DrawnEdge>
          nodes={nodes}
          edges={drawn.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={drawn.onEdgesChange}
          onNodeDragStart={giveUp.begin}
          onNodeDrag={onNodeDrag}
          onNodeDragStop={dropped}
          {...connecting}
          {...moving}
          minZoom={zoomLimits.least}
          maxZoom={zoomLimits.most}
          connectionRadius={32}
          reconnectRadius={6}
          nodeDragThreshold={3}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={multiSelect}
          selectionMode={SelectionMode.Partial}
          deleteKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          panOnScroll
          zoomOnDoubleClick={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          zIndexMode="manual"
          onlyRenderVisibleElements={large}
          proOptions={noAttribution}
        >
          {detail === 'near' && <Dots />}
        </ReactFlow>
      </div>
    </DetailContext>
  );
}
