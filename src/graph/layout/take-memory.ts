import type { NodeId } from '../../fdl/index.ts';
import type { Block } from './blocks.ts';
import { isPushed } from './columns.ts';
import { type ItemMemory, type LayoutMemory, outletOf, type WayMemory } from './memory.ts';
import type { Item, Link } from './parts.ts';
import { trunkOf } from './trunks.ts';

/** What is to be remembered of laid out items. */
export function takeMemory(all: readonly Item[]): LayoutMemory {
  const items = new Map<NodeId, ItemMemory>();
  const ways = new Map<string, WayMemory>();
  // Asked once for each block: the straight way down a large flow is one, with thousands of items and edges that pull.
  const pushed = new Map<Block, boolean>();
  const isHeld = (block: Block): boolean => {
    const known = pushed.get(block) ?? isPushed(block);
    pushed.set(block, known);
    return known;
  };
  for (const item of all) items.set(item.id, ofItem(item, isHeld));
  for (const item of all) {
    for (const link of item.links) {
      if (link.bends.length > 0) ways.set(link.id, { to: link.to.id, bends: bendsOf(link) });
      const kind = link.joins && trunkOf(link);
      if (link.joins && kind !== undefined) items.get(link.to.id)?.trunks.set(kind, bendsOf(link.joins.trunk));
    }
  }
  return { items, ways };
}

function ofItem(item: Item, isHeld: (block: Block) => boolean): ItemMemory {
  const main = item.links.find((link) => link.main);
  const block = item.vertex?.block;
  return {
    x: placeOf(item, item.vertex?.x),
    rank: item.rank,
    width: item.width,
    spine: item.onSpine,
    places: item.places,
    pushed: block ? isHeld(block) : (item.was?.pushed ?? false),
    start: item.start?.id,
    main: main && outletOf(main),
    trunks: new Map(),
  };
}

const bendsOf = (link: Link): readonly number[] => link.bends.map(({ x }) => placeOf(link.to, x));
const placeOf = ({ start }: Item, x = 0): number => x - (start?.vertex?.x ?? 0);
