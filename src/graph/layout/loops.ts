import type { Item, Layers, Link, Vertex } from './parts.ts';
import { number } from './vertices.ts';

/**
 * What is particular about loops while ranks are ordered. The end of a loop stands in the rank of the state it begins
 * or ends at, to the left or right of it. Its way there runs below (or above) whatever stands between the two and
 * crosses what leads down (or up) from there: that counts like every other crossing.
 */

/** How far from its state an end would like to be; of several the one whose outlet is nearest turns inside. */
export function wishBeside({ link }: Vertex): number {
  if (!link) return 0.25;
  const index = link.from.links.indexOf(link) * 0.001;
  if (loopSide(link) < 0) return -0.25 - index;
  return link.kind === 'catch' ? 0.2 + index : 0.25 - index;
}

/**
 * The side of its target's straight way down on which a loop runs: that of the state it comes from, so that it need
 * not cut through that way. To the right where there is nothing to tell by.
 */
function loopSide(link: Link): -1 | 1 {
  const { rank } = link.from;
  let item: Item | undefined = link.to;
  let next: Link | undefined;
  while (item && item.rank < rank) {
    next = item.links.find((candidate) => candidate.main);
    item = next?.to;
  }
  const passing = item?.rank === rank ? item.vertex : next?.segments.find(({ lower }) => lower.rank === rank)?.lower;
  const from = link.from.vertex;
  return passing && from && from.order < passing.order ? -1 : 1;
}

/** Puts the ends of loops beside their states, before anything else is tried. */
export function settleLoops({ ranks }: Layers): void {
  for (const row of ranks) {
    if (!row.some((vertex) => vertex.beside)) continue;
    for (const vertex of row) {
      const host = vertex.beside?.vertex;
      vertex.wish = host ? host.order + wishBeside(vertex) : vertex.order;
    }
    row.sort((a, b) => a.wish - b.wish);
    number(row);
  }
}

const isBottom = (end: Vertex): boolean => end.link?.loop?.bottom === end && !isTrunk(end);
const isTop = (end: Vertex): boolean => end.link?.loop?.top === end && !end.link.joins;
/** A shared way has no bottom of its own: those who join it have theirs. */
const isTrunk = ({ link }: Vertex): boolean => link !== undefined && !link.from.links.includes(link);

/** How many lines a turn crosses that runs past a vertex. */
function past(end: Vertex, vertex: Vertex): number {
  return (isBottom(end) ? vertex.down.length : 0) + (isTop(end) ? vertex.up.length : 0);
}

/** What a turn below its own state crosses there, going left or right: error paths are at the right. */
function own(end: Vertex, host: Vertex, right: boolean): number {
  if (!isBottom(end) || host.down.length === 0) return 0;
  const errors = host.down.filter(({ link }) => link.kind === 'catch').length;
  if (end.link?.kind === 'catch') return right ? 0 : host.down.length - errors;
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
  return cost;
}

/** How many of them disappear when `a` and its right neighbour `b` change places. */
export function loopGain(a: Vertex, b: Vertex): number {
  return gainOf(a, b, true) + gainOf(b, a, false);
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
