import type { Pieces } from '../../base/index.ts';
import { rootScope, stateId } from '../ids.ts';
import { cutStates } from './cut.ts';
import { readSource } from './read-source.ts';
import { isBeyondReading } from './read-whole.ts';
import { identify, readSegment, type Segment, withSegments } from './segment.ts';
import type { Source } from './source.ts';

/** After so many states that cannot be read the rest is left to the reading itself, which does no more than glance at them. */
const mostBroken = 250;

/**
 * The reading of a text that nobody has read before, in pieces of one state each; equal to that in one piece. What takes
 * the time is read ahead and handed to the reading, so that there is one way to read only.
 */
export function* readInPieces(text: string): Pieces<Source> {
  const cut = isBeyondReading(text) ? undefined : cutStates(text);
  if (!cut) return readSource(text);
  const segments = new Map<string, Segment>();
  const seen = new Map<string, number>();
  let broken = 0;
  for (let i = 0; i < cut.items.length && broken < mostBroken; i += 1) {
    yield;
    const piece = text.slice(cut.items[i], cut.items[i + 1] ?? cut.trailer);
    const segment = readSegment(piece);
    if (segment.stale) broken += 1;
    const occurrence = (seen.get(segment.name) ?? 0) + 1;
    seen.set(segment.name, occurrence);
    if (!segments.has(piece)) segments.set(piece, identify(segment, stateId(rootScope, segment.name, occurrence)));
  }
  yield;
  return withSegments(segments, () => readSource(text));
}
