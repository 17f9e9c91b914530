import { useReactFlow } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useCallback, useMemo, useState } from 'react';
import { rootScope, type ScopeId, scopeOf, type StateId } from '../fdl/index.ts';
import { useWorkbench } from '../workbench/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { withPlaced } from './adapters/from-drawing.ts';
import { asStateIds } from './adapters/to-drawing.ts';
import { scopeAt } from './drop-places.ts';
import { messages } from './messages.ts';
import { placeNodes } from './placing.ts';
import type { Picture } from './use-picture.ts';
import { useLatest } from './use-latest.ts';

/** Dragging nodes: within their scope they are placed there, over another scope's frame they move into it. */
export function useDragging(picture: Picture) {
  const workbench = useWorkbench();
  const { screenToFlowPosition } = useReactFlow<DrawnNode, DrawnEdge>();
  const [scope, setScope] = useState<ScopeId>();
  const latest = useLatest(picture);

  /** The scope the nodes would move to; `undefined` while they stay in their own. */
  const goal = useCallback(
    (event: ReactMouseEvent | MouseEvent | TouchEvent, nodes: readonly DrawnNode[]): ScopeId | undefined => {
      const states = asStateIds(nodes);
      const [first] = states;
      if (first === undefined || states.length < nodes.length || !('clientX' in event)) return undefined;
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const over = scopeAt(latest.current.graph, latest.current.placement, at, new Set(states));
      const own = scopeOf(first);
      const shared = states.every((state) => scopeOf(state) === own);
      return shared && over !== own ? over : undefined;
    },
    [latest, screenToFlowPosition],
  );

  return useMemo(() => {
    const onNodeDrag = (event: ReactMouseEvent | MouseEvent | TouchEvent, _node: DrawnNode, nodes: DrawnNode[]): void =>
      setScope(goal(event, nodes));
    const onNodeDragStop = (
      event: ReactMouseEvent | MouseEvent | TouchEvent,
      _: DrawnNode,
      nodes: DrawnNode[],
    ): void => {
      const into = goal(event, nodes);
      setScope(undefined);
      if (into !== undefined) moveInto(asStateIds(nodes), into);
      else if (nodes.some((node) => hasMoved(node, latest.current))) {
        const positions = withPlaced(workbench.getState().document.positions, nodes);
        placeNodes(workbench, positions, messages.moved(nodes.length));
      }
    };
    const moveInto = (states: readonly StateId[], into: ScopeId): void => {
      workbench.edit({ type: 'move-states', states, scope: into }, 'canvas', { notify: true });
    };
    return { scope, onNodeDrag, onNodeDragStop, onGivenUp: () => setScope(undefined) };
  }, [goal, latest, scope, workbench]);
}

function hasMoved(node: DrawnNode, { placement }: Picture): boolean {
  const box = placement.boxes.get(node.id as StateId);
  const parent = node.parentId === undefined ? rootScope : (node.parentId as ScopeId);
  const frame = placement.boxes.get(parent);
  if (!box) return false;
  const [x, y] = [box.x - (frame?.x ?? 0), box.y - (frame?.y ?? 0)];
  return Math.abs(x - node.position.x) > 1 || Math.abs(y - node.position.y) > 1;
}
