import { number } from './vertices.ts';
import { endsIn, loopCosts, loopGain, settleLoops, type Side, spineCrossing, wishBeside } from './loops.ts';
import type { Layers, Segment, Vertex } from './parts.ts';

/**
 * Orders every rank so that few links cross: barycentre sweeps down and up, then swaps of neighbours; the best order
 * seen is kept. Ranks without crossings around them cost next to nothing, and most ranks of a workflow are such.
 */
export function reduceCrossings(layers: Layers): void {
  const began = layers.ranks.map((row) => [...row]);
  const vertices = layers.ranks.reduce((sum, row) => sum + row.length, 0);
  const tries = vertices > 1500 ? starts.slice(0, 1) : starts;
  let best: Order | undefined;
  for (const { mirrored, side } of tries) {
    if (best?.crossings === 0) break;
    if (best) arrange(layers, mirrored ? began.map((row) => [...row].reverse()) : began);
    const order = improve(layers, side);
    if (!best || order.crossings < best.crossings) best = order;
  }
  if (best) arrange(layers, best.ranks);
}

/** Where the first walk leads into a dead end, its mirror image or loops on the other side often do not. */
const starts = [
  { mirrored: false, side: 1 },
  { mirrored: true, side: 1 },
  { mirrored: false, side: -1 },
  { mirrored: true, side: -1 },
] as const;

interface Order {
  readonly crossings: number;
  readonly ranks: readonly (readonly Vertex[])[];
}

function arrange(layers: Layers, ranks: Order['ranks']): void {
  layers.ranks.forEach((row, rank) => {
    (ranks[rank] ?? []).forEach((vertex, order) => (row[order] = vertex));
    number(row);
  });
}

/** Leaves the best order that was found in the layers. */
function improve(layers: Layers, side: Side): Order {
  settleLoops(layers, side);
  let counts = costsByGap(layers);
  let crossings = total(counts);
  if (crossings === 0) return { crossings, ranks: layers.ranks };
  let ranks = layers.ranks.map((row) => [...row]);
  let idle = 0;
  const sweeps = sweepsFor(layers);
  for (let i = 0; i < sweeps && crossings > 0 && idle < 4; i += 1) {
    sweep(layers, i % 2 === 0, side);
    counts = costsByGap(layers);
    if (swapNeighbours(layers, counts)) counts = costsByGap(layers);
    const now = total(counts);
    idle = now < crossings ? 0 : idle + 1;
    if (now >= crossings) continue;
    crossings = now;
    ranks = layers.ranks.map((row) => [...row]);
  }
  arrange(layers, ranks);
  return { crossings, ranks };
}

/** Large pictures get fewer rounds: a picture in time beats the last crossing. */
function sweepsFor(layers: Layers): number {
  const vertices = layers.ranks.reduce((sum, row) => sum + row.length, 0);
  return vertices < 2000 ? 16 : vertices < 8000 ? 8 : 4;
}

/** Outlets at the side of an item count as further right. */
const topOf = ({ upper, link }: Segment): number => upper.order + (link.kind === 'catch' && upper.item ? 0.3 : 0);

function sweep(layers: Layers, down: boolean, side: Side): void {
  const { ranks } = layers;
  for (let i = 0; i < ranks.length; i += 1) {
    const row = ranks[down ? i : ranks.length - 1 - i] ?? [];
    for (const vertex of row) vertex.wish = wishOf(vertex, down);
    for (const vertex of row) {
      const host = vertex.beside?.vertex;
      if (host && (down ? vertex.up : vertex.down).length === 0) vertex.wish = host.wish + wishBeside(vertex, side);
    }
    if (row.every((vertex, at) => at === 0 || (row[at - 1]?.wish ?? 0) <= vertex.wish)) continue;
    row.sort((a, b) => a.wish - b.wish || a.order - b.order);
    number(row);
  }
}

/** The mean of where the other ends are; without any, its place as it is. */
function wishOf(vertex: Vertex, down: boolean): number {
  const segments = down ? vertex.up : vertex.down;
  if (segments.length === 0) return vertex.order;
  let sum = 0;
  for (const segment of segments) sum += down ? topOf(segment) : segment.lower.order;
  return sum / segments.length;
}

