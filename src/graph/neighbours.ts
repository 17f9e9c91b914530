import type { Box } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import type { FlowGraph, Placement } from './graph.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The state to go to from a state with an arrow key: the nearest one that lies mostly in that direction. */
export function neighbour(
  graph: FlowGraph,
  placement: Placement,
  id: NodeId,
  direction: Direction,
): NodeId | undefined {
  const from = placement.boxes.get(id);
  if (!from) return undefined;
  let best: { id: NodeId; cost: number } | undefined;
  for (const node of graph.nodes) {
    const box = placement.boxes.get(node.id);
    if (node.id === id || node.kind === 'scope' || node.kind === 'entry' || !box) continue;
    const cost = costOf(from, box, direction);
    if (cost !== undefined && (!best || cost < best.cost)) best = { id: node.id, cost };
  }
  return best?.id;
}

/** The title of a container counts, not its whole box: that is where the eye goes. */
const anchor = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 30) });

/** Distance ahead plus twice the distance aside; `undefined` for what does not lie ahead. */
function costOf(from: Box, to: Box, direction: Direction): number | undefined {
  const a = anchor(from);
  const b = anchor(to);
  const across = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = sign * (across ? b.x - a.x : b.y - a.y);
  const aside = Math.abs(across ? b.y - a.y : b.x - a.x);
  return ahead > 1 ? ahead + aside * 2 : undefined;
}
