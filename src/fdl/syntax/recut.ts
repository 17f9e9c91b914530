import { type BlockCut, type Cut, cutStates, findStates } from './cut.ts';
import { bracketReader } from './lazy-brackets.ts';
import { followItems } from './follow-items.ts';
import { contentLine, isDash } from './lines.ts';

/** How a text differs from an earlier one: what is equal at both ends. */
export interface Difference {
  readonly head: number;
  readonly tail: number;
}

const chunk = 4096;

/** Lengths of the common beginning and end, compared in blocks because texts may have megabytes. */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head + chunk <= shorter && before.slice(head, head + chunk) === after.slice(head, head + chunk)) head += chunk;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  const most = shorter - head;
  const sameTail = (length: number, size: number): boolean =>
    before.slice(before.length - length - size, before.length - length) ===
    after.slice(after.length - length - size, after.length - length);
  let tail = 0;
  while (tail + chunk <= most && sameTail(tail, chunk)) tail += chunk;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  return { head, tail };
}

/**
 * The cut of a changed text. Looks only at the lines between the last item before the change and the first one behind
 * it: where an item begins does not depend on anything before the item.
 */
export function recut(old: Cut, before: string, text: string, difference: Difference): Cut | undefined {
  if (old.style === 'block') return recutBlock(old, before, text, difference);
  const place = findStates(text);
  if (!place || !('open' in place)) return cutStates(text);
  const { head, tail } = difference;
  return bracketReader()?.followBrackets(text, place, {
    cut: old,
    head,
    tailFrom: text.length - tail,
    drift: text.length - before.length,
  });
}

function recutBlock(old: BlockCut, before: string, text: string, { head, tail }: Difference): Cut | undefined {
  const start = lastSure(old, text, head);
  const from = old.items[start];
  if (from === undefined || old.inferred || !beginsWithDash(old, before)) return cutStates(text);
  const drift = text.length - before.length;
  const sameFrom = text.length - tail;
  let oldIndex = start + 1;
  const isKnown = (lineStart: number): boolean => {
    if (lineStart < sameFrom) return false;
    const was = lineStart - drift;
    while ((old.items[oldIndex] ?? Infinity) < was) oldIndex += 1;
    return old.items[oldIndex] === was;
  };
  const found = followItems(text, from, old, isKnown);
  return found && join(old, start, oldIndex, drift, found);
}

/** Where not even the first state has its dash, the column of the dashes was found further below. */
function beginsWithDash({ items }: BlockCut, text: string): boolean {
  const first = contentLine(text, items[0] ?? 0);
  return first !== undefined && isDash(text, first.at);
}

/** The last item whose line was not touched and which is one by its dash alone, whatever stands behind it. */
function lastSure({ items, dash }: BlockCut, text: string, head: number): number {
  let index = countBelow(items, head) - 1;
  for (; index >= 0; index -= 1) {
    const line = contentLine(text, items[index] ?? 0);
    if (line && line.next <= head && line.at - line.from <= dash && isDash(text, line.at)) break;
  }
  return index;
}

function join(
  old: BlockCut,
  kept: number,
  oldIndex: number,
  drift: number,
  found: ReturnType<typeof followItems> & object,
): BlockCut {
  const { base, dash, inferred } = old;
  const style = 'block';
  const before = old.items.slice(0, kept);
  const misaligned = [...old.misaligned.filter((i) => i < kept), ...found.misaligned.map((i) => i + kept)];
  const items = before.concat(found.items);
  if (found.metAt === undefined) return { style, base, dash, inferred, items, misaligned, trailer: found.trailer };
  const moved = items.length - oldIndex;
  misaligned.push(...old.misaligned.filter((i) => i >= oldIndex).map((i) => i + moved));
  for (let i = oldIndex; i < old.items.length; i += 1) items.push((old.items[i] ?? 0) + drift);
  return { style, base, dash, inferred, items, misaligned, trailer: old.trailer + drift };
}

/** How many of the sorted numbers are at most `limit`. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
