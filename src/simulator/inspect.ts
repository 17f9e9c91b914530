import { type DataScope, type StateId, unescapeName } from '../fdl/index.ts';
import { buildContext, defaultRoleArn } from './engine/state-data.ts';
import { canStep } from './engine/move.ts';
import type { Machine, Thread } from './machine.ts';
import type { Instant, Waiting } from './messages.ts';
import { comparePaths } from './order.ts';
import { eventOfToken } from './token.ts';

/** What can be asked of a machine and of a draft alike. */
export type RunView = Pick<Machine, 'options' | 'status' | 'now' | 'threads' | 'executions' | 'counters'>;

/** Threads a `step` would move now, in the order of their turns (R12). */
export function readyThreads(run: RunView): readonly Thread[] {
  return inOrder(run).filter((thread) => canStep(thread, run.now));
}

/** The next instant at which something happens by itself: a sleep ends or a deadline is reached. */
export function nextWakeUp(run: RunView): Instant | undefined {
  let next: Instant | undefined;
  for (const { phase } of run.threads.values()) {
    const at = wakeUpOf(phase);
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }
  return next;
}

function wakeUpOf(phase: Thread['phase']): Instant | undefined {
  if (phase.name === 'sleeping') return phase.until;
  return phase.name === 'invoking' || phase.name === 'awaiting-callback' ? phase.deadline : undefined;
}

/** Tokens and unanswered calls the run waits for, in thread order. */
export function waitingFor(run: RunView): readonly Waiting[] {
  return inOrder(run).flatMap(waitingOf);
}

/** What one thread waits for from outside, if anything. */
export function waitingOf(thread: Thread): readonly Waiting[] {
  const { phase, at: state, iteration } = thread;
  if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') return [];
  const isCall = phase.name === 'invoking';
  const kind = isCall ? 'invocation' : (`${phase.from}-callback` as const);
  const token = isCall ? undefined : phase.token;
  const { since, deadline } = phase;
  return [{ kind, state, stateName: stateNameOf(state), iteration, token, since, deadline }];
}

/** The written name of a state, from its path. */
export function stateNameOf(state: StateId): string {
  return unescapeName(state.slice(state.lastIndexOf('/') + 1));
}

/** What expressions of the thread's current state see right now (before there is an `$Output`). */
export function dataOf(run: RunView, thread: Thread): DataScope {
  const execution = run.executions.get(thread.execution);
  const { input, retries, error, phase } = thread;
  const token = phase.name === 'invoking' || phase.name === 'awaiting-callback' ? phase.token : undefined;
  const context = buildContext({
    execution: execution ?? { name: run.options.executionName, input: null },
    roleArn: run.options.roleArn ?? defaultRoleArn,
    name: stateNameOf(thread.at),
    ...{ input, retries, error, token },
    output: undefined,
  });
  return { input, output: undefined, context, global: execution?.global ?? {}, item: undefined };
}

/**
 * What a report on a token meets (R2): `waiting` takes it; `submitted` has its call still unanswered; `completed` was
 * reported, timed out or aborted; `unknown` was never given out.
 */
export type TokenState = 'waiting' | 'submitted' | 'completed' | 'unknown';

export function tokenState(run: RunView, token: string): TokenState {
  for (const { phase } of run.threads.values()) {
    if (phase.name === 'awaiting-callback' && phase.token === token) return 'waiting';
    if (phase.name === 'invoking' && phase.token === token) return 'submitted';
  }
  const { flowName = '', executionName, seed } = run.options;
  const event = eventOfToken({ flowName, executionName, seed }, token);
  return event !== undefined && event <= run.counters.events ? 'completed' : 'unknown';
}

function inOrder(run: RunView): readonly Thread[] {
  return [...run.threads.values()].sort((a, b) => comparePaths(a.path, b.path));
}
