import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useMemo, useState } from 'react';
import type { Point } from '../base/index.ts';
import { type NodeId, type ScopeId, type StateType, stateTypes } from '../fdl/index.ts';
import { measures } from '../graph/index.ts';
import { useWorkbench, type Workbench } from '../workbench/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { type DropPlace, dropPlaceAt, withinScope } from './drop-places.ts';
import { editEnd } from '../graph/index.ts';
import { placeNodes } from './placing.ts';
import { messages } from './messages.ts';
import type { Picture } from './use-picture.ts';
import { useLatest } from './use-latest.ts';

/** The kind of thing the palette lets people drag: the name of a state type, or states as YAML. */
export const dragType = 'application/x-fdl-state';

export interface Drops {
  readonly scope: ScopeId | undefined;
  readonly edge: string | undefined;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Dropping from the palette: onto an edge inserts there, onto a state appends, into a frame or the open adds there. */
export function useDrops(picture: Picture): Drops {
  const workbench = useWorkbench();
  const { screenToFlowPosition } = useReactFlow<DrawnNode, DrawnEdge>();
  const [over, setOver] = useState<DropPlace>();
  const latest = useLatest(picture);

  const placeOf = useCallback(
    (event: DragEvent) => {
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return { at, place: dropPlaceAt(latest.current.graph, latest.current.placement, at) };
    },
    [latest, screenToFlowPosition],
  );
  const handlers = useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const { place } = placeOf(event);
        setOver((now) => (now && now.scope === place.scope && now.edge === place.edge ? now : place));
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(undefined);
      },
      onDrop: (event: DragEvent) => {
        const what = event.dataTransfer.getData(dragType);
        if (what === '') return;
        event.preventDefault();
        event.stopPropagation();
        setOver(undefined);
        const { at, place } = placeOf(event);
        drop(workbench, latest.current, what, place, at);
      },
    }),
    [latest, placeOf, workbench],
  );
  return { scope: over && over.edge === undefined ? over.scope : undefined, edge: over?.edge, handlers };
}

const isStateType = (text: string): text is StateType => (stateTypes as readonly string[]).includes(text);

function drop(workbench: Workbench, picture: Picture, what: string, place: DropPlace, at: Point): void {
  if (!isStateType(what)) {
    workbench.edit({ type: 'paste-states', scope: place.scope, after: place.after, yaml: what }, 'canvas', {
      notify: true,
    });
    return;
  }
  const state = { type: what };
  const edge = picture.graph.edges.find(({ id }) => id === place.edge);
  if (edge) {
    const from = editEnd(edge.from, edge.outlet);
    workbench.edit({ type: 'insert-on-edge', from, outlet: edge.outlet, state }, 'canvas', { notify: true });
    return;
  }
  addAt(workbench, picture, what, place, at);
}

/** Adds a state; in the open it stands where it was dropped, in the same step of the history. */
export function addAt(workbench: Workbench, picture: Picture, type: StateType, place: DropPlace, at: Point): void {
  const joinKey = `add ${workbench.now()}`;
  const edit = { type: 'add-state', scope: place.scope, state: { type }, after: place.after } as const;
  const result = workbench.edit(edit, 'canvas', { notify: true, joinKey });
  const id = result.ok ? result.value[0] : undefined;
  if (id === undefined || place.after !== undefined) return;
  const corner = { x: at.x - measures.cardWidth / 2, y: at.y - measures.cardHeight / 2 };
  const positions = new Map<NodeId, Point>(workbench.getState().document.positions);
  positions.set(id, withinScope(picture.placement, place.scope, corner));
  placeNodes(workbench, positions, messages.add(type), joinKey);
}
