import { shiftSpan, type Span, span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { rootScope, type StateId, stateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { Written, WrittenEntry, WrittenMap } from '../written.ts';
import { cutFlow, type FlowCut } from './cut-flow.ts';
import { placeFrame } from './frame.ts';
import { readMessages as say } from './messages.ts';
import { readFlow, withStates } from './read-flow.ts';
import { nameOf, readState, stateMapOf } from './read-state.ts';
import { plainTextProblem, readQuickly, readWritten } from './read-written.ts';
import type { Reading, ReadProblem } from './reading.ts';
import { sameWritten, shiftWritten } from './shift.ts';
import type { Source } from './source.ts';
import { mapOf, valueOf } from './written-values.ts';

/** Larger pieces are not read in one go: the service refuses them anyway (1,024 KiB), and a page must not freeze. */
const mostInOnePiece = 1_500_000;
/** Beyond this not even a text that falls into states is read. */
const mostAtAll = 4_000_000;

export const isBeyondReading = (text: string): boolean => text.length > mostAtAll;

/**
 * Reads a text that cannot be cut into states (flow style, JSON, aliases between states, no flow at all) in one piece.
 * The states it holds still count their places from their own beginning.
 */
export function readWhole(text: string, previous: Source | undefined): Source {
  if (text.length > mostInOnePiece) return unreadable(text, [problem(say.tooLarge, span(0, 0))], undefined);
  const reading = readWritten(text);
  const cut = reading.broken ? cutFlow(text) : undefined;
  if (cut && cut.items.length > 0) return readPieces(text, cut, previous);
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

/** After so many broken states the others are not looked into: a page must not freeze over a wrong file. */
const mostBroken = 250;

/** Reads a list in brackets state by state, where something in it is broken: the others are as good as ever. */
function readPieces(text: string, cut: FlowCut, previous: Source | undefined): Source {
  const frame = readWritten(text.slice(0, cut.from) + text.slice(cut.to));
  const placed = placeFrame(
    { header: text.slice(0, cut.from), trailer: text.slice(cut.to), map: mapOf(frame.value), ...frame },
    cut.to - cut.from,
  );
  let unread = 0;
  const pieces = cut.items.map(({ from, to }) => {
    const piece = readPiece(text.slice(from, to), unread >= mostBroken);
    if (piece.stale) unread += 1;
    return piece;
  });
  const starts = cut.items.map(({ from }) => from);
  const items = pieces.map(({ map }) => map);
  const states = readStates(
    items,
    pieces.map(({ stale }) => stale),
    previous,
  );
  const problems = placed.problems.map((p) => diagnostic(p, undefined));
  pieces.forEach(({ problems: own }, i) => {
    for (const found of own) problems.push(diagnostic(found, states[i]?.id, starts[i]));
  });
  const map = placed.map && withStates(placed.map, items, span(cut.from, cut.to));
  return {
    text,
    flow: readFlow(map, states, span(0, text.length)),
    health: 'partial',
    headStale: frame.broken,
    problems,
    origins: originsOf(states, starts),
  };
}

interface Piece {
  readonly map: WrittenMap;
  readonly stale: boolean;
  readonly problems: readonly ReadProblem[];
}

function readPiece(text: string, quickly: boolean): Piece {
  const reading = quickly ? readQuickly(text) : readWritten(text);
  if (reading?.value?.kind === 'map' && !reading.broken)
    return { map: reading.value, stale: false, problems: reading.problems };
  return { map: guessFlow(text), stale: true, problems: reading?.problems.slice(0, 1) ?? [] };
}

const guessable = /["']?(Name|Type)["']?[ \t]*:[ \t]*(["']?)([^"',}\r\n]*)/g;

/** Name and type, as far as they can be made out. */
function guessFlow(text: string): WrittenMap {
  const entries: WrittenEntry[] = [];
  for (const { index, 1: key = '', 2: quote = '', 3: value = '', 0: whole } of text.matchAll(guessable)) {
    if (entries.some((entry) => entry.key === key)) continue;
    const to = index + whole.length;
    const at = span(to - value.length - quote.length, to);
    const written: WrittenEntry['value'] = { kind: 'scalar', value: value.trim(), style: 'plain', span: at };
    entries.push({ key, keySpan: span(index, at.from), value: written, merged: false });
  }
  return { kind: 'map', style: 'flow', span: span(0, text.trimEnd().length), entries };
}

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

const asStale = (state: State): State => (state.stale ? state : { ...state, stale: true });

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
