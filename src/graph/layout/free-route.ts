import type { Box, Point } from '../../base/index.ts';

/** An edge of a node placed by hand: where it starts, which way it leaves, where it arrives (from above). */
export interface Ends {
  readonly start: Point;
  readonly side: 'bottom' | 'right';
  /** How far it goes out of a side before it turns: past the labels there. */
  readonly lane: number;
  readonly end: Point;
}

const margin = 14;

/**
 * A way around the boxes for an edge the ranks say nothing about: of a handful of simple ways (straight down with one
 * turn, or around one side) the one that cuts the fewest boxes, then the shortest.
 */
export function freeRoute(ends: Ends, boxes: readonly Box[]): readonly Point[] {
  const near = boxes.filter((box) => isNear(box, ends));
  let best: { route: readonly Point[]; cost: number } | undefined;
  for (const route of candidates(ends, near)) {
    const cost = costOf(route, near);
    if (!best || cost < best.cost) best = { route, cost };
  }
  return best?.route ?? [ends.start, ends.end];
}

const reach = 400;
function isNear(box: Box, { start, end }: Ends): boolean {
  return (
    box.x < Math.max(start.x, end.x) + reach &&
    box.x + box.width > Math.min(start.x, end.x) - reach &&
    box.y < Math.max(start.y, end.y) + reach &&
    box.y + box.height > Math.min(start.y, end.y) - reach
  );
}

function candidates({ start, side, end, ...ends }: Ends, boxes: readonly Box[]): readonly (readonly Point[])[] {
  const lane = side === 'right' ? [{ x: start.x + ends.lane, y: start.y }] : [];
  const x = start.x + (side === 'right' ? ends.lane : 0);
  const ways: Point[][] = [];
  const way = (...points: Point[]) => ways.push([start, ...lane, ...points, end]);
  const levels = levelsBetween(start.y + (side === 'right' ? 0 : margin), end.y - margin, boxes);
  if (Math.abs(x - end.x) < 0.5 && end.y > start.y) way();
  for (const y of levels) way({ x, y }, { x: end.x, y });
  const below = start.y + (side === 'right' ? 0 : margin);
  for (const column of columnsAround(boxes, start, end)) {
    way({ x, y: below }, { x: column, y: below }, { x: column, y: end.y - margin }, { x: end.x, y: end.y - margin });
  }
  return ways;
}

/** Heights at which to cross from one column to the other: in the middle, and just above and below each box. */
function levelsBetween(top: number, bottom: number, boxes: readonly Box[]): readonly number[] {
  if (bottom < top) return [];
  const edges = boxes.flatMap((box) => [box.y - margin, box.y + box.height + margin]);
  const inside = edges.filter((y) => y > top && y < bottom).slice(0, 24);
  return [(top + bottom) / 2, top, bottom, ...inside];
}

function columnsAround(boxes: readonly Box[], start: Point, end: Point): readonly number[] {
  const edges = boxes.flatMap((box) => [box.x - margin, box.x + box.width + margin]).slice(0, 48);
  return [Math.max(start.x, end.x) + 150, Math.min(start.x, end.x) - 150, ...edges];
}

function costOf(route: readonly Point[], boxes: readonly Box[]): number {
  let length = 0;
  let hits = 0;
  for (let i = 0; i + 1 < route.length; i += 1) {
    const [a, b] = [route[i], route[i + 1]];
    if (!a || !b) continue;
    length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    hits += boxes.filter((box) => cuts(a, b, box)).length;
  }
  return hits * 100_000 + length + route.length * 20;
}

/** Whether a straight piece runs through the inside of a box; touching its border is fine. */
export function cuts(a: Point, b: Point, box: Box): boolean {
  return (
    Math.max(a.x, b.x) > box.x + 1 &&
    Math.min(a.x, b.x) < box.x + box.width - 1 &&
    Math.max(a.y, b.y) > box.y + 1 &&
    Math.min(a.y, b.y) < box.y + box.height - 1
  );
}