/** Swaps neighbours that need not stay as they are. */
export function swapAll(layers: Layers): void {
  for (let i = 0; i < 4; i += 1) {
    const counts = costsByGap(layers);
    if (total(counts) === 0 || !swapNeighbours(layers, counts)) return;
  }
}

/** Swaps neighbours for as long as that removes crossings. `counts[i]` is what crosses below rank i. */
function swapNeighbours(layers: Layers, counts: readonly number[]): boolean {
  let any = false;
  for (let round = 0; round < 3; round += 1) {
    let better = false;
    layers.ranks.forEach((row, rank) => {
      if ((counts[rank] ?? 0) + (counts[rank - 1] ?? 0) > 0 && swapIn(row)) better = true;
    });
    if (!better) break;
    any = true;
  }
  return any;
}

function swapIn(row: Vertex[]): boolean {
  const ends = endsIn(row);
  let better = false;
  for (let i = 0; i + 1 < row.length; i += 1) {
    const [a, b] = [row[i], row[i + 1]];
    if (!a || !b || (a.known && b.known) || gain(a, b, ends) <= 0) continue;
    row[i] = b;
    row[i + 1] = a;
    b.order = i;
    a.order = i + 1;
    better = true;
  }
  return better;
}

const priceOf = (s: Segment, t: Segment): number => (s.link.spine || t.link.spine ? spineCrossing : 1);

/** How many crossings disappear when `a` and its right neighbour `b` change places. */
function gain(a: Vertex, b: Vertex, ends: readonly Vertex[]): number {
  let saved = 0;
  for (const s of a.up) for (const t of b.up) saved += Math.sign(topOf(s) - topOf(t)) * priceOf(s, t);
  for (const s of a.down) for (const t of b.down) saved += Math.sign(s.lower.order - t.lower.order) * priceOf(s, t);
  return saved + loopGain(a, b, ends);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** What crosses below each rank, the turns of loops there included. */
const costsByGap = (layers: Layers): readonly number[] =>
  crossingsByGap(layers).map((count, rank) => count + loopCosts(layers.ranks[rank] ?? []));

/** The crossings below each rank. */
export function crossingsByGap(layers: Layers): readonly number[] {
  return layers.ranks.map((row) => (isPlain(row) ? 0 : crossingsBelow(row)));
}

/** True where the links below a rank keep the order of their upper ends: the ordinary case, found without sorting. */
function isPlain(row: readonly Vertex[]): boolean {
  let reached = -1;
  for (const { down } of row) {
    let most = reached;
    for (const { lower, link } of down) {
      if (lower.order < reached || (link.kind === 'catch' && down.length > 1)) return false;
      most = Math.max(most, lower.order);
    }
    reached = most;
  }
  return true;
}

/** Counts inversions with a tree of sums. */
function crossingsBelow(row: readonly Vertex[]): number {
  const segments = row.flatMap((vertex) => vertex.down);
  segments.sort((s, t) => topOf(s) - topOf(t) || s.lower.order - t.lower.order);
  const size = segments.reduce((most, s) => Math.max(most, s.lower.order), 0) + 2;
  const tree = new Int32Array(size + 1);
  let count = 0;
  segments.forEach((segment, index) => {
    let seen = 0;
    for (let i = segment.lower.order + 1; i > 0; i -= i & -i) seen += tree[i] ?? 0;
    count += index - seen;
    for (let i = segment.lower.order + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  });
  return count + (spineCrossing - 1) * onSpine(segments);
}

/** How many of the segments below a rank cross the straight way; at most one of them belongs to it. */
function onSpine(segments: readonly Segment[]): number {
  const spine = segments.find(({ link }) => link.spine);
  if (!spine) return 0;
  const [top, bottom] = [topOf(spine), spine.lower.order];
  return segments.filter((s) => Math.sign(topOf(s) - top) * Math.sign(s.lower.order - bottom) < 0).length;
}
