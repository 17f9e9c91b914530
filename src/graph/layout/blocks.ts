import { gapBetween } from './layers.ts';
import { isRemembered } from './memory.ts';
import { allLinks, type Item, type Layers, type Link, type Segment, type Vertex } from './parts.ts';

/**
 * Vertices that are drawn exactly below each other, as one rigid piece. Straightness is decided first and by
 * importance (the spine, then long edges, then ordinary ways on); room is found afterwards by moving whole blocks.
 */
export interface Block {
  readonly members: Vertex[];
  readonly rights: Distance[];
  readonly lefts: Distance[];
  readonly pulls: Pull[];
  /** Back to where it was. */
  stay: Pull | undefined;
  x: number;
}
export interface Distance {
  readonly to: Block;
  readonly least: number;
}
/** A wish to have `own` (from this block's x) level with `other` (from the other block's x). */
export interface Pull {
  readonly own: number;
  readonly to: Block;
  readonly other: number;
  readonly weight: number;
}

export function buildBlocks(layers: Layers): Block[] {
  align(layers);
  const blocks: Block[] = [];
  for (const row of layers.ranks) {
    for (const vertex of row) {
      const { straight } = vertex;
      let block = straight?.upper.block;
      if (straight && block) vertex.within = straight.upper.within + straight.offset;
      else blocks.push((block = { members: [], rights: [], lefts: [], pulls: [], stay: undefined, x: 0 }));
      vertex.block = block;
      block.members.push(vertex);
    }
    separate(row);
  }
  addPulls(layers);
  for (const block of blocks) holdBack(block);
  return blocks;
}

function separate(row: readonly Vertex[]): void {
  for (let i = 0; i + 1 < row.length; i += 1) {
    const a = row[i];
    const b = row[i + 1];
    if (!a?.block || !b?.block) continue;
    const least = a.right + gapBetween(a, b) + b.left + a.within - b.within;
    a.block.rights.push({ to: b.block, least });
    b.block.lefts.push({ to: a.block, least });
  }
}

/** What stood where it wanted to would like to stay: more than what an error path or one of several ways on wants. */
const steadiness = 2.5;

function holdBack({ members }: Block): void {
  const item = members.find((member) => member.item && member.known)?.item;
  const start = item?.start?.vertex;
  const { was } = item ?? {};
  if (!item?.vertex?.block || !start?.block || item.vertex.block === start.block) return;
  if (!was || was.pushed || !isRemembered(item) || hangsOnLess(item)) return;
  item.vertex.block.stay = {
    own: item.vertex.within,
    to: start.block,
    other: start.within + was.x,
    weight: steadiness,
  };
}

/** What leads to it has become narrower, a state that was folded for one: it comes along. */
const hangsOnLess = ({ incoming }: Item): boolean =>
  incoming.some(({ from }) => from.was !== undefined && from.was.width > from.width + 1);

function addPulls(layers: Layers): void {
  for (const link of allLinks(layers)) {
    for (const segment of link.segments) {
      if (segment.lower.straight === segment) continue;
      pull(segment.upper, segment.offset, segment.lower, 0, importance(segment));
    }
    pullLoop(link, layers.trunks.includes(link));
  }
}

/** The ends of a loop stay close to its states; a shared way has an end at the target only. */
function pullLoop({ loop, joins, from, to }: Link, shared: boolean): void {
  if (!loop || !from.vertex || !to.vertex) return;
  if (!shared) pull(loop.bottom, 0, from.vertex, from.vertex.right, 1);
  if (!joins) pull(loop.top, 0, to.vertex, to.vertex.right, 1);
}

function pull(a: Vertex, aOffset: number, b: Vertex, bOffset: number, weight: number): void {
  if (!a.block || !b.block || a.block === b.block) return;
  const own = a.within + aOffset;
  const other = b.within + bOffset;
  a.block.pulls.push({ own, to: b.block, other, weight });
  b.block.pulls.push({ own: other, to: a.block, other: own, weight });
}

/** Error paths are never straight for others to give way. */
const straightest = [8, 6, 3, 2] as const;

function importance({ link, upper, lower }: Segment): number {
  if (link.spine) return 8;
  if (!upper.item && !lower.item && !link.joins) return 6;
  if (link.kind === 'catch') return 1;
  return link.main ? 3 : 2;
}

/** Decides along which segments the picture is straight, the most important first. They never cross each other. */
function align(layers: Layers): void {
  const byWeight = new Map<number, Segment[]>(straightest.map((weight) => [weight, []]));
  for (const link of allLinks(layers)) {
    for (const segment of link.segments) byWeight.get(importance(segment))?.push(segment);
  }
  const gaps: Segment[][] = layers.ranks.map(() => []);
  for (const segments of byWeight.values()) {
    for (const segment of segments) tryStraight(segment, gaps[segment.upper.rank] ?? []);
  }
}

/** `gap` holds the straight segments below one rank, from left to right. */
function tryStraight(segment: Segment, gap: Segment[]): void {
  const { upper, lower } = segment;
  if (upper.taken || lower.straight) return;
  const at = slot(gap, upper.order);
  if ((gap[at - 1]?.lower.order ?? -1) > lower.order || (gap[at]?.lower.order ?? Infinity) < lower.order) return;
  gap.splice(at, 0, segment);
  upper.taken = true;
  lower.straight = segment;
}

function slot(gap: readonly Segment[], order: number): number {
  let low = 0;
  let high = gap.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gap[middle]?.upper.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
