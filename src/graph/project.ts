import type { Pieces } from '../base/index.ts';
import {
  allStates,
  branchScope,
  type Diagnostic,
  type Flow,
  type NodeId,
  processorScope,
  type Scope,
  type ScopeId,
  type State,
  type StateId,
} from '../fdl/index.ts';
import type { FlowGraph, GraphEdge, GraphNode } from './graph.ts';
import { messages } from './messages.ts';
import { type DrawnOutlet, drawnOutlets } from './outlets.ts';
import { entryId, portId } from './ports.ts';
import { shapeOf } from './shape.ts';
import { subtitleOf } from './subtitle.ts';

/** What is drawn of a state whatever is around it; remembered as long as the state is the same object. */
interface Look {
  readonly subtitle: string;
  readonly outlets: readonly DrawnOutlet[];
  readonly ends: boolean;
  /** The node and the edges it was drawn with last, by outlet: most of ten thousand are so again after a keystroke. */
  node: GraphNode | undefined;
  readonly edges: (GraphEdge | undefined)[];
}
const looks = new WeakMap<State, Look>();

function lookOf(state: State): Look {
  const known = looks.get(state);
  if (known) return known;
  const ends = 'end' in state && state.end?.value === true;
  const look: Look = { subtitle: subtitleOf(state), outlets: drawnOutlets(state), ends, node: undefined, edges: [] };
  looks.set(state, look);
  return look;
}

/**
 * The picture of a flow. Nodes and edges that did not change are the same objects as in `previous`; a target nobody
 * can find gives no edge (the diagnostics say so).
 */
export function projectGraph(flow: Flow, diagnostics: readonly Diagnostic[], previous?: FlowGraph): FlowGraph {
  const drawing: Drawing = { counts: countProblems(diagnostics), nodes: [], edges: [] };
  drawScope(flow, drawing);
  const nodes = reuse(drawing.nodes, previous?.nodes, sameNode);
  const edges = reuse(drawing.edges, previous?.edges, sameEdge);
  if (previous && nodes === previous.nodes && edges === previous.edges) return previous;
  return { nodes, edges, shape: shapeOf(nodes, edges, previous) };
}

/** The same, with places where it can be interrupted. */
export function* projectInPieces(
  flow: Flow,
  diagnostics: readonly Diagnostic[],
  previous?: FlowGraph,
): Pieces<FlowGraph> {
  for (const state of allStates(flow)) {
    lookOf(state);
    yield;
  }
  return projectGraph(flow, diagnostics, previous);
}

interface Drawing {
  readonly counts: ReadonlyMap<NodeId, { errors: number; warnings: number }>;
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
}

function countProblems(diagnostics: readonly Diagnostic[]): Drawing['counts'] {
  const counts = new Map<NodeId, { errors: number; warnings: number }>();
  for (const { state, severity } of diagnostics) {
    if (state === undefined || severity === 'hint') continue;
    const count = counts.get(state) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') count.errors += 1;
    else count.warnings += 1;
    counts.set(state, count);
  }
  return counts;
}

function drawScope(scope: Scope, drawing: Drawing): void {
  const byName = new Map<string, StateId>();
  for (const state of scope.states) {
    if (!byName.has(state.name.value)) byName.set(state.name.value, state.id);
  }
  drawEntry(scope, byName, drawing);
  for (const state of scope.states) {
    drawState(state, scope.id, drawing);
    drawEdges(state, byName, drawing);
  }
}

const plain = { subtitle: '', frames: [], ends: false, errors: 0, warnings: 0, stale: false } as const;

function drawEntry(scope: Scope, byName: ReadonlyMap<string, StateId>, drawing: Drawing): void {
  if (scope.states.length === 0) return;
  const id = entryId(scope.id);
  const outlet = { kind: 'start' } as const;
  const outlets = [{ outlet, label: '' }];
  drawing.nodes.push({ ...plain, id, kind: 'entry', label: messages.start, scope: scope.id, outlets });
  const to = scope.startAt === undefined ? undefined : byName.get(scope.startAt.value);
  if (to !== undefined) drawing.edges.push({ id: portId(id, outlet), from: id, outlet, to, label: '', title: '' });
}

