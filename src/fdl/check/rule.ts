import { type Span, span } from '../../base/index.ts';
import type { Diagnostic, Fix, Severity } from '../diagnostic.ts';
import type { StateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { WrittenEntry, WrittenMap } from '../written.ts';
import { valueOf } from '../syntax/written-values.ts';
import { catalog, type Code } from './catalog.ts';
import { checkMessages as say } from './messages.ts';

export type Mode = 'Standard' | 'Express';

export interface Extra {
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  /** Another state than the one under examination. */
  readonly state?: StateId | undefined;
}
/** Places are those of the state's frame; they are moved into the text when everything is gathered. */
export type Report = (code: Code, at: Span, message: string, extra?: Extra) => void;

/** What a rule looks at. */
export interface Subject {
  readonly state: State;
  readonly mode: Mode;
  /** Inside the processor of a Map, at any depth. */
  readonly inMap: boolean;
  readonly report: Report;
}

/** A reporter that appends to a list, for one state or the flow. */
export function reporter(findings: Diagnostic[], state: StateId | undefined): Report {
  return (code, at, message, extra = {}) => {
    const severity = extra.severity ?? catalog[code].severity;
    const owner = 'state' in extra ? extra.state : state;
    findings.push({ code, severity, message, state: owner, span: at, fixes: extra.fixes ?? [] });
  };
}

/** Where to point when a key is missing (ruling R33): at the state's name, or at the first key of what lacks it. */
export function placeOfMissing(state: State): Span {
  return state.name.value === '' ? firstKey(state.written) : state.name.span;
}

export function firstKey(map: WrittenMap): Span {
  return map.entries[0]?.keySpan ?? span(map.span.from, Math.max(map.span.from, map.span.to));
}

/** Whether a key is written with some value; `Key:` alone counts as missing. */
export function isGiven(map: WrittenMap, key: string): boolean {
  const value = valueOf(map, key);
  return value !== undefined && !(value.kind === 'scalar' && value.value === null);
}

/** Same, with the computed spelling. */
export const isGivenEither = (map: WrittenMap, key: string): boolean => isGiven(map, key) || isGiven(map, `${key}.$`);

/** A fix that writes another word in place of a plain key. */
export function respell(entry: WrittenEntry, word: string): readonly Fix[] {
  if (entry.merged || entry.keySpan.to - entry.keySpan.from !== entry.key.length) return [];
  return [{ title: say.fixSpelling(word), replace: entry.keySpan, insert: word }];
}
