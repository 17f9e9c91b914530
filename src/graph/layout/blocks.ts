import { gapBetween } from './layers.ts';
import type { Layers, Segment, Vertex } from './parts.ts';

/**
 * Vertices that are drawn exactly below each other, as one rigid piece. Straightness is decided first and by
 * importance (the spine, then long edges, then ordinary ways on); room is found afterwards by moving whole blocks.
 */
export interface Block {
  readonly members: { readonly vertex: Vertex; readonly offset: number }[];
  readonly rights: { readonly to: Block; readonly distance: number }[];
  readonly lefts: { readonly to: Block; readonly distance: number }[];
  readonly pulls: Pull[];
  x: number;
}
/** A wish to have `own` (from this block's x) level with `other` (from the other block's x). */
export interface Pull {
  readonly own: number;
  readonly to: Block;
  readonly other: number;
  readonly weight: number;
}

export function buildBlocks(layers: Layers): Block[] {
  const partner = align(layers);
  const blockOf = new Map<Vertex, { block: Block; offset: number }>();
  const blocks: Block[] = [];
  for (const row of layers.ranks) {
    for (const vertex of row) {
      const above = partner.get(vertex);
      const home = above && blockOf.get(above.upper);
      const block: Block = home?.block ?? { members: [], rights: [], lefts: [], pulls: [], x: 0 };
      if (!home) blocks.push(block);
      const offset = home && above ? home.offset + above.offset : 0;
      block.members.push({ vertex, offset });
      blockOf.set(vertex, { block, offset });
    }
  }
  for (const row of layers.ranks) separate(row, blockOf);
  addPulls(layers, partner, blockOf);
  return blocks;
}

type Homes = ReadonlyMap<Vertex, { readonly block: Block; readonly offset: number }>;

function separate(row: readonly Vertex[], homes: Homes): void {
  for (let i = 0; i + 1 < row.length; i += 1) {
    const [a, b] = [row[i], row[i + 1]];
    const left = a && homes.get(a);
    const right = b && homes.get(b);
    if (!a || !b || !left || !right) continue;
    const distance = a.right + gapBetween(a, b) + b.left + left.offset - right.offset;
    left.block.rights.push({ to: right.block, distance });
    right.block.lefts.push({ to: left.block, distance });
  }
}

function addPulls(layers: Layers, partner: ReadonlyMap<Vertex, Segment>, homes: Homes): void {
  const pull = (a: Vertex, aOffset: number, b: Vertex, bOffset: number, weight: number) => {
    const [one, two] = [homes.get(a), homes.get(b)];
    if (!one || !two || one.block === two.block) return;
    const [own, other] = [one.offset + aOffset, two.offset + bOffset];
    one.block.pulls.push({ own, to: two.block, other, weight });
    two.block.pulls.push({ own: other, to: one.block, other: own, weight });
  };
  for (const link of layers.links) {
    for (const segment of link.segments) {
      if (partner.get(segment.lower) === segment) continue;
      pull(segment.upper, segment.offset, segment.lower, 0, importance(segment));
    }
    if (!link.loop || !link.from.vertex || !link.to.vertex) continue;
    pull(link.loop.bottom, 0, link.from.vertex, link.from.vertex.right, 1);
    pull(link.loop.top, 0, link.to.vertex, link.to.vertex.right, 1);
  }
}

function importance({ link, upper, lower }: Segment): number {
  if (link.spine) return 8;
  if (!upper.item && !lower.item) return 6;
  if (link.kind === 'catch') return 1;
  return link.main ? 3 : 2;
}

/** For each vertex the segment from above along which it is aligned. Alignments never cross each other. */
function align(layers: Layers): ReadonlyMap<Vertex, Segment> {
  const partner = new Map<Vertex, Segment>();
  const taken = new Set<Vertex>();
  const gaps: Segment[][] = layers.ranks.map(() => []);
  const segments = layers.links.flatMap((link) => link.segments);
  const ranked = segments.map((segment) => ({ segment, weight: importance(segment) }));
  for (const { segment } of ranked.sort((a, b) => b.weight - a.weight)) {
    const { upper, lower } = segment;
    if (taken.has(upper) || partner.has(lower)) continue;
    const gap = gaps[upper.rank] ?? [];
    const at = slot(gap, upper.order);
    if ((gap[at - 1]?.lower.order ?? -1) > lower.order || (gap[at]?.lower.order ?? Infinity) < lower.order) continue;
    gap.splice(at, 0, segment);
    taken.add(upper);
    partner.set(lower, segment);
  }
  return partner;
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
