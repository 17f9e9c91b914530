/**
 * Pictures made ahead of their drawing. The selectors make a picture when it is asked for, in one piece; for a flow of
 * thousands of states it is made here, in many, and only looked up when it is asked for.
 */
import type { Pieces } from '../base/index.ts';
import type { Positions } from '../document/index.ts';
import type { Diagnostic, Source } from '../fdl/index.ts';
import { type FlowGraph, layoutInPieces, type Placement, projectInPieces } from '../graph/index.ts';

const graphs = new WeakMap<Source, { readonly diagnostics: readonly Diagnostic[]; readonly graph: FlowGraph }>();
const placements = new WeakMap<FlowGraph, { readonly positions: Positions; readonly placement: Placement }>();

/** Makes the graph of a reading; nodes and edges that are as in `previous` are its objects. */
export function* prepareGraph(
  source: Source,
  diagnostics: readonly Diagnostic[],
  previous?: FlowGraph,
): Pieces<FlowGraph> {
  const graph = yield* projectInPieces(source.flow, diagnostics, previous);
  graphs.set(source, { diagnostics, graph });
  return graph;
}

export function* preparePicture(
  source: Source,
  diagnostics: readonly Diagnostic[],
  positions: Positions,
): Pieces<void> {
  const graph = yield* prepareGraph(source, diagnostics);
  yield;
  placements.set(graph, { positions, placement: yield* layoutInPieces(graph, undefined, positions) });
}

export function preparedGraph(source: Source, diagnostics: readonly Diagnostic[]): FlowGraph | undefined {
  const made = graphs.get(source);
  return made?.diagnostics === diagnostics ? made.graph : undefined;
}

export function preparedPlacement(graph: FlowGraph, positions: Positions): Placement | undefined {
  const made = placements.get(graph);
  return made?.positions === positions ? made.placement : undefined;
}
