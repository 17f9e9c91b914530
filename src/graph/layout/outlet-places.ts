import type { Point } from '../../base/index.ts';
import { measures } from '../node-size.ts';
import { type Item, type Link, sideLane } from './parts.ts';

/**
 * Where on an item its outlets sit, from the item's top middle. At the bottom the outlet that goes straight on is in
 * the middle and the others stand beside it in the order of what they lead to, so that their edges do not cross.
 */
export function outletPlaces(item: Item): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const only = item.bottom.length + item.sides.length === 1 ? item.bottom[0] : undefined;
  // Most have one way on, in the middle.
  if (only !== undefined) return places.set(only, { x: towardsLoop(item), y: item.height });
  const links = new Map(item.links.map((link) => [link.id, link]));
  const row = bottomRow(item, links);
  const main = row.findIndex((id) => links.get(id)?.main);
  const middle = main < 0 ? (row.length - 1) / 2 : main;
  const most = Math.max(middle, row.length - 1 - middle);
  const step = most === 0 ? 0 : Math.min(measures.outletStep, (item.width / 2 - 14) / most);
  row.forEach((id, i) => places.set(id, { x: (i - middle) * step, y: item.height }));
  sideColumn(item, links).forEach((id, i) => {
    places.set(id, { x: item.width / 2, y: (item.sideHeight * (i + 1)) / (item.sides.length + 1) });
  });
  return places;
}

/** How far the corners of an item are rounded, with room for the dot of an outlet. */
const corner = 24;

/** The only way on leaves in the middle; one that leads back up, at the side on which it does. */
function towardsLoop({ links, vertex, width }: Item): number {
  const loop = links[0]?.loop;
  if (!loop || !vertex) return 0;
  return (loop.bottom.order > vertex.order ? 1 : -1) * (width / 2 - corner);
}

/**
 * The outlets at the side from top to bottom: the further right an edge leads, the higher up, since the edges of the
 * upper ones turn down outside of the lower ones'. Loops go around everything, the open ones are last.
 */
function sideColumn(item: Item, links: ReadonlyMap<string, Link>): readonly string[] {
  if (item.sides.length < 2) return item.sides;
  const wish = (id: string): number => {
    const link = links.get(id);
    return link ? placeAcross(item, link) : Number.MIN_SAFE_INTEGER;
  };
  const wishes = item.sides.map((id, i) => ({ id, i, wish: wish(id) }));
  return wishes.sort((a, b) => b.wish - a.wish || a.i - b.i).map(({ id }) => id);
}

/** The outlets at the bottom from left to right: by where they lead, the open ones last. */
function bottomRow(item: Item, links: ReadonlyMap<string, Link>): readonly string[] {
  const wish = (id: string): number => {
    const link = links.get(id);
    return link ? placeAcross(item, link) : Number.MAX_SAFE_INTEGER;
  };
  const wishes = item.bottom.map((id, i) => ({ id, i, wish: wish(id) }));
  return wishes.sort((a, b) => a.wish - b.wish || a.i - b.i).map(({ id }) => id);
}

/** Of loops on one side the outlet that is further out of the way belongs to the one that turns further out. */
function placeAcross(item: Item, link: Link): number {
  if (!link.loop) return link.segments[0]?.lower.order ?? 0;
  const { order } = link.loop.bottom;
  return (order > (item.vertex?.order ?? 0) ? farAside : -farAside) - order;
}
const farAside = 1e9;

/** Where an edge begins to go down (or, for a loop, turns): below its outlet, or in its lane beside the item. */
export function startOffset(item: Item, places: ReadonlyMap<string, Point>, link: Link): number {
  const at = places.get(link.id);
  if (!at || !item.sides.includes(link.id)) return at?.x ?? 0;
  const above = item.sides.filter((id) => (places.get(id)?.y ?? 0) < at.y).length;
  return sideLane(item, above);
}
