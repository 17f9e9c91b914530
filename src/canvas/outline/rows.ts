import { type NodeId, type Outlet, ownerOf, rootScope, type ScopeId, scopeOf, type StateId } from '../../fdl/index.ts';
import { endsAt, type FlowGraph, type GraphNode, portId } from '../../graph/index.ts';

interface RowBase {
  readonly key: string;
  /** From 1, as assistive technology counts. */
  readonly level: number;
  /** The place among its siblings, from 1, and how many there are. */
  readonly place: number;
  readonly siblings: number;
  readonly parent: string | undefined;
  /** `undefined` where there is nothing inside. */
  readonly open: boolean | undefined;
}
export interface StateRow extends RowBase {
  readonly kind: 'state';
  readonly node: GraphNode;
}
/** One way out of a state, or the way into a scope (its `start`). */
export interface ExitRow extends RowBase {
  readonly kind: 'exit';
  /** The graph's node: a state, or the marker where a scope starts. */
  readonly from: NodeId;
  readonly scope: ScopeId;
  readonly outlet: Outlet;
  readonly label: string;
  readonly to: StateId | undefined;
  readonly toLabel: string;
  /** It leads nowhere on purpose: `End: true` is written. */
  readonly ends: boolean;
}
export interface ScopeRow extends RowBase {
  readonly kind: 'scope';
  readonly scope: ScopeId;
  readonly label: string;
}
export type OutlineRow = StateRow | ExitRow | ScopeRow;

/** What somebody opened or closed by hand, by key; everything else is as it begins. */
export type Toggled = ReadonlyMap<string, boolean>;

/** Everything looked up while the tree is written out; made once per graph. */
interface Index {
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  readonly byScope: ReadonlyMap<ScopeId, readonly GraphNode[]>;
  readonly targets: ReadonlyMap<string, StateId>;
}
const indexes = new WeakMap<FlowGraph, Index>();
function indexOf(graph: FlowGraph): Index {
  const known = indexes.get(graph);
  if (known) return known;
  const byScope = new Map<ScopeId, GraphNode[]>();
  for (const node of graph.nodes) {
    if (node.kind === 'scope') continue;
    const list = byScope.get(node.scope);
    if (list) list.push(node);
    else byScope.set(node.scope, [node]);
  }
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const index = { nodes, byScope, targets: new Map(graph.edges.map((edge) => [edge.id, edge.to as StateId])) };
  indexes.set(graph, index);
  return index;
}

export const scopeKey = (scope: ScopeId): string => `scope ${scope}`;
export const exitKey = (from: NodeId, outlet: Outlet): string => `exit ${portId(from, outlet)}`;
export const stateKey = (state: StateId): string => `state ${state}`;

/** States with more than one way out, and containers, begin open: what a single Next leads to is said by its state. */
const beginsOpen = (node: GraphNode): boolean => node.frames.length > 0 || node.outlets.length > 1;

/** The structure of the flow, from top to bottom, as far as it is open. */
export function outlineRows(graph: FlowGraph, toggled: Toggled): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  writeScope(rootScope, 1, undefined, { index: indexOf(graph), toggled, rows });
  return rows;
}

interface Writing {
  readonly index: Index;
  readonly toggled: Toggled;
  readonly rows: OutlineRow[];
}

function writeScope(scope: ScopeId, level: number, parent: string | undefined, writing: Writing): void {
  const members = writing.index.byScope.get(scope) ?? [];
  members.forEach((node, i) => {
    const place = { level, parent, place: i + 1, siblings: members.length };
    if (node.kind === 'entry') writeExit(node, 0, place, writing);
    else writeState(node, place, writing);
  });
}

type Place = Pick<RowBase, 'level' | 'parent' | 'place' | 'siblings'>;

function writeState(node: GraphNode, place: Place, writing: Writing): void {
  const key = stateKey(node.id as StateId);
  const count = node.outlets.length + node.frames.length;
  const open = count === 0 ? undefined : (writing.toggled.get(key) ?? beginsOpen(node));
  writing.rows.push({ ...place, kind: 'state', key, node, open });
  if (!open) return;
  const level = place.level + 1;
  node.outlets.forEach((_, i) => writeExit(node, i, { level, parent: key, place: i + 1, siblings: count }, writing));
  node.frames.forEach((scope, i) =>
    writeFrame(scope, { level, parent: key, place: node.outlets.length + i + 1, siblings: count }, writing),
  );
}

function writeFrame(scope: ScopeId, place: Place, writing: Writing): void {
  const key = scopeKey(scope);
  const filled = writing.index.byScope.has(scope);
  const open = filled ? (writing.toggled.get(key) ?? true) : undefined;
  writing.rows.push({ ...place, kind: 'scope', key, scope, label: writing.index.nodes.get(scope)?.label ?? '', open });
  if (open) writeScope(scope, place.level + 1, key, writing);
}

function writeExit(node: GraphNode, i: number, place: Place, { index, rows }: Writing): void {
  const exit = node.outlets[i];
  if (!exit) return;
  const to = index.targets.get(portId(node.id, exit.outlet));
  const toLabel = (to === undefined ? undefined : index.nodes.get(to)?.label) ?? '';
  const key = exitKey(node.id, exit.outlet);
  const ends = endsAt(node, exit.outlet);
  const of = { from: node.id, scope: node.scope, to, toLabel, ends };
  rows.push({ ...place, ...exit, ...of, kind: 'exit', key, open: undefined });
}

/** The state a row is about: what is selected while the keyboard is there. */
export function stateOf(row: OutlineRow): StateId | undefined {
  if (row.kind === 'state') return row.node.id as StateId;
  if (row.kind === 'scope') return ownerOf(row.scope);
  return row.outlet.kind === 'start' ? ownerOf(row.scope) : (row.from as StateId);
}

/** Where a state leads when it has one way out: said by its own row. */
export function onlyTarget(graph: FlowGraph, node: GraphNode): string | undefined {
  const [only, second] = node.outlets;
  if (!only || second) return undefined;
  const { targets, nodes } = indexOf(graph);
  const to = targets.get(portId(node.id, only.outlet));
  return to === undefined ? undefined : nodes.get(to)?.label;
}

/** The rows that have to be open for a state to be there. */
export function keysAround(state: StateId): readonly string[] {
  const keys: string[] = [];
  for (let scope = scopeOf(state); scope !== rootScope;) {
    const owner = ownerOf(scope);
    if (owner === undefined) break;
    keys.push(scopeKey(scope), stateKey(owner));
    scope = scopeOf(owner);
  }
  return keys;
}
