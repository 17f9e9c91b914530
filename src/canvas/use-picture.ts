import { useDeferredValue, useMemo } from 'react';
import type { StateId } from '../fdl/index.ts';
import { collapseGraph, type FlowGraph, layoutGraph, type Placement } from '../graph/index.ts';
import { useFlowGraph, usePlacement, useWorkbenchState } from '../workbench/index.ts';

export interface Picture {
  readonly graph: FlowGraph;
  readonly placement: Placement;
  /** The revision of the document it shows, and the flow that is. */
  readonly revision: number;
  readonly flow: string;
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
  const placement = useMemo(
    () => (graph === whole ? open : layoutGraph(graph, undefined, positions)),
    [graph, whole, open, positions],
  );
  const flow = useWorkbenchState((s) => s.flow.id);
  const typed = useWorkbenchState((s) => s.document.history.done.at(-1)?.origin === 'editor');
  const picture = useMemo(() => ({ graph, placement, revision, flow }), [graph, placement, revision, flow]);
  const later = useDeferredValue(picture);
  const quick = graph.nodes.length <= mostAtOnce && (!typed || placement === later.placement);
  return quick || later.flow !== flow ? picture : later;
}
