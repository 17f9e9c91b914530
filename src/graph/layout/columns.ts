import type { Pieces } from '../../base/index.ts';
import { type Block, buildBlocks, type Pull } from './blocks.ts';
import { gapBetween } from './layers.ts';
import type { Layers } from './parts.ts';

const rounds = 10;

/**
 * Gives every vertex its x: blocks as far left as their neighbours allow, then each moved towards where its edges pull
 * it, from right to left and back, until nothing moves. Neighbours never come closer than their distance.
 */
export function* assignColumns(layers: Layers): Pieces<void> {
  const built = buildBlocks(layers);
  yield;
  const blocks = fromLeftToRight(built);
  for (const block of blocks) {
    block.x = Math.max(0, leastX(block));
  }
  for (let round = 0; round < rounds; round += 1) {
    yield;
    const order = round % 2 === 0 ? [...blocks].reverse() : blocks;
    let moved = 0;
    for (const block of order) moved += settle(block);
    if (moved < 0.5) break;
  }
  yield;
  let left = Infinity;
  for (const { members, x } of blocks) for (const v of members) left = Math.min(left, x + v.within - v.left);
  for (const block of blocks) {
    for (const vertex of block.members) vertex.x = Math.round(block.x + vertex.within - left);
  }
}

/** Whether others keep a block from where its edges would have it. */
export const isPushed = ({ pulls, x }: Block): boolean => pulls.length > 0 && Math.abs(median(pulls) - x) > 1;

/** Leaves everything where it was (`wish`), if there is still room for it: there is not where something grew. */
export function keepColumns({ ranks }: Layers): boolean {
  const fits = ranks.every((row) =>
    row.every((b, i) => {
      const a = row[i - 1];
      return !a || b.wish - a.wish >= a.right + gapBetween(a, b) + b.left - 1;
    }),
  );
  if (!fits) return false;
  // Counted from the left, as anew: what comes next does not ask where things are from, but goes by their numbers.
  let left = Infinity;
  for (const [first] of ranks) if (first) left = Math.min(left, first.wish - first.left);
  left = Math.round(left);
  for (const row of ranks) for (const vertex of row) vertex.x = vertex.wish - left;
  return true;
}

function settle(block: Block): number {
  const pulls = block.stay ? [...block.pulls, block.stay] : block.pulls;
  if (pulls.length === 0) return 0;
  const wish = median(pulls);
  const x = Math.max(leastX(block), Math.min(mostX(block), wish));
  const moved = Math.abs(x - block.x);
  block.x = x;
  return moved;
}

function leastX(block: Block): number {
  let x = -Infinity;
  for (const { to, least } of block.lefts) x = Math.max(x, to.x + least);
  return x;
}
function mostX(block: Block): number {
  let x = Infinity;
  for (const { to, least } of block.rights) x = Math.min(x, to.x - least);
  return x;
}

/** The place that satisfies half of the weight on either side; between two equally good ones the middle. */
function median(pulls: readonly Pull[]): number {
  const only = pulls.length === 1 ? pulls[0] : undefined;
  if (only) return only.to.x + only.other - only.own;
  const wishes = pulls.map((pull) => ({ x: pull.to.x + pull.other - pull.own, weight: pull.weight }));
  const [first, second, third] = wishes;
  // Most have one from above and one from below.
  if (first && second && !third && first.weight === second.weight) return (first.x + second.x) / 2;
  wishes.sort((a, b) => a.x - b.x);
  const half = wishes.reduce((sum, wish) => sum + wish.weight, 0) / 2;
  let sum = 0;
  for (let i = 0; i < wishes.length; i += 1) {
    const wish = wishes[i];
    if (!wish) continue;
    sum += wish.weight;
    if (sum > half) return wish.x;
    if (sum === half) return (wish.x + (wishes[i + 1]?.x ?? wish.x)) / 2;
  }
  return 0;
}

/** Every block after all that are to its left. Alignments do not cross, so there is such an order. */
function fromLeftToRight(blocks: readonly Block[]): Block[] {
  const waiting = new Map(blocks.map((block) => [block, block.lefts.length]));
  const ready = blocks.filter((block) => block.lefts.length === 0);
  for (let i = 0; i < ready.length; i += 1) {
    for (const { to } of ready[i]?.rights ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return ready;
}
