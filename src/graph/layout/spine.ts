import type { Item, Link } from './parts.ts';

/** Marks how each item goes straight on, and the one way from the start that is drawn as a straight line. */
export function markSpine(items: readonly Item[], root: Item | undefined): void {
  for (const item of items) {
    const main = mainLink(item);
    if (main) main.main = true;
  }
  for (let item = root; item;) {
    const main: Link | undefined = item.links.find((link) => link.main);
    if (!main || main.spine) return;
    main.spine = true;
    item = main.to;
  }
}

/** The ordinary way on: never an error path, never a loop; of a Choice the outlet with the longest way ahead. */
function mainLink(item: Item): Link | undefined {
  let best: Link | undefined;
  for (const link of item.links) {
    if (link.back || link.kind === 'catch') continue;
    if (!best || link.to.reach > best.to.reach) best = link;
  }
  return best;
}
