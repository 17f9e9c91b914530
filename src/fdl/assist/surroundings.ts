import { lineStartAt } from '../../base/index.ts';
import type { Source } from '../syntax/source.ts';

/** Shorter texts are read whole, which is right whatever their style. */
const shortText = 20_000;
const head = 'States:\n';

/** The piece of a text that decides about an offset. */
export interface Surroundings {
  readonly text: string;
  /** What is added to an offset of the piece to get that of the whole text. */
  readonly base: number;
  readonly isPiece: boolean;
}

/**
 * In a long text written as a block list, help needs only the one state around the caret, or what stands before the
 * first. So it costs the same in a flow of ten thousand states as in one of ten.
 */
export function surroundings(source: Source, offset: number): Surroundings {
  const whole = { text: source.text, base: 0, isPiece: false };
  if (source.text.length < shortText) return whole;
  const starts = source.flow.states.map((state) => lineStart(source.text, source.origins.get(state.id) ?? 0));
  const next = firstBeyond(starts, offset);
  const from = starts[next - 1];
  const to = starts[next] ?? source.text.length;
  if (from === undefined)
    return isItem(source.text, to) ? { text: source.text.slice(0, to), base: 0, isPiece: true } : whole;
  if (!isItem(source.text, from)) return whole;
  return { text: head + source.text.slice(from, to), base: from - head.length, isPiece: true };
}

const lineStart = (text: string, at: number): number => lineStartAt(text, at);
const isItem = (text: string, at: number): boolean => /^ *-(?:\s|$)/.test(text.slice(at, at + 200));

/** The index of the first start behind an offset; starts ascend. */
function firstBeyond(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
