/** Remembered derivations: the same objects as long as what they come from is the same. */
import { memoLast } from '../base/index.ts';
import { type Diagnostic, findState, type Source, type State, type StateId } from '../fdl/index.ts';
import {
  type FlowGraph,
  type GraphEdge,
  layoutGraph,
  outletKey,
  type Placement,
  projectGraph,
  type Stood,
} from '../graph/index.ts';
import { carryOver } from './carry-over.ts';
import type { WorkbenchState } from './model.ts';
import { firstFlow } from './library/first-flow.ts';
import type { NodeMark } from './checks/model.ts';
import { isOf, type Placed, preparedGraph, preparedPlacement } from './prepared.ts';
import type { NodeRun } from './run/model.ts';

let lastGraph: FlowGraph | undefined;
const graphOf = memoLast((source: Source, diagnostics: readonly Diagnostic[]): FlowGraph => {
  lastGraph = preparedGraph(source, diagnostics) ?? projectGraph(source.flow, diagnostics, lastGraph);
  return lastGraph;
});

/** The picture of the last readable text. */
export function selectGraph(state: WorkbenchState): FlowGraph {
  return graphOf(state.document.lastReadable, state.document.diagnostics);
}

/** Flows whose layout takes longer than a page may keep anybody waiting. */
const vast = 2_000;
export const isVast = (graph: FlowGraph): boolean => graph.nodes.length > vast;

interface PlacedFlow extends Placed {
  readonly flow: string;
  readonly graph: FlowGraph;
}
let placed: PlacedFlow | undefined;
/** What is shown while `placed` is out of date. */
let standIn: Stood | undefined;
export const lastPlaced = (): PlacedFlow | undefined => placed;

/** Pictures shown of late: what is undone gets the very picture back that it had. */
let recent: readonly PlacedFlow[] = [];
const mostRecent = 12;
const isRecent = ({ nodes }: FlowGraph): boolean => nodes.length <= 1_500;

/** The next picture is laid out as if the flow had just been opened; that of a vast flow would keep the page waiting. */
export function forgetPlaces(state: WorkbenchState): void {
  if (isVast(selectGraph(state))) return;
  placed = undefined;
  recent = [];
}

/**
 * Boxes and routes of the picture. A change of text that leaves the shape alone does not lay out again; one that does
 * not, moves only what it must of the picture before. Until then those of a vast flow are the ones of before, under new names: `placeInPieces` makes new ones.
 */
export function selectPlacement(state: WorkbenchState): Placement {
  const graph = selectGraph(state);
  const { positions } = state.document;
  const flow = state.flow.id;
  const before = placed?.flow === flow ? placed : undefined;
  if (before && isOf(before, graph, positions)) {
    standIn = undefined;
    return before.placement;
  }
  const made = preparedPlacement(graph, positions);
  if (!made && before && isVast(graph)) {
    if (standIn?.graph !== graph) standIn = { graph, placement: carryOver(standIn ?? before, graph) };
    return standIn.placement;
  }
  recent = recent.filter((shown) => shown.flow === flow);
  const known = made ?? recent.find((shown) => isOf(shown, graph, positions));
  const placement = known?.placement ?? layoutGraph(graph, undefined, positions, before);
  placed = { shape: graph.shape, positions, placement, flow, graph };
  if (isRecent(graph)) recent = [...recent.filter((shown) => shown.placement !== placement), placed].slice(-mostRecent);
  standIn = undefined;
  return placement;
}

export function selectNodeRun(state: WorkbenchState, id: StateId): NodeRun | undefined {
  return state.run.nodes.get(id);
}

/** What coverage and failed scenarios say about a state, while the canvas shows it. */
export function selectNodeMark({ checks }: WorkbenchState, id: StateId): NodeMark | undefined {
  return checks.painted ? checks.marks.get(id) : undefined;
}

/** Whether no scenario went along a line, while the canvas shows coverage. */
export function selectIsUntaken({ checks }: WorkbenchState, { from, outlet }: GraphEdge): boolean {
  if (!checks.painted) return false;
  const key = outletKey(outlet);
  return checks.untaken.get(from as StateId)?.some((way) => outletKey(way) === key) ?? false;
}

const byState = memoLast(
  (diagnostics: readonly Diagnostic[]): ReadonlyMap<StateId | undefined, readonly Diagnostic[]> => {
    const groups = new Map<StateId | undefined, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
      const group = groups.get(diagnostic.state);
      if (group) group.push(diagnostic);
      else groups.set(diagnostic.state, [diagnostic]);
    }
    return groups;
  },
);
const none: readonly Diagnostic[] = [];

/** What is wrong with one state, or with the flow as a whole (`undefined`). */
export function selectProblems(state: WorkbenchState, id: StateId | undefined): readonly Diagnostic[] {
  return byState(state.document.diagnostics).get(id) ?? none;
}

const statesOf = memoLast((source: Source, ids: readonly StateId[]): readonly State[] =>
  ids.map((id) => findState(source.flow, id)).filter((found) => found !== undefined),
);
/** The selected states as they read now; those that are gone are left out. */
export function selectedStates(state: WorkbenchState): readonly State[] {
  return statesOf(state.document.lastReadable, state.view.selection);
}

/** Whether the open flow is the example of the first visit, changed or not. */
export const selectIsExample = ({ flow }: WorkbenchState): boolean => flow.name === firstFlow.name;