function drawState(state: State, scope: ScopeId, drawing: Drawing): void {
  const inner = framesOf(state);
  drawing.nodes.push(nodeOf(state, scope, inner, drawing.counts.get(state.id)));
  for (const frame of inner) {
    drawing.nodes.push({ ...plain, id: frame.scope.id, kind: 'scope', label: frame.label, scope, outlets: [] });
    drawScope(frame.scope, drawing);
  }
}

type Count = { readonly errors: number; readonly warnings: number };
const noProblems: Count = { errors: 0, warnings: 0 };

function nodeOf(
  state: State,
  scope: ScopeId,
  inner: readonly DrawnFrame[],
  { errors, warnings }: Count = noProblems,
): GraphNode {
  const look = lookOf(state);
  const { node: last, subtitle, outlets, ends } = look;
  if (last?.scope === scope && last.errors === errors && last.warnings === warnings) return last;
  look.node = {
    id: state.id,
    kind: state.type,
    label: state.name.value,
    subtitle,
    scope,
    outlets,
    frames: inner.map((frame) => frame.scope.id),
    ends,
    errors,
    warnings,
    stale: state.stale,
  };
  return look.node;
}

interface DrawnFrame {
  readonly scope: Scope;
  readonly label: string;
}
const noFrames: readonly DrawnFrame[] = [];

/** The scopes inside a state, each with the words on its frame. */
function framesOf(state: State): readonly DrawnFrame[] {
  if (state.type === 'Parallel') {
    return state.branches.map((scope, index) => ({
      scope: withId(scope, branchScope(state.id, index)),
      label: messages.branchFrame(index),
    }));
  }
  if (state.type !== 'Map' || !state.processor) return noFrames;
  return [{ scope: withId(state.processor, processorScope(state.id)), label: messages.processorFrame }];
}
const withId = (scope: Scope, id: ScopeId): Scope => (scope.id === id ? scope : { ...scope, id });

function drawEdges(state: State, byName: ReadonlyMap<string, StateId>, drawing: Drawing): void {
  const { outlets, edges } = lookOf(state);
  outlets.forEach(({ outlet, target, label, title }, i) => {
    const to = target === undefined ? undefined : byName.get(target.value);
    if (to === undefined) return;
    const last = edges[i];
    const edge = last?.to === to ? last : { id: portId(state.id, outlet), from: state.id, outlet, to, label, title };
    edges[i] = edge;
    drawing.edges.push(edge);
  });
}

/** The new list with every member that is as before replaced by the object it was; the old list when all are. */
function reuse<T extends { readonly id: string }>(
  next: readonly T[],
  before: readonly T[] | undefined,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  if (!before) return next;
  let known: ReadonlyMap<string, T> | undefined;
  const merged = next.map((item, i) => {
    // Most stand where they stood; to look up thousands by name takes longer than all the rest.
    const there = before[i];
    const old =
      there?.id === item.id ? there : (known ??= new Map(before.map((other) => [other.id, other]))).get(item.id);
    return old && (old === item || same(old, item)) ? old : item;
  });
  return merged.length === before.length && merged.every((item, i) => item === before[i]) ? before : merged;
}

const sameEdge = (a: GraphEdge, b: GraphEdge): boolean => a.from === b.from && a.to === b.to && a.title === b.title;

function sameNode(a: GraphNode, b: GraphNode): boolean {
  return (
    a.kind === b.kind &&
    a.label === b.label &&
    a.subtitle === b.subtitle &&
    a.ends === b.ends &&
    a.errors === b.errors &&
    a.warnings === b.warnings &&
    a.stale === b.stale &&
    a.frames.length === b.frames.length &&
    a.outlets.length === b.outlets.length &&
    a.outlets.every((outlet, i) => outlet === b.outlets[i] || sameOutlet(outlet, b.outlets[i]))
  );
}
const sameOutlet = (a: GraphNode['outlets'][number], b: GraphNode['outlets'][number] | undefined): boolean =>
  b !== undefined && a.label === b.label && a.outlet.kind === b.outlet.kind;
