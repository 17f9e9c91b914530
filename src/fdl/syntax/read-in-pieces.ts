import type { Pieces } from '../../base/index.ts';
import { rootScope, stateId } from '../ids.ts';
import { cutInner } from './cut-inner.ts';
import { cutStates } from './cut.ts';
import { aheadKey, deepest, mostBroken, readItem, withSegments } from './read-segments.ts';
import { readAfresh } from './read-source.ts';
import { isBeyondReading } from './read-whole.ts';
import type { Listed } from './reuse.ts';
import { identify, type Segment } from './segment.ts';
import type { Source } from './source.ts';

/**
 * The reading of a text that nobody has read before, in pieces of one state each; equal to that in one piece. What takes
 * the time is read ahead and handed to the reading, so that there is one way to read only.
 */
export function* readInPieces(text: string): Pieces<Source> {
  const cut = isBeyondReading(text) ? undefined : cutStates(text);
  if (!cut) return readAfresh(text, cut);
  const segments = new Map<string, Segment>();
  yield* readAhead(text, cut, segments, { broken: 0 }, 1);
  yield;
  return withSegments(segments, () => readAfresh(text, cut));
}

/**
 * Reads the items of a list, those inside of them first. After so many that cannot be read the rest is left to the
 * reading itself, which does no more than glance at them.
 */
function* readAhead(
  text: string,
  { items, trailer, style }: Listed,
  segments: Map<string, Segment>,
  count: { broken: number },
  depth: number,
): Pieces<void> {
  const seen = new Map<string, number>();
  for (let i = 0; i < items.length && count.broken < mostBroken; i += 1) {
    yield;
    const piece = text.slice(items[i], items[i + 1] ?? trailer);
    for (const cut of depth < deepest ? cutInner(piece, style) : []) {
      yield* readAhead(piece, cut, segments, count, depth + 1);
    }
    const segment = withSegments(segments, () => readItem(piece, style, depth));
    if (segment.stale) count.broken += 1;
    const occurrence = (seen.get(segment.name) ?? 0) + 1;
    seen.set(segment.name, occurrence);
    const own = depth === 1 ? identify(segment, stateId(rootScope, segment.name, occurrence)) : segment;
    const key = aheadKey(piece, style);
    if (!segments.has(key)) segments.set(key, own);
  }
}
