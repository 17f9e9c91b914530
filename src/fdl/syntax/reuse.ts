import type { Items } from './follow-items.ts';
import type { Difference } from './recut.ts';
import type { Segment } from './segment.ts';

/** Below dashes, or in brackets. */
export type ListStyle = 'block' | 'flow';
/** Where the items of a list begin, and where the last one ends. */
export type Listed = Pick<Items, 'items' | 'trailer'> & { readonly style: ListStyle };

/** The last reading, as far as its segments can serve the next one. */
export interface Before {
  readonly text: string;
  readonly cut: Listed;
  readonly segments: readonly Segment[];
}
/** A segment of the last reading with the text it was read from. */
export interface Old {
  readonly segment: Segment;
  readonly text: string;
}
export interface Reuse {
  /** Per item of the new cut the segment that has the same text. */
  readonly kept: readonly (Segment | undefined)[];
  /** Segments whose text is gone, with that text, in order. */
  readonly dropped: readonly Old[];
}

/** Finds the segments whose text is still there: unmoved or moved as a whole by position, others by their text. */
export function reuseSegments(
  text: string,
  cut: Listed,
  before: Before | undefined,
  difference: Difference | undefined,
): Reuse {
  if (!before || !difference) return { kept: [], dropped: [] };
  const kept: (Segment | undefined)[] = new Array(cut.items.length);
  const used = new Uint8Array(before.segments.length);
  const drift = text.length - before.text.length;
  const tailFrom = text.length - difference.tail;
  const { items, trailer, style } = before.cut;
  // What is written in another style is read in another way: nothing of it is as it was.
  const comparable = style === cut.style ? cut : { ...cut, items: [] };
  let old = 0;
  comparable.items.forEach((from, i) => {
    const to = cut.items[i + 1] ?? cut.trailer;
    const shift = to <= difference.head ? 0 : from >= tailFrom ? drift : undefined;
    if (shift === undefined) return;
    while ((items[old] ?? Infinity) < from - shift) old += 1;
    if (items[old] !== from - shift || (items[old + 1] ?? trailer) !== to - shift) return;
    kept[i] = before.segments[old];
    used[old] = 1;
  });
  return reuseByText(text, comparable, before, kept, used);
}

function reuseByText(
  text: string,
  cut: Listed,
  before: Before,
  kept: (Segment | undefined)[],
  used: Uint8Array,
): Reuse {
  const left = new Map<string, Old[]>();
  before.segments.forEach((segment, i) => {
    if (used[i] === 1) return;
    const from = before.cut.items[i] ?? 0;
    const slice = before.text.slice(from, from + segment.length);
    const same = left.get(slice);
    if (same) same.push({ segment, text: slice });
    else left.set(slice, [{ segment, text: slice }]);
  });
  if (left.size > 0) {
    cut.items.forEach((from, i) => {
      kept[i] ??= left.get(text.slice(from, cut.items[i + 1] ?? cut.trailer))?.shift()?.segment;
    });
  }
  return { kept, dropped: [...left.values()].flat() };
}
