import { span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { rootScope, type StateId, stateId } from '../ids.ts';
import { nameIndexOf, shareNameIndex } from '../walk.ts';
import { type Cut, cutStates } from './cut.ts';
import { type Frame, placeFrame, readFrame } from './frame.ts';
import { readMessages as say } from './messages.ts';
import { Origins } from './origins.ts';
import { readFlow, withStates } from './read-flow.ts';
import { diagnostic, readWhole } from './read-whole.ts';
import { type Difference, differenceOf, recut } from './recut.ts';
import { identify, type NamedSegment, readSegment, remember, type Segment } from './segment.ts';
import { reuseSegments } from './reuse.ts';
import type { Source } from './source.ts';

/** What a reading leaves behind for the next one. */
interface Memory {
  readonly cut: Cut;
  readonly segments: readonly NamedSegment[];
  readonly positions: ReadonlyMap<StateId, number>;
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
  if (frame.needsMore || !isFrame(frame)) return undefined;
  const before = memory && previous && { text: previous.text, cut: memory.cut, segments: memory.segments };
  const segments = readSegments(text, cut, before, difference);
  if (segments.some((segment) => segment.needsMore)) return undefined;
  const lastGoodFrame = frame.broken ? memory?.lastGoodFrame : frame;
  const kept = memory && sameNames(segments, memory.segments) ? memory : undefined;
  const named = kept ? renew(segments, kept.segments) : nameSegments(segments);
  const positions = kept?.positions ?? new Map(named.map(({ state }, i) => [state.id, i]));
  const source = assemble(text, cut, named, frame, lastGoodFrame, positions);
  if (kept && previous) shareNameIndex(source.flow, nameIndexOf(previous.flow));
  memories.set(source, { cut, segments: named, positions, frame, lastGoodFrame });
  return source;
}

/** Whether all names are those of the last reading: ids and whatever is found by name stay the same then. */
function sameNames(segments: readonly Segment[], last: readonly Segment[]): boolean {
  return segments.length === last.length && segments.every((segment, i) => segment.name === last[i]?.name);
}

function renew(segments: readonly Segment[], last: readonly NamedSegment[]): readonly NamedSegment[] {
  return segments.map((segment, i) => {
    const { state } = last[i] ?? {};
    return state ? identify(segment, state.id) : identify(segment, stateId(rootScope, segment.name, i + 1));
  });
}

/** The list must be the value of `States` in a mapping; text that merely looks like it is read as a whole. */
function isFrame({ map, broken }: Frame): boolean {
  if (broken) return true;
  const states = map?.entries.find((entry) => entry.key === 'States');
  return states?.value.kind === 'scalar' && states.value.value === null;
}

function readSegments(
  text: string,
  cut: Cut,
  before: Parameters<typeof reuseSegments>[2],
  difference: Difference | undefined,
): readonly Segment[] {
  const { kept, dropped } = reuseSegments(text, cut, before, difference);
  const fresh: number[] = [];
  const segments = cut.items.map((from, i): Segment => {
    const known = kept[i];
    if (known) return known;
    fresh.push(i);
    return readSegment(text.slice(from, cut.items[i + 1] ?? cut.trailer));
  });
  fresh.forEach((index, rank) => {
    const segment = segments[index];
    if (!segment?.stale) return;
    const sameName = dropped.find((old) => segment.name !== '' && old.name === segment.name);
    const last = sameName ?? (dropped.length === fresh.length ? dropped[rank] : undefined);
    if (last) segments[index] = remember(segment, last);
  });
  return segments;
}

/** Gives every segment its state: ids count how often a name came before. */
function nameSegments(segments: readonly Segment[]): readonly NamedSegment[] {
  const seen = new Map<string, number>();
  return segments.map((segment) => {
    const occurrence = (seen.get(segment.name) ?? 0) + 1;
    seen.set(segment.name, occurrence);
    return identify(segment, stateId(rootScope, segment.name, occurrence));
  });
}

function assemble(
  text: string,
  cut: Cut,
  segments: readonly NamedSegment[],
  frame: Frame,
  lastGoodFrame: Frame | undefined,
  positions: ReadonlyMap<StateId, number>,
): Source {
  const first = cut.items[0] ?? cut.trailer;
  const placed = placeFrame(frame, cut.trailer - first);
  const shown = frame.broken && lastGoodFrame ? placeFrame(lastGoodFrame, cut.trailer - first).map : placed.map;
  const last = segments.at(-1);
  const end = (cut.items.at(-1) ?? first) + (last ? last.item.span.to : 0);
  const items = segments.map((segment) => segment.item);
  const map = shown && withStates(shown, items, span(first + cut.dash, Math.min(end, text.length)));
  const problems = placed.problems.map((problem) => diagnostic(problem, undefined));
  segments.forEach((segment, i) => {
    for (const problem of segment.problems) problems.push(diagnostic(problem, segment.state.id, cut.items[i] ?? 0));
  });
  for (const index of cut.misaligned) problems.push(misaligned(cut, segments, index));
  const states = segments.map((segment) => segment.state);
  const partial = frame.broken || cut.misaligned.length > 0 || segments.some((segment) => segment.stale);
  return {
    text,
    flow: readFlow(map, states, span(0, text.length)),
    health: partial ? 'partial' : 'sound',
    headStale: frame.broken,
    problems,
    origins: new Origins(positions, cut.items),
  };
}

function misaligned(cut: Cut, segments: readonly NamedSegment[], index: number): Diagnostic {
  const origin = cut.items[index] ?? 0;
  const segment = segments[index];
  const dash = origin + Math.max(0, (segment?.map.span.from ?? 2) - 2);
  const problem = { message: say.misalignedDash, span: span(dash, dash + 1), fixes: [] };
  return diagnostic(problem, segment?.state.id);
}
