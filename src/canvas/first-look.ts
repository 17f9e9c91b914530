import type { Box, Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import type { FlowGraph, GraphNode, Placement } from '../graph/index.ts';
import { parentOf } from './adapters/to-drawing.ts';

/**
 * The part of a picture that a box touches, in the picture's own order: its nodes with the frames they lie in, the edges
 * that pass, and the nodes those edges belong to; what is `always` wanted, too. What is drawn first of a large flow is
 * this, in the place it has in the whole picture.
 */
export function partWithin(
  graph: FlowGraph,
  placement: Placement,
  look: Box,
  always: readonly NodeId[] = [],
): FlowGraph {
  const edges = graph.edges.filter(({ id }) => passes(placement.routes.get(id) ?? [], look));
  const wanted = new Set<NodeId>(always);
  for (const { from, to } of edges) wanted.add(from).add(to);
  const nodes: GraphNode[] = [];
  // What a node lies in comes before it: seen from the end, everything is asked for before its turn.
  for (let i = graph.nodes.length - 1; i >= 0; i -= 1) {
    const node = graph.nodes[i];
    const box = node && placement.boxes.get(node.id);
    if (!node || !box || !(wanted.has(node.id) || touches(box, look))) continue;
    nodes.push(node);
    const parent = parentOf(node);
    if (parent !== undefined) wanted.add(parent);
  }
  return { nodes: nodes.reverse(), edges, shape: graph.shape };
}

const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** By the box around the whole route: one that is drawn without being seen does no harm. */
function passes(route: readonly Point[], look: Box): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of route) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left <= look.x + look.width && right >= look.x && top <= look.y + look.height && bottom >= look.y;
}
