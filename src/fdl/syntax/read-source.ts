import { span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { State } from '../model.ts';
import { nameIndexOf, shareNameIndex } from '../walk.ts';
import { type Cut, cutStates } from './cut.ts';
import { type Frame, placeFrame, readFrame } from './frame.ts';
import { contentLine } from './lines.ts';
import { readMessages as say } from './messages.ts';
import { Origins } from './origins.ts';
import { readFlow, withStates } from './read-flow.ts';
import { diagnostic, isBeyondReading, readWhole } from './read-whole.ts';
import { type Difference, differenceOf, recut } from './recut.ts';
import { type Before, reuseSegments } from './reuse.ts';
import { readSegment, remember, type Segment } from './segment.ts';
import { clampMap } from './shift.ts';
import { nameSegments, type Series } from './series.ts';
import type { Source } from './source.ts';

/** What a reading leaves behind for the next one. */
interface Memory {
  readonly cut: Cut;
  readonly series: Series;
  readonly frame: Frame;
  readonly lastGoodFrame: Frame | undefined;
}
const memories = new WeakMap<Source, Memory>();

/**
 * Reads any text; never throws. With the previous reading every top-level state whose text did not change is the same
 * object, and one that cannot be read now keeps its last look, marked stale. The result otherwise equals a fresh reading.
 */
export function readSource(text: string, previous?: Source): Source {
  if (previous?.text === text) return previous;
  if (isBeyondReading(text)) return readWhole(text, undefined);
  const memory = previous && memories.get(previous);
  const difference = previous && differenceOf(previous.text, text);
  const cut = memory && difference ? recut(memory.cut, previous.text, text, difference) : cutStates(text);
  return (cut && readByItems(text, cut, memory, previous, difference)) ?? readWhole(text, previous);
}

function readByItems(
  text: string,
  cut: Cut,
  memory: Memory | undefined,
  previous: Source | undefined,
  difference: Difference | undefined,
): Source | undefined {
  const first = cut.items[0] ?? cut.trailer;
  const frame = readFrame(text.slice(0, first), text.slice(cut.trailer), memory?.frame);
  if (frame.needsMore || !(cut.inferred || isFrame(frame))) return undefined;
  const before = memory && previous && { text: previous.text, cut: memory.cut, segments: memory.series.segments };
  const segments = readSegments(text, cut, before, difference);
  if (!segments) return undefined;
  const series = nameSegments(segments, memory?.series);
  const lastGoodFrame = frame.broken || cut.inferred ? memory?.lastGoodFrame : frame;
  const source = assemble(text, cut, series, frame, lastGoodFrame);
  if (previous && series.positions === memory?.series.positions) {
    shareNameIndex(source.flow, nameIndexOf(previous.flow));
  }
  memories.set(source, { cut, series, frame, lastGoodFrame });
  return source;
}

/** The list must be the value of `States` in a mapping; text that merely looks like it is read as a whole. */
function isFrame({ map, broken }: Frame): boolean {
  if (broken) return true;
  const states = map?.entries.find((entry) => entry.key === 'States');
  return states?.value.kind === 'scalar' && states.value.value === null;
}

/** All segments, read or kept; `undefined` where one cannot be understood without the others. */
function readSegments(
  text: string,
  cut: Cut,
  before: Before | undefined,
  difference: Difference | undefined,
): readonly Segment[] | undefined {
  const { kept, dropped } = reuseSegments(text, cut, before, difference);
  const fresh: number[] = [];
  let broken = 0;
  const segments = cut.items.map((from, i): Segment => {
    const quickly = broken >= mostBroken;
    const known = kept[i];
    const segment =
      known && isAsRead(known, quickly)
        ? known
        : readAgain(text.slice(from, cut.items[i + 1] ?? cut.trailer), quickly, known);
    if (segment !== known) fresh.push(i);
    if (segment.stale) broken += 1;
    return segment;
  });
  if (fresh.some((i) => segments[i]?.needsMore)) return undefined;
  const byName = new Map(dropped.toReversed().map((old) => [old.name, old]));
  const unread = fresh.filter((i) => kept[i] === undefined);
  unread.forEach((index, rank) => {
    const segment = segments[index];
    if (!segment?.stale) return;
    const sameName = segment.name === '' ? undefined : byName.get(segment.name);
    const last = sameName ?? (dropped.length === unread.length ? dropped[rank] : undefined);
    if (last) segments[index] = remember(segment, last);
  });
  return segments;
}

/** After so many broken states the others get a look that costs nothing: a page must not freeze over a wrong file. */
const mostBroken = 250;
/** More problems of reading than this help nobody. */
const mostProblems = 1000;

/** Whether a fresh reading would have read it that way too. */
const isAsRead = ({ read }: Segment, quickly: boolean): boolean => read === 'quick' || (read === 'not') === quickly;

function readAgain(text: string, quickly: boolean, known: Segment | undefined): Segment {
  const segment = readSegment(text, quickly);
  return known && segment.stale ? remember(segment, known) : segment;
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
  const headStale = frame.broken || cut.inferred;
  const shown =
    headStale && lastGoodFrame ? clampMap(placeFrame(lastGoodFrame, cut.trailer - first).map, text.length) : placed.map;
  const end = (cut.items.at(-1) ?? first) + (items.at(-1)?.span.to ?? 0);
  const map = shown && withStates(shown, items, span(first + cut.dash, Math.min(end, text.length)));
  const problems = placed.problems.map((problem) => diagnostic(problem, undefined));
  if (cut.inferred && !frame.broken) problems.push(statesMissing(text, first));
  problems.push(...problemsOfStates(text, cut, segments, troubled));
  const partial = headStale || cut.misaligned.length > 0 || troubled.some((i) => segments[i]?.stale);
  return {
    text,
    flow: readFlow(map, states, span(0, text.length)),
    health: partial ? 'partial' : 'sound',
    headStale,
    problems,
    origins: new Origins(positions, cut.items),
  };
}

/** The problems of the states in the order of the text, and how many are not listed. */
function problemsOfStates(
  text: string,
  cut: Cut,
  segments: Series['segments'],
  troubled: readonly number[],
): readonly Diagnostic[] {
  const misplaced = new Set(cut.misaligned);
  const listed: Diagnostic[] = [];
  let more = 0;
  let moreAt: number | undefined;
  for (const i of new Set([...troubled, ...cut.misaligned].sort((a, b) => a - b))) {
    const origin = cut.items[i] ?? 0;
    const { problems: own = [], state, stale, read } = segments[i] ?? {};
    const found =
      stale === true && misplaced.has(i) ? [] : own.map((problem) => diagnostic(problem, state?.id, origin));
    if (misplaced.has(i)) found.push(misaligned(text, origin, cut.dash, state));
    const room = read === 'not' ? 0 : Math.max(mostProblems - listed.length, 0);
    listed.push(...found.slice(0, room));
    const left = Math.max(found.length - room, read === 'not' ? 1 : 0);
    if (left > 0) moreAt ??= contentLine(text, origin)?.at ?? origin;
    more += left;
  }
  if (moreAt !== undefined) {
    listed.push(diagnostic({ message: say.andMore(more), span: span(moreAt, moreAt + 1), fixes: [] }, undefined));
  }
  return listed;
}

/** Where the state is readable all of it stands at another column: to move the dash alone would break it. */
function misaligned(text: string, origin: number, column: number, state: State | undefined): Diagnostic {
  const dash = contentLine(text, origin)?.at ?? origin;
  const fix = { title: say.alignDash, replace: span(origin, dash), insert: ' '.repeat(column) };
  const fixes = state?.stale === true ? [fix] : [];
  return diagnostic({ message: say.misalignedDash, span: span(dash, dash + 1), fixes }, state?.id);
}

/** Said at the list itself; the line before it may be meant to be the missing one. */
function statesMissing(text: string, listAt: number): Diagnostic {
  const before = text.slice(0, listAt).trimEnd();
  const instead = /^(?:St[A-Za-z]*|"States"?)\b/.exec(before.slice(before.lastIndexOf('\n') + 1).trim())?.[0] ?? '';
  const dash = contentLine(text, listAt)?.at ?? listAt;
  const message = say.statesMissing(instead === 'StartAt' ? '' : instead);
  return diagnostic({ message, span: span(dash, dash + 1), fixes: [] }, undefined);
}
