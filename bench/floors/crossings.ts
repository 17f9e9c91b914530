import type { Box, Point } from '../../src/base/index.ts';

interface Piece {
  readonly edge: number;
  readonly a: Point;
  readonly b: Point;
}

/** Pairs of edges that cross: a piece of one passes through a piece of the other. Touching ends do not count. */
export function crossings(routes: readonly (readonly Point[])[]): number {
  const pieces = routes
    .flatMap((route, edge) => route.slice(1).map((b, i): Piece => ({ edge, a: route[i] ?? b, b })))
    .sort((p, q) => top(p) - top(q));
  const pairs = new Set<string>();
  pieces.forEach((p, i) => {
    for (let k = i + 1; k < pieces.length; k += 1) {
      const q = pieces[k];
      if (!q || top(q) > bottom(p)) break;
      if (p.edge !== q.edge && cross(p, q)) pairs.add(`${Math.min(p.edge, q.edge)} ${Math.max(p.edge, q.edge)}`);
    }
  });
  return pairs.size;
}
const top = ({ a, b }: Piece): number => Math.min(a.y, b.y);
const bottom = ({ a, b }: Piece): number => Math.max(a.y, b.y);

const side = (a: Point, b: Point, p: Point): number => {
  const turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  return Math.abs(turn) < 1e-6 ? 0 : Math.sign(turn);
};
const cross = (p: Piece, q: Piece): boolean =>
  side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0;

/** Pairs of boxes that lie on each other. */
export function overlaps(boxes: readonly Box[]): number {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  let found = 0;
  sorted.forEach((a, i) => {
    for (let k = i + 1; k < sorted.length; k += 1) {
      const b = sorted[k];
      if (!b || b.y >= a.y + a.height) break;
      if (a.x < b.x + b.width && b.x < a.x + a.width) found += 1;
    }
  });
  return found;
}
