import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { Point } from '../base/index.ts';
import { type FlowEdit, type NodeId, type ScopeId, type StateId, type StateType, stateTypes } from '../fdl/index.ts';
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
export function useDrops(picture: Picture, go: (state: StateId) => void): Drops {
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
  const hovering = over !== undefined;
  useEffect(() => {
    if (!hovering) return undefined;
    // A drag that is given up ends without a drop, and not everywhere with a leave.
    const ended = (): void => setOver(undefined);
    window.addEventListener('dragend', ended);
    return () => window.removeEventListener('dragend', ended);
  }, [hovering]);
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
        const [dropped] = drop(workbench, latest.current, what, place, at);
        if (dropped !== undefined) go(dropped);
      },
    }),
    [go, latest, placeOf, workbench],
  );
  return { scope: over && over.edge === undefined ? over.scope : undefined, edge: over?.edge, handlers };
}

const isStateType = (text: string): text is StateType => (stateTypes as readonly string[]).includes(text);

/** The states that came of it. */
function drop(workbench: Workbench, picture: Picture, what: string, place: DropPlace, at: Point): readonly StateId[] {
  const edit = (wanted: FlowEdit): readonly StateId[] => {
    const result = workbench.edit(wanted, 'canvas', { notify: true });
    return result.ok ? result.value : [];
  };
  const { scope, after } = place;
  if (!isStateType(what)) return edit({ type: 'paste-states', scope, after, yaml: what });
  const edge = picture.graph.edges.find(({ id }) => id === place.edge);
  if (!edge) return addAt(workbench, picture, what, place, at);
  const from = editEnd(edge.from, edge.outlet);
  return edit({ type: 'insert-on-edge', from, outlet: edge.outlet, state: { type: what } });
}

/** Adds a state; in the open it stands where it was dropped, in the same step of the history. */
export function addAt(
  workbench: Workbench,
  picture: Picture,
  type: StateType,
  place: DropPlace,
  at: Point,
): readonly StateId[] {
  const joinKey = `add ${workbench.now()}`;
  const edit = { type: 'add-state', scope: place.scope, state: { type }, after: place.after } as const;
  const result = workbench.edit(edit, 'canvas', { notify: true, joinKey });
  const added = result.ok ? result.value : [];
  const [id] = added;
  if (id === undefined || place.after !== undefined) return added;
  const corner = { x: at.x - measures.cardWidth / 2, y: at.y - measures.cardHeight / 2 };
  const positions = new Map<NodeId, Point>(workbench.getState().document.positions);
  positions.set(id, withinScope(picture.placement, place.scope, corner));
  placeNodes(workbench, positions, messages.add(type), joinKey);
  return added;
}
