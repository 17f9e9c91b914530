/**
 * Pictures made ahead of their drawing. The selectors make a picture when it is asked for, in one piece; for a flow of
 * thousands of states it is made here, in many, and only looked up when it is asked for.
 */
import type { Pieces } from '../base/index.ts';
import type { Positions } from '../document/index.ts';
import type { Diagnostic, Source } from '../fdl/index.ts';
import {
  type FlowGraph,
  isSameShape,
  layoutInPieces,
  type Placement,
  projectInPieces,
  type Shape,
  type Stood,
} from '../graph/index.ts';

const graphs = new WeakMap<Source, { readonly diagnostics: readonly Diagnostic[]; readonly graph: FlowGraph }>();

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

export function preparedGraph(source: Source, diagnostics: readonly Diagnostic[]): FlowGraph | undefined {
  const made = graphs.get(source);
  return made?.diagnostics === diagnostics ? made.graph : undefined;
}

/** A layout, and all it comes from: the shape of a graph and what was placed by hand. */
export interface Placed {
  readonly shape: Shape;
  readonly positions: Positions;
  readonly placement: Placement;
}
let lastMade: Placed | undefined;

/** `before` is the picture it comes after, where it is one of the same flow. */
export function* preparePlacement(graph: FlowGraph, positions: Positions, before?: Stood): Pieces<void> {
  const placement = yield* layoutInPieces(graph, undefined, positions, before);
  lastMade = { shape: graph.shape, positions, placement };
}

export function* preparePicture(
  source: Source,
  diagnostics: readonly Diagnostic[],
  positions: Positions,
): Pieces<void> {
  const graph = yield* prepareGraph(source, diagnostics);
  yield;
  yield* preparePlacement(graph, positions);
}

export const isOf = (placed: Placed, { shape }: FlowGraph, positions: Positions): boolean =>
  placed.positions === positions && isSameShape(placed.shape, shape);

export const preparedPlacement = (graph: FlowGraph, positions: Positions): Placed | undefined =>
  lastMade && isOf(lastMade, graph, positions) ? lastMade : undefined;
