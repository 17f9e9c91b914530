import { useDeferredValue, useMemo } from 'react';
import type { StateId } from '../fdl/index.ts';
import { collapseGraph, type FlowGraph, layoutGraph, type Placement } from '../graph/index.ts';
import { useFlowGraph, usePlacement, useWorkbenchState } from '../workbench/index.ts';

export interface Picture {
  readonly graph: FlowGraph;
  readonly placement: Placement;
  /** The revision of the document it shows. */
  readonly revision: number;
}

/** What is to be drawn. Comes a moment later while somebody types: typing outranks drawing. */
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
  return useDeferredValue(useMemo(() => ({ graph, placement, revision }), [graph, placement, revision]));
}
