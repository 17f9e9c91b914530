import type { Box, Point } from '../../base/index.ts';
import { cuts, freeRoute } from './free-route.ts';
import type { Piece } from './layout-component.ts';
import { straighten } from './layout-component.ts';
import { besideOutlet, type Item, type Link, spacing } from './parts.ts';

/**
 * Moves items to where a person put them, makes room around them, and finds new ways for the edges this concerns.
 * Items nobody placed give way to the right; two placed by hand may overlap: that was wanted.
 */
export function placeByHand(piece: Piece, links: readonly Link[], places: ReadonlyMap<Item, Point>): void {
  const moved = new Set<Item>();
  for (const item of piece.items) {
    const place = places.get(item);
    if (place) moveTo(piece, item, place, moved);
  }
  for (const item of piece.items) {
    if (places.has(item)) continue;
    const free = firstFree(item, places.keys());
    if (free !== item.x) moveTo(piece, item, { x: free, y: item.y }, moved);
  }
  const boxes = piece.items.map(boxOf);
  const solid = [...moved].map(boxOf);
  for (const link of links) {
    const route = piece.routes.get(link.id) ?? [];
    const disturbed = moved.has(link.from) || moved.has(link.to) || solid.some((box) => isCut(route, box));
    if (disturbed) reroute(piece, link, boxes);
  }
}

const boxOf = ({ x, y, width, height }: Item): Box => ({ x, y, width, height });

function moveTo(piece: Piece, item: Item, place: Point, moved: Set<Item>): void {
  const by = { x: place.x - item.x, y: place.y - item.y };
  for (const id of [...item.bottom, ...item.sides]) {
    const port = piece.ports.get(id);
    if (port) piece.ports.set(id, { x: port.x + by.x, y: port.y + by.y });
  }
  item.x = place.x;
  item.y = place.y;
  moved.add(item);
}

/** The first place to the right of its own where an item lies on none of the others. */
function firstFree(item: Item, others: Iterable<Item>): number {
  let x = item.x;
  const inTheWay = [...others]
    .filter((other) => other.y < item.y + item.height && item.y < other.y + other.height)
    .sort((a, b) => a.x - b.x);
  for (const other of inTheWay) {
    if (other.x < x + item.width && x < other.x + other.width) x = other.x + other.width + 24;
  }
  return x;
}

const isCut = (route: readonly Point[], box: Box): boolean =>
  route.some((point, i) => {
    const next = route[i + 1];
    return next !== undefined && cuts(point, next, box);
  });

function reroute(piece: Piece, link: Link, boxes: readonly Box[]): void {
  const start = piece.ports.get(link.id);
  if (!start) return;
  const end = { x: link.to.x + link.to.width / 2, y: link.to.y };
  const side = link.from.sides.includes(link.id) ? 'right' : 'bottom';
  const lane = link.from.sideLabels + spacing.sideStub;
  const route = straighten(freeRoute({ start, side, lane, end }, boxes));
  piece.routes.set(link.id, route);
  if (link.labelled) piece.labels.set(link.id, side === 'right' ? besideOutlet(link, start) : middleOf(route));
}

/** The middle of the longest straight piece. */
function middleOf(route: readonly Point[]): Point {
  let best: { at: Point; length: number } = { at: route[0] ?? { x: 0, y: 0 }, length: -1 };
  for (let i = 0; i + 1 < route.length; i += 1) {
    const [a, b] = [route[i], route[i + 1]];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (length > best.length) best = { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length };
  }
  return best.at;
}
