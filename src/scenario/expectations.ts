import { deepEqual, isList, isObject, type Json, ownValue } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { RunStatus } from '../simulator/index.ts';
import { formatDuration } from './duration.ts';
import { messages } from './messages.ts';
import type { Expectations } from './scenario.ts';

const say = messages.expectations;

/** The facts of a finished run that expectations speak about. */
export interface RunFacts {
  readonly status: RunStatus;
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly path: readonly string[];
  readonly virtualMs: number;
  /** Attempts sent, by function name, `service/function` or action (ruling R13). */
  readonly calls: Readonly<Record<string, number>>;
}

/** What does not hold, a line per difference; empty when every given key holds. */
export function compareExpectations(run: RunFacts, expect: Expectations): readonly string[] {
  return [
    ...compareStatus(run, expect),
    ...compareError(run, expect),
    ...compareOutput(run, expect),
    ...comparePath(run, expect),
    ...compareDuration(run, expect),
    ...compareVisits(run, expect),
    ...compareCalls(run, expect),
  ];
}

function compareStatus(run: RunFacts, { status }: Expectations): readonly string[] {
  if (status === undefined || status === run.status) return [];
  const error = run.error && run.status !== 'Succeeded' ? ` (${run.error.code}: ${run.error.detail})` : '';
  return [say.differs('status', status, run.status + error)];
}

function compareError(run: RunFacts, { error }: Expectations): readonly string[] {
  if (error === undefined) return [];
  if (!run.error) return [say.differs('error', show({ ...error }), say.noError)];
  return differences({ code: run.error.code, detail: run.error.detail }, { ...error }, 'error');
}

function compareOutput(run: RunFacts, expect: Expectations): readonly string[] {
  const { output, outputMatches } = expect;
  const failures: string[] = [];
  if (output !== undefined && !deepEqual(run.output, output)) {
    failures.push(say.differs('output', show(output), run.output === undefined ? noOutput(run) : show(run.output)));
  }
  if (outputMatches !== undefined) {
    if (run.output === undefined) failures.push(say.differs('output', show(outputMatches), noOutput(run)));
    else failures.push(...differences(run.output, outputMatches, 'output'));
  }
  return failures;
}

const noOutput = (run: RunFacts): string => `${say.noOutput} (${say.ended(run.status)})`;

function comparePath(run: RunFacts, { path }: Expectations): readonly string[] {
  if (path === undefined || deepEqual([...path], [...run.path])) return [];
  return [say.differs('path', showPath(path), showPath(run.path))];
}

function compareDuration(run: RunFacts, { virtualDurationMs }: Expectations): readonly string[] {
  if (virtualDurationMs === undefined || virtualDurationMs === run.virtualMs) return [];
  return [say.differs('virtualDuration', formatDuration(virtualDurationMs), formatDuration(run.virtualMs))];
}

function compareVisits(run: RunFacts, { visits = {} }: Expectations): readonly string[] {
  const found = visitsOf(run.path);
  return Object.entries(visits).flatMap(([name, count]) => compareCount('visits', name, count, found.get(name) ?? 0));
}

function compareCalls(run: RunFacts, { calls = {} }: Expectations): readonly string[] {
  return Object.entries(calls).flatMap(([name, count]) => compareCount('calls', name, count, callsTo(run.calls, name)));
}

function compareCount(what: string, name: string, wanted: number, found: number): readonly string[] {
  return found === wanted ? [] : [say.differs(`${what} of ${JSON.stringify(name)}`, String(wanted), String(found))];
}

/** A function of a service may be named with or without it: `fn` counts the calls of every `service/fn`. */
function callsTo(calls: RunFacts['calls'], name: string): number {
  const exact = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (exact !== undefined) return exact;
  let sum = 0;
  for (const [key, count] of Object.entries(calls)) if (key.endsWith(`/${name}`)) sum += count;
  return sum;
}

/** How often each state was entered (ruling R12). */
export function visitsOf(path: readonly string[]): ReadonlyMap<string, number> {
  const visits = new Map<string, number>();
  for (const name of path) visits.set(name, (visits.get(name) ?? 0) + 1);
  return visits;
}

/** Where a value differs from a pattern: given keys must match, lists element by element (ruling R44). */
export function differences(found: Json | undefined, wanted: Json, at: string): readonly string[] {
  if (isObject(wanted) && isObject(found)) {
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences(ownValue(found, key), value, `${at}${step(key)}`),
    );
  }
  if (isList(wanted) && isList(found)) {
    if (wanted.length !== found.length)
      return [say.differs(`${at}.length`, String(wanted.length), String(found.length))];
    return wanted.flatMap((value, index) => differences(found[index], value, `${at}[${index}]`));
  }
  if (found !== undefined && deepEqual(found, wanted)) return [];
  return [say.differs(at, show(wanted), found === undefined ? messages.found.nothing : show(found))];
}

const step = (key: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
const showPath = (path: readonly string[]): string => `[${path.join(', ')}]`;

function show(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
