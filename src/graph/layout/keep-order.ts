import { isRemembered } from './memory.ts';
import { swapAll } from './order.ts';
import { type Item, type Layers, type Link, allLinks, type Vertex } from './parts.ts';
import { number } from './vertices.ts';

/**
 * Orders every rank as it was ordered before. What is new stands beside what it hangs on; then it is moved where it
 * crosses less, past the others, which keep their order. True when there is nothing new and nothing gone: then all can
 * stand where it stood, and `wish` says where.
 */
export function keepOrder(layers: Layers, start: Item): boolean {
  const spined = new Set(layers.items.filter(({ onSpine }) => onSpine).map(({ rank }) => rank));
  for (const item of layers.items) if (item.vertex) placeItem(item, item.vertex, spined);
  for (const link of allLinks(layers)) placeBends(link);
  const all = layers.ranks.flat();
  const news = all.filter((vertex) => !vertex.known);
  for (const vertex of news) vertex.wish = besideOthers(vertex);
  for (const row of layers.ranks) {
    row.sort((a, b) => a.wish - b.wish);
    number(row);
  }
  if (news.length === 0)
    return all.length === start.was?.places && allLinks(layers).every(isAsLong) && layers.items.every(isAsWide);
  // Lines may make way for what is new, states may not.
  for (const vertex of all) if (!vertex.item) vertex.known = false;
  swapAll(layers);
  return false;
}

const isAsWide = ({ was, width }: Item): boolean => was !== undefined && Math.abs(was.width - width) < 1;
const isAsLong = ({ was, bends, spine }: Link): boolean => spine || (was?.length ?? 0) === bends.length;

/** `spined` are the ranks the straight way goes through. */
function placeItem(item: Item, vertex: Vertex, spined: ReadonlySet<number>): void {
  const { onSpine } = item;
  const x = item.was?.x ?? 0;
  // What left the straight way has no side yet.
  vertex.known = onSpine || (isRemembered(item) && (Math.abs(x) >= 0.5 || !spined.has(item.rank)));
  vertex.wish = onSpine ? 0 : x;
}

function placeBends({ spine, was, bends, back }: Link): void {
  bends.forEach((vertex, i) => {
    const straight = spine && !back;
    vertex.known = straight || (was !== undefined && was.length > 0);
    vertex.wish = straight ? 0 : (was?.[Math.min(i, was.length - 1)] ?? 0);
  });
}

/** Ranks come from top to bottom: what is above has its place by now. */
function besideOthers(vertex: Vertex): number {
  const { link } = vertex;
  if (link?.back) return besideLoop(link);
  if (vertex.up.length > 0) {
    let sum = 0;
    for (const segment of vertex.up) sum += segment.link.main ? segment.upper.wish : afterSiblings(segment.upper);
    return sum / vertex.up.length;
  }
  const below = vertex.down.filter(({ lower }) => lower.known);
  return below.length === 0 ? 0 : below.reduce((sum, { lower }) => sum + lower.wish, 0) / below.length;
}

/** Right of everything else that hangs on it: none of that has to move then. */
function afterSiblings(upper: Vertex): number {
  if (!upper.item) return upper.wish;
  let right = upper.wish;
  for (const { lower } of upper.down) if (lower.known) right = Math.max(right, lower.wish);
  return right + 1;
}

/** A new loop runs on the side of the straight way where its state is. */
function besideLoop({ from }: Link): number {
  const x = from.vertex?.wish ?? 0;
  return x + (x < 0 ? -1 : 1) * (from.width / 2 + 1);
}
