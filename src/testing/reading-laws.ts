/** What the laws of reading compare, and how they type. */
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  allStates,
  checkFlow,
  childScopes,
  diagnosticRecord,
  jsonOf,
  readSource,
  type Source,
  spanInText,
  type State,
  stateAt,
  type Written,
} from '../fdl/index.ts';

/** Some characters gone, others in their place; `at` counts round the text. */
export interface TextEdit {
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
}

export const applyEdit = (text: string, { at, drop, insert }: TextEdit): string => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + drop);
};

/** Everything a reading says, except what stale states remember from better times. */
export function facts(source: Source) {
  const { flow, health, headStale, problems, origins } = source;
  const spared = new Set<string | undefined>(
    allStates(flow)
      .filter((s) => s.stale)
      .map((s) => s.id),
  );
  const isSpared = (id: string): boolean =>
    id.split('/').some((_, i, all) => spared.has(all.slice(0, i + 1).join('/')));
  return {
    health,
    headStale,
    problems: problems.map((p) => [
      p.message,
      p.span,
      p.fixes,
      p.state !== undefined && isSpared(p.state) ? '?' : p.state,
    ]),
    head: headStale ? '?' : [flow.name, flow.startAt, flow.specVersion, flow.type, flow.description],
    states: flow.states.map(withoutMemories),
    origins: flow.states.map((state) => origins.get(state.id)),
  };
}

/** A state as it is written now: of one that cannot be read nothing is left, wherever it is. */
function withoutMemories(state: State): unknown {
  if (state.stale) return 'stale';
  const scopes = childScopes(state).map(({ id, startAt, span, states, written }) => ({
    id,
    startAt,
    span,
    written: written && plain(written),
    states: states.map(withoutMemories),
  }));
  return { ...state, written: plain(state.written), branches: undefined, processor: undefined, scopes };
}

/** The same for what is written: ghosts leave their places only. */
function plain(written: Written): unknown {
  if (written.kind === 'scalar') return written;
  if (written.kind === 'map')
    return { ...written, entries: written.entries.map((entry) => ({ ...entry, value: plain(entry.value) })) };
  const { frames } = written;
  const items = written.items.map((item, i) => (frames?.[i]?.ghost === undefined ? plain(item) : '?'));
  return { ...written, items, frames: frames?.map((frame) => ({ ...frame, ghost: frame.ghost !== undefined })) };
}

const hasDuplicateOfStale = (source: Source): boolean => {
  const numberless = (id: string): string => id.replace(/~~\d+$/, '');
  const states = allStates(source.flow);
  const stale = states.filter((s) => s.stale).map((s) => numberless(s.id));
  return states.some((s) => !s.stale && stale.includes(numberless(s.id)));
};

/** Text after text, each read with the memory of the one before and afresh. */
export function readsAsFresh(
  starts: fc.Arbitrary<string>,
  changes: fc.Arbitrary<readonly TextEdit[]>,
  numRuns: number,
): void {
  fc.assert(
    fc.property(starts, changes, (start, steps) => {
      let text = start;
      let source = readSource(text);
      for (const step of steps) {
        text = applyEdit(text, step);
        source = readSource(text, source);
        const fresh = readSource(text);
        // A remembered name may push a namesake to another id; that alone may differ.
        if (hasDuplicateOfStale(source) || hasDuplicateOfStale(fresh)) continue;
        expect(facts(source)).toEqual(facts(fresh));
      }
    }),
    { numRuns },
  );
}

/** The same without the way it was read: states, places and problems in the text as a whole. */
export const meaning = (source: Source) => ({
  states: allStates(source.flow).map(placed(source)),
  problems: problemsByPlace(source),
  startAt: source.flow.startAt,
});

const problemsByPlace = ({ problems }: Source) =>
  problems.map((p) => [p.message, p.span] as const).toSorted(([, a], [, b]) => a.from - b.from || a.to - b.to);

function placed(source: Source) {
  return (state: Source['flow']['states'][number]) => ({
    id: state.id,
    json: jsonOf(state.written),
    span: spanInText(source, state.id, state.span),
    name: spanInText(source, state.id, state.name.span),
  });
}

/** Reads and checks one text after another, and looks into it: nothing throws, and every place is in the text. */
export function expectAnswers(before: string, text: string, at: number): void {
  const source = readSource(text, readSource(before));
  for (const d of checkFlow(source)) {
    expect(diagnosticRecord(source, d).line).toBeGreaterThan(0);
    expect(d.span.from).toBeLessThanOrEqual(d.span.to);
    expect(d.span.to).toBeLessThanOrEqual(text.length);
  }
  stateAt(source, at);
}
