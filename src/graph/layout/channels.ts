import { allLinks, type Layers, type Link, type Vertex } from './parts.ts';

/** A horizontal piece of an edge between two ranks. */
export interface Crossing {
  readonly link: Link;
  readonly from: number;
  readonly to: number;
  /** What it leads to; pieces that lead to the same place may run together. */
  readonly goal: Vertex | undefined;
  /** `hang`: a loop's turn below its state, both ends go up. `stand`: its turn above the target. */
  readonly shape: 'pass' | 'hang' | 'stand';
  track: number;
}

/** The crossings below each rank; those above the first rank are the first list. */
export function findCrossings(layers: Layers, startOf: (link: Link) => number): Crossing[][] {
  const channels: Crossing[][] = Array.from({ length: layers.ranks.length + 1 }, () => []);
  const add = (rank: number, link: Link, shape: Crossing['shape'], from: number, to: number, goal?: Vertex) => {
    if (Math.abs(from - to) >= 0.5) channels[rank]?.push({ link, from, to, goal, shape, track: 0 });
  };
  for (const link of allLinks(layers)) {
    const shared = layers.trunks.includes(link);
    if (link.loop && !link.loop.aside && link.loop.near === undefined && !shared) {
      add(link.from.rank + 1, link, 'hang', startOf(link), link.loop.bottom.x);
    }
    if (link.loop && !link.joins) {
      const goal = link.to.vertex;
      add(link.to.rank, link, 'stand', link.loop.top.x, goal?.x ?? 0, goal);
    }
    for (const { upper, lower, offset } of link.segments) {
      add(upper.rank + 1, link, 'pass', upper.x + offset, lower.x, link.back ? upper : lower);
    }
  }
  return channels;
}

const turn = { hang: 0, pass: 1, stand: 2 } as const;

/**
 * Gives the crossings of one channel their tracks and says how many there are. Pieces that go right are stacked from
 * the right, those that go left from the left: so none cuts through another that it could go around.
 */
export function assignTracks(crossings: Crossing[]): number {
  const key = (c: Crossing) => (c.to > c.from ? -c.from : c.from);
  crossings.sort((a, b) => turn[a.shape] - turn[b.shape] || key(a) - key(b));
  const tracks: Crossing[][] = [];
  for (const crossing of crossings) {
    let track = 0;
    for (let i = tracks.length - 1; i >= 0; i -= 1) {
      if (tracks[i]?.some((other) => mustStayBelow(crossing, other))) {
        track = i + 1;
        break;
      }
    }
    while (tracks[track]?.some((other) => collides(crossing, other))) track += 1;
    crossing.track = track;
    (tracks[track] ??= []).push(crossing);
  }
  return tracks.length;
}

const room = 10;
const overlaps = (a: Crossing, b: Crossing): boolean =>
  Math.min(a.from, a.to) - room < Math.max(b.from, b.to) && Math.min(b.from, b.to) - room < Math.max(a.from, a.to);
const together = (a: Crossing, b: Crossing): boolean => a.goal !== undefined && a.goal === b.goal;
const collides = (a: Crossing, b: Crossing): boolean => !together(a, b) && overlaps(a, b);

/** `other` came first; going the same way, or turning earlier, it has the higher track. */
function mustStayBelow(crossing: Crossing, other: Crossing): boolean {
  if (!collides(crossing, other)) return false;
  return other.shape !== crossing.shape || crossing.to > crossing.from === other.to > other.from;
}
