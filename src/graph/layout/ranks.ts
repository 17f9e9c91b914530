import { keepLoops } from './cycles.ts';
import { isRemembered } from './memory.ts';
import type { Item, Link } from './parts.ts';

/**
 * Gives every item its rank: one below the lowest of those that lead to it. Links that lead back are found by a walk
 * from the start, outlets in their order, and set aside. Linear, and without recursion: a chain of 10,000 is no problem.
 */
export function assignRanks(items: readonly Item[], root: Item | undefined): void {
  keepLoops(items);
  const settled = walk(items, root);
  for (const item of settled)
    if (item !== root && isLoose(item)) item.rank = isRemembered(item) ? (item.was?.rank ?? 0) : 0;
  for (const item of settled) {
    for (const link of item.links) {
      if (!link.back) link.to.rank = Math.max(link.to.rank, item.rank + lengthOf(link));
    }
  }
  for (const item of settled.reverse()) {
    let highest = Infinity;
    for (const link of item.links) {
      if (link.back) continue;
      item.reach = Math.max(item.reach, link.to.reach + 1);
      highest = Math.min(highest, link.to.rank - lengthOf(link));
    }
    if (item !== root && highest < Infinity && isLoose(item) && !isRemembered(item)) item.rank = highest;
  }
}

/** Nothing above leads here. */
const isLoose = (item: Item): boolean => item.incoming.every((link) => link.back);

/** A label needs a bend of its own to sit at where several edges come together; that of an error path is beside its outlet. */
const lengthOf = (link: Link): number =>
  link.labelled && link.kind !== 'catch' && link.to.incoming.length > 1 ? 2 : 1;

/** Depth first; gives the items so that every link that does not lead back goes from an earlier to a later one. */
function walk(items: readonly Item[], root: Item | undefined): Item[] {
  const state = new Map<Item, 'open' | 'done'>();
  const done: Item[] = [];
  let counter = 0;
  const visit = (start: Item): void => {
    if (state.has(start)) return;
    const trail: { item: Item; next: number }[] = [];
    const open = (item: Item) => {
      state.set(item, 'open');
      item.key = counter++;
      trail.push({ item, next: 0 });
    };
    open(start);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const link = top.item.links[top.next++];
      if (!link) {
        state.set(top.item, 'done');
        done.push(top.item);
        trail.pop();
        continue;
      }
      link.key = counter - 0.5;
      if (link.back) continue;
      if (state.get(link.to) === 'open') link.back = true;
      else if (!state.has(link.to)) open(link.to);
    }
  };
  if (root) visit(root);
  for (const item of items) if (item.incoming.length === 0) visit(item);
  for (const item of items) visit(item);
  return done.reverse();
}
