import type { Box, Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import type { FlowGraph, Placement } from '../graph/index.ts';

/**
 * The part of a picture that a box touches, in the picture's own order: its nodes with the frames they lie in, the edges
 * that pass, and the nodes those edges belong to. What is drawn first of a large flow is this, in the place it has in
 * the whole picture.
 */
export function partWithin(graph: FlowGraph, placement: Placement, look: Box): FlowGraph {
  const edges = graph.edges.filter(({ id }) => passes(placement.routes.get(id) ?? [], look));
  const ends = new Set<NodeId>(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = graph.nodes.filter(({ id }) => {
    const box = placement.boxes.get(id);
    return ends.has(id) || (box !== undefined && touches(box, look));
  });
  return { nodes, edges, shape: graph.shape };
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
