import { number } from './layers.ts';
import type { Layers, Segment, Vertex } from './parts.ts';

const sweeps = 12;

/** Orders every rank so that few links cross: barycentre sweeps down and up, then swaps of neighbours; keeps the best. */
export function reduceCrossings(layers: Layers): void {
  let best = crossings(layers);
  let kept = layers.ranks.map((row) => [...row]);
  let idle = 0;
  for (let i = 0; i < sweeps && best > 0 && idle < 4; i += 1) {
    sweep(layers, i % 2 === 0);
    swapNeighbours(layers);
    const now = crossings(layers);
    idle = now < best ? 0 : idle + 1;
    if (now < best) {
      best = now;
      kept = layers.ranks.map((row) => [...row]);
    }
  }
  layers.ranks.forEach((row, rank) => {
    row.splice(0, row.length, ...(kept[rank] ?? row));
    number(row);
  });
}

function sweep(layers: Layers, down: boolean): void {
  const rows = down ? layers.ranks : [...layers.ranks].reverse();
  for (const row of rows) {
    const wish = new Map<Vertex, number>();
    for (const vertex of row) {
      const segments = down ? vertex.up : vertex.down;
      if (segments.length > 0) wish.set(vertex, mean(segments, down));
    }
    for (const vertex of row) {
      if (wish.has(vertex)) continue;
      const host = vertex.beside?.vertex;
      wish.set(vertex, host && host !== vertex ? (wish.get(host) ?? host.order) + 0.25 : vertex.order);
    }
    row.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a.order - b.order);
    number(row);
  }
}

/** Where the other ends are; an outlet at the side of an item counts as further right, a loop's end as beside. */
function mean(segments: readonly Segment[], down: boolean): number {
  let sum = 0;
  for (const { upper, lower, link } of segments) {
    sum += down ? upper.order + (upper.item && link.kind === 'catch' ? 0.3 : 0) : lower.order;
  }
  return sum / segments.length;
}

/** Swaps neighbours for as long as that removes crossings. */
function swapNeighbours(layers: Layers): void {
  for (let round = 0; round < 3; round += 1) {
    let better = false;
    for (const row of layers.ranks) {
      for (let i = 0; i + 1 < row.length; i += 1) {
        const [a, b] = [row[i], row[i + 1]];
        if (!a || !b || gain(a, b) <= 0) continue;
        row[i] = b;
        row[i + 1] = a;
        b.order = i;
        a.order = i + 1;
        better = true;
      }
    }
    if (!better) return;
  }
}

/** How many crossings disappear when `a` and its right neighbour `b` change places. */
function gain(a: Vertex, b: Vertex): number {
  let saved = 0;
  for (const s of a.up) for (const t of b.up) saved += Math.sign(topOf(s) - topOf(t));
  for (const s of a.down) for (const t of b.down) saved += Math.sign(s.lower.order - t.lower.order);
  return saved;
}
const topOf = (s: Segment): number => s.upper.order + (s.upper.item && s.link.kind === 'catch' ? 0.3 : 0);

export function crossings(layers: Layers): number {
  let sum = 0;
  for (const row of layers.ranks) sum += crossingsBelow(row);
  return sum;
}

/** Counts inversions with a tree of sums. */
function crossingsBelow(row: readonly Vertex[]): number {
  const segments = row
    .flatMap((vertex) => vertex.down)
    .sort((s, t) => topOf(s) - topOf(t) || s.lower.order - t.lower.order);
  const size = Math.max(0, ...segments.map((s) => s.lower.order)) + 2;
  const tree = new Int32Array(size + 1);
  let count = 0;
  segments.forEach((segment, index) => {
    let seen = 0;
    for (let i = segment.lower.order + 1; i > 0; i -= i & -i) seen += tree[i] ?? 0;
    count += index - seen;
    for (let i = segment.lower.order + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  });
  return count;
}
