import type { Item } from './parts.ts';

/**
 * Marks the links that lead up as things stood: those that did before, and new ones that close a cycle. So what was
 * above stays above, whatever is connected or cut elsewhere. A walk over what is left finds the others.
 */
export function keepLoops(items: readonly Item[]): void {
  if (!items.some(({ was }) => was)) return;
  const upward = items.flatMap((item) => item.links.filter((link) => ledUp(item, link.to)));
  for (const link of upward) if (link.was) link.back = true;
  const added = upward.filter((link) => !link.was);
  if (added.length === 0) return;
  const cycleOf = cycles(items);
  for (const link of added) if (cycleOf.get(link.from) === cycleOf.get(link.to)) link.back = true;
}

const ledUp = ({ was: from }: Item, { was: to }: Item): boolean =>
  from !== undefined && to !== undefined && from.start === to.start && to.rank <= from.rank;

/** A number per item, the same for two that lead to each other (Tarjan's strongly connected components, without recursion). */
function cycles(items: readonly Item[]): ReadonlyMap<Item, number> {
  const order = new Map<Item, number>();
  const low = new Map<Item, number>();
  const found = new Map<Item, number>();
  const open: Item[] = [];
  const least = (item: Item, value: number): void => void low.set(item, Math.min(low.get(item) ?? value, value));
  for (const root of items) {
    if (order.has(root)) continue;
    const trail: { readonly item: Item; next: number }[] = [];
    const enter = (item: Item): void => {
      order.set(item, order.size);
      least(item, order.size - 1);
      open.push(item);
      trail.push({ item, next: 0 });
    };
    enter(root);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const { item } = top;
      const to = item.links[top.next++]?.to;
      if (to) {
        if (!order.has(to)) enter(to);
        else if (!found.has(to)) least(item, order.get(to) ?? 0);
        continue;
      }
      trail.pop();
      const above = trail.at(-1)?.item;
      if (above) least(above, low.get(item) ?? 0);
      if (low.get(item) === order.get(item)) close(item, open, found);
    }
  }
  return found;
}

function close(first: Item, open: Item[], found: Map<Item, number>): void {
  const number = found.size;
  for (let item = open.pop(); item; item = item === first ? undefined : open.pop()) found.set(item, number);
}
