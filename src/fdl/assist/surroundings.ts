import { lineStartAt } from '../../base/index.ts';
import type { Source } from '../syntax/source.ts';

/** Shorter texts are read whole, which is right whatever their style. */
const shortText = 20_000;
const blockHead = 'States:\n';
const flowHead = '{States: [\n';

/** The piece of a text that decides about an offset. */
export interface Surroundings {
  readonly text: string;
  /** What is added to an offset of the piece to get that of the whole text. */
  readonly base: number;
  readonly isPiece: boolean;
}

/**
 * In a long text help needs only the one state around the caret, or what stands before the first. So it costs the same
 * in a flow of ten thousand states as in one of ten. States must stand below dashes or in braces.
 */
export function surroundings(source: Source, offset: number): Surroundings {
  const { text } = source;
  const whole = { text, base: 0, isPiece: false };
  if (text.length < shortText) return whole;
  const next = stateBeyond(source, offset);
  const from = next > 0 ? itemOf(source, next - 1) : undefined;
  const to = itemOf(source, next);
  if (next === 0) return to ? { text: text.slice(0, to.from), base: 0, isPiece: true } : whole;
  return from ? pieceOf(text, from, to?.from ?? text.length) : whole;
}

interface Item {
  readonly from: number;
  readonly flow: boolean;
}

function pieceOf(text: string, { from, flow }: Item, to: number): Surroundings {
  const line = lineStart(text, from);
  // Where the brace begins its line the columns are right, too.
  const start = flow && text.slice(line, from).trim() === '' ? line : from;
  const head = flow ? flowHead : blockHead;
  return { text: head + text.slice(start, to), base: start - head.length, isPiece: true };
}

/** Where the text of a state begins: the line of its dash, or its brace. */
function itemOf(source: Source, index: number): Item | undefined {
  const origin = originOf(source, index);
  if (origin === undefined) return undefined;
  const { text } = source;
  const line = lineStart(text, origin);
  if (isItem(text, line)) return { from: line, flow: false };
  return text.charAt(origin) === '{' ? { from: origin, flow: true } : undefined;
}

function originOf({ flow, origins }: Source, index: number): number | undefined {
  const state = flow.states[index];
  return state && (origins.get(state.id) ?? 0);
}

const lineStart = (text: string, at: number): number => lineStartAt(text, at);
const isItem = (text: string, at: number): boolean => /^ *-(?:\s|$)/.test(text.slice(at, at + 200));

/** The first state that begins behind an offset; they stand in the order of the flow. */
function stateBeyond(source: Source, offset: number): number {
  let low = 0;
  let high = source.flow.states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = originOf(source, middle) ?? 0;
    if (from <= offset || (from - offset < 200 && isBehindDash(source, middle, offset))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset is left of a state's own text, but on the line of its dash. */
function isBehindDash(source: Source, index: number, offset: number): boolean {
  const item = itemOf(source, index);
  return item !== undefined && !item.flow && item.from <= offset;
}
