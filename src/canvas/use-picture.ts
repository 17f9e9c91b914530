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

/**
 * What is to be drawn. Comes a moment later while somebody types: typing outranks drawing. Another flow is drawn at once:
 * nothing is more urgent then, and a picture made bit by bit takes longer.
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
  const picture = useMemo(() => ({ graph, placement, revision, flow }), [graph, placement, revision, flow]);
  const later = useDeferredValue(picture);
  return later.flow === flow ? later : picture;
}
