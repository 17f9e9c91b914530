import { useDeferredValue, useMemo, useState } from 'react';
import type { Point } from '../base/index.ts';
import type { NodeId, StateId } from '../fdl/index.ts';
import { collapseGraph, type FlowGraph, layoutGraph, type Placement } from '../graph/index.ts';
import { useFlowGraph, usePlacement, useWorkbenchState } from '../workbench/index.ts';

export interface Picture {
  readonly graph: FlowGraph;
  readonly placement: Placement;
  /** The revision of the document it shows, and the flow that is. */
  readonly revision: number;
  readonly flow: string;
}

type Laid = Pick<Picture, 'graph' | 'placement' | 'flow'>;

/** Lays out pictures with folded states one after the other, each so that it moves only what it must of the last one. */
function createFoldedLayout(): (graph: FlowGraph, positions: ReadonlyMap<NodeId, Point>, open: Laid) => Placement {
  let last: Laid | undefined;
  return (graph, positions, open) => {
    const before = last?.flow === open.flow ? last : open;
    const placement = layoutGraph(graph, undefined, positions, before);
    last = { graph, placement, flow: open.flow };
    return placement;
  };
}

/** Up to here a picture of which little changed is drawn within the frame of a keystroke. */
const mostAtOnce = 3_000;

/**
 * What is to be drawn. A moment later where typing moves everything about, or in a very large flow: typing outranks
 * drawing. At once where only words change, and after an edit by hand, whose outcome somebody waits for; so is another
 * flow: nothing is more urgent then, and a picture made bit by bit takes longer.
 */
export function usePicture(closed: ReadonlySet<StateId>): Picture {
  const whole = useFlowGraph();
  const open = usePlacement();
  const positions = useWorkbenchState((s) => s.document.positions);
  const revision = useWorkbenchState((s) => s.document.revision);
  const graph = useMemo(() => collapseGraph(whole, closed), [whole, closed]);
  const flow = useWorkbenchState((s) => s.flow.id);
  const [layOut] = useState(createFoldedLayout);
  const placement = useMemo(
    () => (graph === whole ? open : layOut(graph, positions, { graph: whole, placement: open, flow })),
    [graph, whole, open, positions, flow, layOut],
  );
  const typed = useWorkbenchState((s) => s.document.history.done.at(-1)?.origin === 'editor');
  const picture = useMemo(() => ({ graph, placement, revision, flow }), [graph, placement, revision, flow]);
  const later = useDeferredValue(picture);
  const quick = graph.nodes.length <= mostAtOnce && (!typed || placement === later.placement);
  return quick || later.flow !== flow ? picture : later;
}
