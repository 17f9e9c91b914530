import { type Item, type Layers, type Link, type Segment, spacing, type Vertex } from './parts.ts';
import { number } from './vertices.ts';

/**
 * What is particular about loops while ranks are ordered. The end of a loop stands in the rank of the state it begins
 * or ends at, to the left or right of it. Its way there runs below (or above) whatever stands between the two and
 * crosses what leads down (or up) from there: that counts like every other crossing.
 */

/** What cuts through the straight way down the picture counts as much as this many ordinary crossings. */
export const spineCrossing = 2;

/** Where nothing tells on which side a loop should run. */
export type Side = -1 | 1;

/** How far from its state an end would like to be: error paths, which leave higher up, turn inside. */
export function wishBeside({ link }: Vertex, otherwise: Side): number {
  const far = link?.kind === 'catch' ? 0.2 : 0.25;
  return link ? loopSide(link, otherwise) * far : far;
}

/**
 * The side of its target's straight way down on which a loop runs: that of the state it comes from, so that it need
 * not cut through that way.
 */
function loopSide(link: Link, otherwise: Side): Side {
  const { rank } = link.from;
  let item: Item | undefined = link.to;
  let next: Link | undefined;
  while (item && item.rank < rank) {
    next = item.links.find((candidate) => candidate.main);
    item = next?.to;
  }
  const passing = item?.rank === rank ? item.vertex : next?.segments.find(({ lower }) => lower.rank === rank)?.lower;
  const from = link.from.vertex;
  if (!passing || !from || from === passing) return otherwise;
  return from.order < passing.order ? -1 : 1;
}

/** Puts the ends of loops beside their states, before anything else is tried. */
export function settleLoops({ ranks }: Layers, otherwise: Side): void {
  for (const row of ranks) {
    if (!row.some((vertex) => vertex.beside)) continue;
    for (const vertex of row) {
      const host = vertex.beside?.vertex;
      vertex.wish = host ? host.order + wishBeside(vertex, otherwise) : vertex.order;
    }
    row.sort((a, b) => a.wish - b.wish);
    number(row);
  }
}

/**
 * Shortens the turns of loops that have nothing but other loops of their state between it and their way up. An error
 * path leaves at the side and need not go around below the state. Another way need not go down to where the rank ends
 * if its state, a card beside a container, ends before.
 */
export function turnAside({ ranks, links }: Layers): void {
  for (const link of links) {
    const { loop, from } = link;
    const order = from.vertex?.order;
    if (!loop || order === undefined) continue;
    const toRight = loop.bottom.order > order;
    const [first, end] = toRight ? [order + 1, loop.bottom.order] : [loop.bottom.order + 1, order];
    const between = (ranks[from.rank] ?? []).slice(first, end);
    if (!between.every(({ beside }) => beside === from)) continue;
    if (link.kind !== 'catch') link.loop = { ...loop, near: nearTurn(from, between, ranks[from.rank] ?? []) };
    else if (toRight) link.loop = { ...loop, aside: true };
  }
}

function nearTurn(from: Item, between: readonly Vertex[], row: readonly Vertex[]): number | undefined {
  const before = between.filter((end) => isBottom(end) && end.link?.kind !== 'catch').length;
  const low = from.height + nearDepth(before) + spacing.track;
  return low <= Math.max(...row.map(({ item }) => item?.height ?? 0)) ? before : undefined;
}

/** How far below its state a loop turns there. */
export const nearDepth = (near: number): number => spacing.stub + near * spacing.track;

const isBottom = (end: Vertex): boolean => end.link?.loop?.bottom === end && !isTrunk(end);
const isTop = (end: Vertex): boolean => end.link?.loop?.top === end && !end.link.joins;
/** A shared way has no bottom of its own: those who join it have theirs. */
const isTrunk = ({ link }: Vertex): boolean => link !== undefined && !link.from.links.includes(link);

/** How many lines a turn crosses that runs past a vertex. */
function past(end: Vertex, vertex: Vertex): number {
  return (isBottom(end) ? priceOf(vertex.down) : 0) + (isTop(end) ? priceOf(vertex.up) : 0);
}

const priceOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { link }) => sum + (link.spine ? spineCrossing : 1), 0);

/** What a turn below its own state crosses there, going left or right: error paths are at the right. */
function own(end: Vertex, host: Vertex, right: boolean): number {
  if (!isBottom(end) || host.down.length === 0) return 0;
  const errors = host.down.filter(({ link }) => link.kind === 'catch').length;
  if (end.link?.kind === 'catch') return right ? 0 : priceOf(host.down) - errors;
  return right ? errors : 0;
}

/** The crossings at the turns of one rank. */
export function loopCosts(row: readonly Vertex[]): number {
  let cost = 0;
  for (const end of row) {
    const host = end.beside?.vertex;
    if (!host) continue;
    cost += own(end, host, end.order > host.order);
    const [from, to] = end.order < host.order ? [end.order, host.order] : [host.order, end.order];
    for (let i = from + 1; i < to; i += 1) {
      const between = row[i];
      if (between) cost += past(end, between);
    }
  }
  return cost + tangled(endsIn(row));
}

/** More of them in one rank are not compared with each other: that would take longer than it is worth. */
const mostCompared = 40;
export function endsIn(row: readonly Vertex[]): readonly Vertex[] {
  const ends = row.filter((vertex) => vertex.beside);
  return ends.length > mostCompared ? [] : ends;
}

/** Pairs of turns of one rank that cut through each other: those where one begins inside of the other and ends outside. */
function tangled(ends: readonly Vertex[], among: readonly Vertex[] = ends): number {
  let count = 0;
  among.forEach((a) => {
    for (const b of ends) {
      if (a === b || (among.includes(b) && a.order > b.order)) continue;
      if (isBottom(a) === isBottom(b) && interleave(a, b)) count += 1;
    }
  });
  return count;
}

function interleave(a: Vertex, b: Vertex): boolean {
  const [from, to] = [a.beside?.vertex?.order ?? a.order, b.beside?.vertex?.order ?? b.order];
  if (from === to) return crossAtHome(a, b, from);
  const inside = (order: number): boolean => order > Math.min(from, a.order) && order < Math.max(from, a.order);
  return inside(to) !== inside(b.order);
}

/** Two of one state on one side: the error path, which leaves at its right, turns inside there and outside at the left. */
function crossAtHome(a: Vertex, b: Vertex, home: number): boolean {
  const kinds = [a.link?.kind === 'catch', b.link?.kind === 'catch'];
  if (kinds[0] === kinds[1] || a.order > home !== b.order > home || !isBottom(a)) return false;
  return kinds[0] ? a.order > b.order : b.order > a.order;
}

/** How many of them disappear when `a` and its right neighbour `b` change places. */
export function loopGain(a: Vertex, b: Vertex, ends: readonly Vertex[]): number {
  const concerned =
    ends.length < 2 ? [] : ends.filter((end) => [end, end.beside?.vertex].some((v) => v === a || v === b));
  const saved = gainOf(a, b, true) + gainOf(b, a, false);
  if (concerned.length === 0) return saved;
  const before = tangled(ends, concerned);
  exchange(a, b);
  const after = tangled(ends, concerned);
  exchange(a, b);
  return saved + before - after;
}

function exchange(a: Vertex, b: Vertex): void {
  const { order } = a;
  a.order = b.order;
  b.order = order;
}

/** For the loops that end at `moving`, or beside it, when `other` passes from its right (or left) to the other side. */
function gainOf(moving: Vertex, other: Vertex, isLeft: boolean): number {
  let saved = 0;
  const host = moving.beside?.vertex;
  if (host === other) saved += own(moving, host, !isLeft) - own(moving, host, isLeft);
  else if (host) saved += host.order > moving.order === isLeft ? past(moving, other) : -past(moving, other);
  for (const end of moving.ends) {
    if (end === other) continue;
    saved += end.order > moving.order === isLeft ? past(end, other) : -past(end, other);
  }
  return saved;
}
