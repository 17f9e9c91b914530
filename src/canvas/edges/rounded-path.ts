import type { Point } from '../../base/index.ts';

const radius = 8;

/** An SVG path along a polyline, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, i) => {
    const before = points[i] ?? first;
    const next = rest[i + 1];
    path += next ? corner(before, point, next) : `L${point.x} ${point.y}`;
  });
  return path;
}

function corner(before: Point, at: Point, next: Point): string {
  const cut = Math.min(radius, distance(before, at) / 2, distance(at, next) / 2);
  const enter = towards(at, before, cut);
  const leave = towards(at, next, cut);
  return `L${enter.x} ${enter.y}Q${at.x} ${at.y} ${leave.x} ${leave.y}`;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

/** The middle of the longest straight piece: a good place for something to press. */
export function middleOf(points: readonly Point[]): Point {
  let best: { at: Point; length: number } = { at: points[0] ?? { x: 0, y: 0 }, length: -1 };
  points.forEach((b, i) => {
    const a = points[i - 1];
    if (!a) return;
    const length = distance(a, b);
    if (length > best.length) best = { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length };
  });
  return best.at;
}

/** Whether the piece a point is on runs from side to side. */
export const isLevelAt = (points: readonly Point[], at: Point): boolean =>
  points.some((b, i) => {
    const a = points[i - 1];
    return a?.y === b.y && b.y === at.y && at.x >= Math.min(a.x, b.x) && at.x <= Math.max(a.x, b.x);
  });

/** A plain way while a node is being dragged and the route of the layout is out of date. */
export function looseRoute(source: Point, target: Point, side: 'bottom' | 'right'): readonly Point[] {
  const start = side === 'right' ? { x: source.x + 16, y: source.y } : source;
  if (target.y > start.y + 20) {
    const y = (start.y + target.y) / 2;
    return [source, start, { x: start.x, y }, { x: target.x, y }, target];
  }
  const lane = Math.max(start.x, target.x) + 140;
  const [low, high] = [start.y + 18, target.y - 18];
  return [
    source,
    start,
    { x: start.x, y: low },
    { x: lane, y: low },
    { x: lane, y: high },
    { x: target.x, y: high },
    target,
  ];
}
