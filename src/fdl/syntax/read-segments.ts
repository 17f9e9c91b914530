import { lineText, contentLine } from './lines.ts';
import { readContainer } from './read-container.ts';
import { nameOf } from './read-state.ts';
import { differenceOf, type Difference } from './recut.ts';
import { type Before, type Listed, type ListStyle, type Old, reuseSegments } from './reuse.ts';
import { itemReader, readSegment, remember, type Segment } from './segment.ts';

let readAhead = new Map<string, Segment>();

/** No item below a dash begins with a bracket. */
export const aheadKey = (text: string, style: ListStyle): string => (style === 'flow' ? `[${text}` : text);

/** Reads with these states at hand, by `aheadKey`; each serves once. */
export function withSegments<T>(segments: Map<string, Segment>, read: () => T): T {
  readAhead = segments;
  try {
    return read();
  } finally {
    readAhead = new Map();
  }
}

/** The item of a list, read as if nothing else had been. */
export const readItem = (text: string, style: ListStyle, depth: number): Segment =>
  readPiece(text, style, undefined, { broken: 0 }, depth);

/** What one reading has met so far, at whatever depth. */
export interface Budget {
  broken: number;
}

/** After so many broken states the others get a look that costs nothing: a page must not freeze over a wrong file. */
export const mostBroken = 250;
/** Deeper inside states are read together with what they are in: every level costs a look at all lines further in. */
export const deepest = 20;

/** The items of a list, read or kept; some may need more than their own text (`needsMore`). */
export function readSegments(
  text: string,
  cut: Listed,
  before: Before | undefined,
  difference: Difference | undefined,
  budget: Budget,
  depth = 1,
): readonly Segment[] {
  const { kept, dropped } = reuseSegments(text, cut, before, difference);
  const unread: number[] = [];
  for (let i = 0; i < cut.items.length; i += 1) if (kept[i] === undefined) unread.push(i);
  const inTurn = dropped.length === unread.length;
  const alike = sameBeginning(dropped, cut.style);
  let rank = 0;
  const segments = cut.items.map((from, i): Segment => {
    const known = kept[i];
    if (known && isAsRead(known, budget.broken)) {
      budget.broken += known.broken;
      return known;
    }
    const piece = text.slice(from, cut.items[i + 1] ?? cut.trailer);
    const old = known ? { segment: known, text: piece } : inTurn ? dropped[rank] : alike(piece);
    if (!known) rank += 1;
    const segment = readPiece(piece, cut.style, old, budget, depth);
    if (segment.stale) budget.broken += 1;
    return known ? remember(segment, known) : segment;
  });
  return rememberDropped(segments, unread, dropped);
}

function readPiece(text: string, style: ListStyle, old: Old | undefined, budget: Budget, depth: number): Segment {
  const before = budget.broken;
  const ahead = readAhead.size > 0 ? readAhead.get(aheadKey(text, style)) : undefined;
  if (ahead && isAsRead(ahead, before)) {
    readAhead.delete(aheadKey(text, style));
    budget.broken += ahead.stale ? ahead.broken - 1 : ahead.broken;
    return ahead;
  }
  const quickly = (): boolean => budget.broken >= mostBroken;
  const container =
    depth < deepest
      ? readContainer(text, old, {
          style,
          quickly,
          list: (cut, last, lastText) => {
            const known = last && { text: lastText, cut: last.cut, segments: last.segments };
            const difference = known && differenceOf(lastText, text);
            return readSegments(text, cut, known, difference, budget, depth + 1);
          },
        })
      : undefined;
  if (container) return container;
  budget.broken = before;
  return readSegment(text, style, quickly());
}

/** Whether a fresh reading would have read it that way too. */
function isAsRead({ read, broken, inner }: Segment, brokenBefore: number): boolean {
  if (read === 'quick') return true;
  if (inner) return read === 'thorough' && brokenBefore + broken < mostBroken;
  return (read === 'not') === brokenBefore >= mostBroken;
}

/**
 * What was there before a state that changed, where items came or went as well: the one with the same first line. In
 * brackets that line may be a brace, so that the name has to tell.
 */
function sameBeginning(dropped: readonly Old[], style: ListStyle): (text: string) => Old | undefined {
  const beginning = style === 'flow' ? (text: string) => nameOf(itemReader(style).guess(text)) : firstLine;
  let byBeginning: ReadonlyMap<string, Old> | undefined;
  return (text) => {
    if (dropped.length === 0) return undefined;
    byBeginning ??= new Map(dropped.toReversed().map((old) => [beginning(old.text), old]));
    return byBeginning.get(beginning(text));
  };
}

function firstLine(text: string): string {
  const line = contentLine(text, 0);
  return line ? lineText(text, line) : '';
}

/** States that cannot be read now get their last look: by their name, else by their place among what changed. */
function rememberDropped(
  segments: readonly Segment[],
  unread: readonly number[],
  dropped: readonly Old[],
): readonly Segment[] {
  if (!unread.some((i) => segments[i]?.stale)) return segments;
  const byName = new Map(dropped.toReversed().map((old) => [old.segment.name, old.segment]));
  const remembering = segments.slice();
  unread.forEach((index, rank) => {
    const segment = segments[index];
    if (!segment?.stale) return;
    const sameName = segment.name === '' ? undefined : byName.get(segment.name);
    const last = sameName ?? (dropped.length === unread.length ? dropped[rank]?.segment : undefined);
    if (last) remembering[index] = remember(segment, last);
  });
  return remembering;
}
