import { shiftSpan, type Span, span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { rootScope, type StateId, stateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { Written, WrittenMap } from '../written.ts';
import { readMessages as say } from './messages.ts';
import { readFlow, withStates } from './read-flow.ts';
import { nameOf, readState, stateMapOf } from './read-state.ts';
import { plainTextProblem, readWritten } from './read-written.ts';
import type { Reading, ReadProblem } from './reading.ts';
import { sameWritten, shiftWritten } from './shift.ts';
import type { Source } from './source.ts';
import { valueOf } from './written-values.ts';

/** Larger pieces are not read in one go: the service refuses them anyway (1,024 KiB), and a page must not freeze. */
const mostInOnePiece = 1_500_000;
/** Beyond this not even a text that falls into states is read. */
const mostAtAll = 4_000_000;

export const isBeyondReading = (text: string): boolean => text.length > mostAtAll;

/**
 * Reads a text that cannot be cut into states (aliases between states, several documents, no flow at all) in one piece.
 * The states it holds still count their places from their own beginning.
 */
export function readWhole(text: string, previous: Source | undefined): Source {
  if (text.length > mostInOnePiece) return unreadable(text, [problem(say.tooLarge, span(0, 0))], undefined);
  const reading = readWritten(text);
  const problems = reading.problems.concat(topProblem(text, reading) ?? []);
  const map = reading.value?.kind === 'map' ? reading.value : undefined;
  const list = valueOf(map, 'States');
  if (!map || list?.kind !== 'list') return unreadable(text, problems, map);
  const broken = reading.broken ? reading.problems.map((p) => p.span) : [];
  const items = list.items.map((item) => shiftWritten(item, -item.span.from));
  const starts = list.items.map((item) => item.span.from);
  const ends = starts.map((_, i) => starts[i + 1] ?? list.span.to + 1);
  const stale = starts.map((from, i) => broken.some((at) => at.from >= from && at.from < (ends[i] ?? from)));
  const states = readStates(items, stale, previous);
  const headStale = broken.some((at) => at.from < (starts[0] ?? text.length));
  return {
    text,
    flow: readFlow(withStates(map, items, list.span), states, span(0, text.length)),
    health: reading.broken ? 'partial' : 'sound',
    headStale,
    problems: problems.map((p) => diagnostic(p, ownerOf(p.span, starts, states, list.span))),
    origins: originsOf(states, starts),
  };
}

const originsOf = (states: readonly State[], starts: readonly number[]): ReadonlyMap<StateId, number> =>
  new Map(states.map((state, i) => [state.id, starts[i] ?? 0]));

/** The state in whose text a place lies. */
function ownerOf(at: Span, starts: readonly number[], states: readonly State[], list: Span): StateId | undefined {
  if (at.from > list.to) return undefined;
  const index = starts.findLastIndex((from) => from <= at.from);
  return states[index]?.id;
}

function readStates(
  items: readonly Written[],
  stale: readonly boolean[],
  previous: Source | undefined,
): readonly State[] {
  const seen = new Map<string, number>();
  const before = new Map(previous?.flow.states.map((state) => [state.id, state]));
  return items.map((item, i) => {
    const map = stateMapOf(item);
    const name = nameOf(map);
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    const id = stateId(rootScope, name, occurrence);
    const last = before.get(id);
    if (!stale[i]) return last && !last.stale && sameWritten(last.written, map) ? last : readState(map, id);
    const there = items.length === previous?.flow.states.length ? previous.flow.states[i] : undefined;
    const remembered = last ?? (there && name === '' && !there.stale ? there : undefined);
    return remembered ? asStale(remembered) : readState(map, id, true);
  });
}

const asStale = (state: State): State => (state.stale ? state : readState(state.written, state.id, true));

function topProblem(text: string, { value, broken }: Reading): ReadProblem | undefined {
  if (value?.kind === 'map' || broken) return undefined;
  if (!value || (value.kind === 'scalar' && value.source === '')) return problem(say.empty, span(0, 0));
  if (value.kind === 'list')
    return problem(say.listOnTop, span(value.span.from, Math.min(value.span.from + 1, text.length)));
  return plainTextProblem(text, value) ?? problem(say.scalarOnTop, value.span);
}

const problem = (message: string, at: Span): ReadProblem => ({ message, span: at, fixes: [] });

/** Nothing to draw: what is wrong is in the problems, attributes that could be read are in the flow. */
function unreadable(text: string, problems: readonly ReadProblem[], map: WrittenMap | undefined): Source {
  return {
    text,
    flow: readFlow(map, [], span(0, text.length)),
    health: 'broken',
    headStale: map === undefined,
    problems: problems.map((p) => diagnostic(p, undefined)),
    origins: new Map(),
  };
}

/** A problem of reading as a diagnostic of rule F01. */
export function diagnostic(p: ReadProblem, state: StateId | undefined, origin = 0): Diagnostic {
  const fixes = p.fixes.map((fix) => ({ ...fix, replace: shiftSpan(fix.replace, origin) }));
  return { code: 'F01', severity: 'error', message: p.message, state, span: shiftSpan(p.span, origin), fixes };
}
