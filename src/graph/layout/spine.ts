import { isRemembered, outletOf } from './memory.ts';
import type { Item, Link } from './parts.ts';

/**
 * Marks how each item goes straight on, and the one way from the start that is drawn as a straight line. It leaves the
 * line of before only where nothing of that is left below: where an edit cut it or led it elsewhere, a link that nobody
 * sees holds the rest in line.
 */
export function markSpine(items: readonly Item[], root: Item | undefined): readonly Link[] {
  for (const item of items) {
    const main = mainLink(item);
    if (main) main.main = true;
  }
  if (!root) return [];
  root.onSpine = true;
  const rest = items.filter((item) => item !== root && isRemembered(item) && item.was?.spine);
  rest.sort((a, b) => b.rank - a.rank);
  const gaps: Link[] = [];
  for (let end = follow(root, rest), next = nextBelow(rest, end); next; next = nextBelow(rest, end)) {
    gaps.push(unseenLink(end, next));
    next.onSpine = true;
    end = follow(next, rest);
  }
  return gaps;
}

/** Marks the way on from an item, and says where it ends. `rest` is what was on the straight way, the lowest first. */
function follow(from: Item, rest: readonly Item[]): Item {
  let item = from;
  for (let main = mainOf(item); main && !main.to.onSpine && !strays(main, rest); main = mainOf(item)) {
    main.spine = true;
    item = main.to;
    item.onSpine = true;
  }
  return item;
}
const mainOf = (item: Item): Link | undefined => item.links.find((link) => link.main);

/** Leads to something that stood aside, and past what stood straight below for good. */
function strays({ from, to }: Link, rest: readonly Item[]): boolean {
  if (!isRemembered(to) || to.was?.spine !== false) return false;
  return rest.some((item) => item.rank > from.rank && !item.onSpine) && !comesBack(to);
}

/** Whether the ordinary way on from an item leads back to what is left of the straight way. */
function comesBack(from: Item): boolean {
  const seen = new Set<Item>();
  for (let item: Item | undefined = from; item && !seen.has(item); item = mainOf(item)?.to) {
    if (isRemembered(item) && item.was?.spine && !item.onSpine) return true;
    seen.add(item);
  }
  return false;
}

/** Where what is left of the straight way begins, below where it ends now. */
function nextBelow(rest: readonly Item[], end: Item): Item | undefined {
  return rest.findLast((item) => item.rank > end.rank && !item.onSpine);
}

/** The ordinary way on: never an error path, never a loop; the one of before, or of a Choice the one with the longest way ahead. */
function mainLink(item: Item): Link | undefined {
  const before = item.was?.main;
  const kept = before === undefined ? undefined : item.links.find((link) => outletOf(link) === before);
  if (kept && !kept.back) return kept;
  let best: Link | undefined;
  for (const link of item.links) {
    if (link.back || link.kind === 'catch') continue;
    if (!best || link.to.reach > best.to.reach) best = link;
  }
  return best;
}

function unseenLink(from: Item, to: Item): Link {
  return {
    id: `gap above ${to.id}`,
    kind: 'next',
    from,
    to,
    labelWidth: 0,
    labelled: false,
    was: undefined,
    back: false,
    key: from.key,
    spine: true,
    main: true,
    segments: [],
    bends: [],
    loop: undefined,
    joins: undefined,
  };
}
