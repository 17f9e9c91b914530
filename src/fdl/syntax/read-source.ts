import { type Span, span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { nameIndexOf, shareNameIndex } from '../walk.ts';
import type { Written } from '../written.ts';
import { type Cut, cutStates } from './cut.ts';
import { type Frame, placeFrame, readFrame } from './frame.ts';
import { contentLine } from './lines.ts';
import { readMessages as say } from './messages.ts';
import { Origins } from './origins.ts';
import { readFlow, withStates } from './read-flow.ts';
import { diagnostic, isBeyondReading, readWhole } from './read-whole.ts';
import { readSegments } from './read-segments.ts';
import { type Difference, differenceOf, recut } from './recut.ts';
import { problemsOfStates } from './state-problems.ts';
import { clampMap } from './shift.ts';
import { nameSegments, type Series } from './series.ts';
import type { Source } from './source.ts';
import { standIn } from './stand-in.ts';
import { valueOf } from './written-values.ts';

/** What a reading leaves behind for the next one. */
interface Memory {
  readonly cut: Cut;
  readonly series: Series;
  readonly frame: Frame;
  readonly lastGoodFrame: Frame | undefined;
}
const memories = new WeakMap<Source, Memory>();

/**
 * Reads any text; never throws. With the previous reading every state whose text did not change is the same object, at
 * any depth, and one that cannot be read now keeps its last look, marked stale. The result otherwise equals a fresh
 * reading.
 */
export function readSource(text: string, previous?: Source): Source {
  if (previous?.text === text) return previous;
  if (isBeyondReading(text)) return readWhole(text, undefined);
  const memory = previous && memories.get(previous);
  const difference = previous && differenceOf(previous.text, text);
  const cut = memory && difference ? recut(memory.cut, previous.text, text, difference) : cutStates(text);
  return (cut && readByItems(text, cut, memory, previous, difference)) ?? readWhole(text, previous);
}

/** The same of a text that nobody has read before and that is cut already. */
export const readAfresh = (text: string, cut: Cut | undefined): Source =>
  (cut && readByItems(text, cut, undefined, undefined, undefined)) ?? readWhole(text, undefined);

function readByItems(
  text: string,
  cut: Cut,
  memory: Memory | undefined,
  previous: Source | undefined,
  difference: Difference | undefined,
): Source | undefined {
  const first = cut.items[0] ?? cut.trailer;
  const between = cut.style === 'flow' && cut.items.length > 0 ? standIn : '';
  const frame = readFrame(text.slice(0, first), text.slice(cut.trailer), between, memory?.frame);
  if (frame.needsMore || !fits(cut, frame)) return undefined;
  const before = memory && previous && { text: previous.text, cut: memory.cut, segments: memory.series.segments };
  const segments = readSegments(text, cut, before, difference, { broken: 0 });
  if (segments.some((segment) => segment.needsMore)) return undefined;
  const series = nameSegments(segments, memory?.series);
  const lastGoodFrame = frame.broken || isInferred(cut) ? memory?.lastGoodFrame : frame;
  const source = assemble(text, cut, series, frame, lastGoodFrame);
  if (previous && series.positions === memory?.series.positions) {
    shareNameIndex(source.flow, nameIndexOf(previous.flow));
  }
  memories.set(source, { cut, series, frame, lastGoodFrame });
  return source;
}

const isInferred = (cut: Cut): boolean => cut.style === 'block' && cut.inferred;

/**
 * The list must be the value of `States` in a mapping; text that merely looks like it is read as a whole. So is a list
 * whose key is there though no line of it was recognised, as in `? States`.
 */
function fits(cut: Cut, { map, broken, header, standIn }: Frame): boolean {
  if (broken) return true;
  const states = valueOf(map, 'States');
  const isEmpty = states?.kind === 'scalar' && states.value === null;
  if (isInferred(cut)) return !isEmpty && states?.kind !== 'list';
  if (cut.style === 'block') return isEmpty;
  if (states?.kind !== 'list') return false;
  return states.items.length === standIn.length && (standIn === '' || states.items[0]?.span.from === header.length);
}

function assemble(
  text: string,
  cut: Cut,
  { segments, states, items, positions, troubled }: Series,
  frame: Frame,
  lastGoodFrame: Frame | undefined,
): Source {
  const first = cut.items[0] ?? cut.trailer;
  const placed = placeFrame(frame, cut.trailer - first);
  const headStale = frame.broken || isInferred(cut);
  const shown =
    headStale && lastGoodFrame ? clampMap(placeFrame(lastGoodFrame, cut.trailer - first).map, text.length) : placed.map;
  const map = shown && withStates(shown, items, spanOfList(text, cut, items));
  const problems = placed.problems.map((problem) => diagnostic(problem, undefined));
  if (isInferred(cut) && !frame.broken) problems.push(statesMissing(text, first));
  problems.push(...problemsOfStates(text, cut, segments, states, troubled));
  const partial = headStale || cut.misaligned.length > 0 || troubled.some((i) => segments[i]?.unsound);
  return {
    text,
    flow: readFlow(map, states, span(0, text.length)),
    health: partial ? 'partial' : 'sound',
    headStale,
    problems,
    origins: new Origins(positions, cut.items),
  };
}

function spanOfList(text: string, cut: Cut, items: readonly Written[]): Span {
  if (cut.style === 'flow') return span(cut.open, cut.close);
  const first = cut.items[0] ?? cut.trailer;
  const end = (cut.items.at(-1) ?? first) + (items.at(-1)?.span.to ?? 0);
  return span(first + cut.dash, Math.min(end, text.length));
}

/** Said at the list itself; the line before it may be meant to be the missing one. */
function statesMissing(text: string, listAt: number): Diagnostic {
  const before = text.slice(0, listAt).trimEnd();
  const instead = /^(?:St[A-Za-z]*|"States"?)\b/.exec(before.slice(before.lastIndexOf('\n') + 1).trim())?.[0] ?? '';
  const dash = contentLine(text, listAt)?.at ?? listAt;
  const message = say.statesMissing(instead === 'StartAt' ? '' : instead);
  return diagnostic({ message, span: span(dash, dash + 1), fixes: [] }, undefined);
}
