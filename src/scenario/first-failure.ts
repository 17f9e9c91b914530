import type { StateId } from '../fdl/index.ts';
import type { ExecutionEvent, Run } from '../simulator/index.ts';
import { visitsOf } from './expectations.ts';
import type { Expectations } from './scenario.ts';

/** Where in the flow a run left what was expected of it. */
export interface FailurePlace {
  readonly state: StateId | undefined;
  /** The event at which it was seen. */
  readonly event: number;
}

/**
 * The first state that is not the one of the expected path; else the first that was entered too often; where only the
 * end differs (output, error, status, time), the last state.
 */
export function firstFailure(run: Pick<Run, 'events' | 'path'>, expect: Expectations): FailurePlace | undefined {
  const entered = run.events.filter(({ type }) => type === 'StepEntered');
  const byPath = expect.path && offPath(entered, expect.path);
  const place = byPath ?? tooOften(entered, run.path, expect.visits ?? {}) ?? entered.at(-1);
  return place && { state: place.state, event: place.id };
}

function offPath(entered: readonly ExecutionEvent[], path: readonly string[]): ExecutionEvent | undefined {
  const index = entered.findIndex(({ stepName }, i) => stepName !== path[i]);
  if (index >= 0) return entered[index];
  return entered.length < path.length ? entered.at(-1) : undefined;
}

function tooOften(
  entered: readonly ExecutionEvent[],
  path: readonly string[],
  visits: Readonly<Record<string, number>>,
): ExecutionEvent | undefined {
  const found = visitsOf(path);
  const wrong = Object.entries(visits).find(([name, count]) => (found.get(name) ?? 0) > count);
  if (!wrong) return undefined;
  const [name, count] = wrong;
  return entered.filter(({ stepName }) => stepName === name)[count];
}
