import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { Box } from '../base/index.ts';
import type { StateId } from '../fdl/index.ts';
import { useWorkbench, useWorkbenchState } from '../workbench/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { type Drawing, emptyDrawing, markSelected, toDrawing } from './adapters/to-drawing.ts';
import { partWithin } from './first-look.ts';
import type { Picture } from './use-picture.ts';
import { useRegion } from './use-region.ts';

/** Nodes and edges for the library: those of the picture, with the selection. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly nodes: DrawnNode[];
  readonly edges: DrawnEdge[];
  readonly selectedEdges: ReadonlySet<string>;
  readonly selectEdges: (ids: ReadonlySet<string>) => void;
  readonly onNodesSelect: (changes: readonly NodeChange<DrawnNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<DrawnEdge>[]) => void;
}

/** Of larger pictures the library is told only what is near the view: it needs a tenth of a second for all of them. */
const mostAtOnce = 2_000;
const nothing: readonly StateId[] = [];

/** With a `first` box, only the part of the picture within it is drawn as yet. */
export function useDrawn(picture: Picture, first: Box | undefined): Drawn {
  const [draw] = useState(createDrawer);
  const selection = useWorkbenchState((s) => s.view.selection);
  const near = useRegion(picture.graph.nodes.length > mostAtOnce);
  const box = first ?? near;
  // What is selected is always there: the library speaks for all of the selection.
  const kept = box ? selection : nothing;
  const drawing = useMemo(() => draw(picture, box, kept), [picture, box, kept, draw]);
  const [selectedEdges, selectEdges] = useState<ReadonlySet<string>>(new Set());
  const { nodes: allNodes, edges: allEdges } = drawing;
  const nodes = useMemo(() => markSelected(allNodes, new Set<string>(selection)), [allNodes, selection]);
  const edges = useMemo(() => markSelected(allEdges, selectedEdges), [allEdges, selectedEdges]);
  const onNodesSelect = useSelect();
  const onEdgesChange = useCallback((changes: EdgeChange<DrawnEdge>[]) => {
    selectEdges((now) => applySelection(now, changes) ?? now);
  }, []);
  return { drawing, nodes, edges, selectedEdges, selectEdges, onNodesSelect, onEdgesChange };
}

/** Draws pictures one after the other, each with the objects of the one before it. */
function createDrawer(): (picture: Picture, box: Box | undefined, always: readonly StateId[]) => Drawing {
  let last = emptyDrawing;
  return ({ graph, placement }, box, always) =>
    (last = toDrawing(box ? partWithin(graph, placement, box, always) : graph, placement, last));
}

type SelectChange = { readonly type: string; readonly id?: string; readonly selected?: boolean };

/** The selection after the library reported changes; `undefined` when none of them was about it. */
function applySelection(now: ReadonlySet<string>, changes: readonly SelectChange[]): ReadonlySet<string> | undefined {
  const about = changes.filter((change) => change.type === 'select' && change.id !== undefined);
  if (about.length === 0) return undefined;
  const next = new Set(now);
  for (const { id, selected } of about) {
    if (id === undefined) continue;
    if (selected) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Hands changes of the selection to the workbench, whose selection is the only one. */
function useSelect(): (changes: readonly SelectChange[]) => void {
  const workbench = useWorkbench();
  return useCallback(
    (changes) => {
      const next = applySelection(new Set(workbench.getState().view.selection), changes);
      if (next) workbench.select([...next] as StateId[], 'canvas');
    },
    [workbench],
  );
}
