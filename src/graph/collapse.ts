import { ownerOf, type NodeId, type ScopeId, type StateId } from '../fdl/index.ts';
import type { FlowGraph, GraphNode } from './graph.ts';
import { shapeOf } from './shape.ts';

/** The same picture with some Parallel and Map states closed: their insides are gone, their problems add up. */
export function collapseGraph(graph: FlowGraph, closed: ReadonlySet<StateId>): FlowGraph {
  if (closed.size === 0) return graph;
  const hidden = new Map<ScopeId, StateId>();
  const sums = new Map<NodeId, { errors: number; warnings: number }>();
  const nodes: GraphNode[] = [];
  for (const node of graph.nodes) {
    const by = node.kind === 'scope' ? hiddenBy(node.id as ScopeId, hidden, closed) : hidden.get(node.scope);
    if (by === undefined) nodes.push(node);
    else addTo(sums, by, node);
  }
  const kept = nodes.map((node) => (closed.has(node.id as StateId) ? close(node, sums.get(node.id)) : node));
  const ids = new Set(kept.map((node) => node.id));
  const edges = graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  return { nodes: kept, edges, shape: shapeOf(kept, edges) };
}

/** The outermost closed state around a frame; remembered, since frames come before what is inside them. */
function hiddenBy(frame: ScopeId, hidden: Map<ScopeId, StateId>, closed: ReadonlySet<StateId>): StateId | undefined {
  const owner = ownerOf(frame);
  if (owner === undefined) return undefined;
  const outer = hidden.get(owner.slice(0, Math.max(0, owner.lastIndexOf('/'))) as ScopeId);
  const by = outer ?? (closed.has(owner) ? owner : undefined);
  if (by !== undefined) hidden.set(frame, by);
  return by;
}

function addTo(sums: Map<NodeId, { errors: number; warnings: number }>, id: NodeId, node: GraphNode): void {
  const sum = sums.get(id) ?? { errors: 0, warnings: 0 };
  sums.set(id, { errors: sum.errors + node.errors, warnings: sum.warnings + node.warnings });
}

const close = (node: GraphNode, inner: { errors: number; warnings: number } | undefined): GraphNode => ({
  ...node,
  frames: [],
  errors: node.errors + (inner?.errors ?? 0),
  warnings: node.warnings + (inner?.warnings ?? 0),
});
