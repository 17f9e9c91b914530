import { type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { TaskToken } from '../messages.ts';
import type { Work } from '../program.ts';
import { makeToken } from '../token.ts';
import { wording } from '../wording.ts';
import { evaluate } from './evaluate.ts';
import { emit } from './emit.ts';
import { errorCodes, failure, type Failure, invalidDefinition } from './errors.ts';
import { invoke } from './invoke.ts';
import { limits } from './limits.ts';
import { cancelCall, closeCall, type Live, type LiveThread } from './live.ts';
import { setTimer } from './move.ts';
import { wholeNumber } from './numbers.ts';
import { complete, failed, type Outcome } from './outcome.ts';

type TaskWork = Extract<Work, { kind: 'task' }>;

/** One attempt: Parameters and Timeout are evaluated anew, with a token of its own (U32); then the service is called. */
export function attempt(live: Live, thread: LiveThread, task: TaskWork): Outcome {
  if (task.mode !== 'RequestComplete' && thread.home.mode === 'Express') {
    return failed(thread, invalidDefinition(wording.modeInExpress(task.mode)));
  }
  const token = task.mode === 'RequestComplete' ? undefined : nextToken(live);
  const parameters = task.parameters ? evaluate(live, thread, task.parameters, undefined, token) : ok({});
  if (!parameters.ok) return attemptFailed(live, thread, { error: parameters.error, kind: 'work' });
  const timeout = timeoutOf(live, thread, task, token);
  if (!timeout.ok) return attemptFailed(live, thread, timeout.error);
  const { action, mode } = task;
  emit(live, thread, 'TaskScheduled', { action, mode, parameters: parameters.value });
  emit(live, thread, 'TaskStarted', {});
  const deadline = timeout.value === 0 ? undefined : live.now + 1000 * timeout.value;
  invoke(live, thread, { action, mode, parameters: parameters.value, token, deadline, purpose: 'task' });
  return undefined;
}

/** Its number is that of the TaskScheduled event about to be written. */
function nextToken(live: Live): TaskToken {
  const { flowName, options } = live;
  return makeToken({ flowName, executionName: options.executionName, seed: options.seed }, live.counters.events + 1);
}

/** Seconds; absent and 0 mean no limit (U41). What is computed must be a whole number (R18). */
function timeoutOf(
  live: Live,
  thread: LiveThread,
  task: TaskWork,
  token: TaskToken | undefined,
): Result<number, Failure> {
  if (!task.timeout) return ok(0);
  const value = evaluate(live, thread, task.timeout, undefined, token);
  if (!value.ok) return { ok: false, error: { error: value.error, kind: 'work' } };
  return wholeNumber(value.value, 'Timeout', 0, limits.timeoutSeconds);
}

/** What cannot even be sent is a failed attempt (R18). */
function attemptFailed(live: Live, thread: LiveThread, what: Failure): Outcome {
  emit(live, thread, 'TaskFailed', { error: what.error.code, cause: what.error.detail });
  return failed(thread, what);
}

/** The service answered a Task: its result, the accepted submission, or an error. */
export function taskAnswered(
  live: Live,
  thread: LiveThread,
  task: TaskWork,
  outcome: Result<Json, FlowError>,
): Outcome {
  const { phase } = thread;
  if (phase.name !== 'invoking') return undefined;
  if (task.mode === 'RequestComplete' || phase.token === undefined) {
    closeCall(live, phase);
    return taskEnded(live, thread, outcome);
  }
  if (!outcome.ok) {
    closeCall(live, phase);
    emit(live, thread, 'TaskSubmitFailed', { error: outcome.error.code, cause: outcome.error.detail });
    return failed(thread, { error: outcome.error, kind: 'work' });
  }
  emit(live, thread, 'TaskSubmitted', { output: outcome.value });
  const from = task.mode === 'WaitForSystemCallback' ? 'system' : 'custom';
  const { effect, token, deadline, since: called } = phase;
  thread.phase = { name: 'awaiting-callback', effect, token, from, called, since: live.now, deadline };
  if (deadline !== undefined) setTimer(live, { at: deadline, thread, phase: thread.phase });
  return undefined;
}

/** The Task has its result, from the answer or from the report on its token. */
export function taskEnded(live: Live, thread: LiveThread, outcome: Result<Json, FlowError>): Outcome {
  if (!outcome.ok) {
    emit(live, thread, 'TaskFailed', { error: outcome.error.code, cause: outcome.error.detail });
    return failed(thread, { error: outcome.error, kind: 'work' });
  }
  emit(live, thread, 'TaskSucceeded', { output: outcome.value });
  return complete(thread, outcome.value);
}

/** One attempt, one window: it covers the call and the wait for the report (U16, reference 9.1). */
export function taskTimedOut(live: Live, thread: LiveThread): Outcome {
  const { phase } = thread;
  if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') return undefined;
  const called = phase.name === 'invoking' ? phase.since : phase.called;
  const seconds = ((phase.deadline ?? live.now) - called) / 1000;
  cancelCall(live, phase);
  const what = failure(errorCodes.timeout, wording.timedOut(seconds), 'work');
  emit(live, thread, 'TaskTimedOut', { error: what.error.code, cause: what.error.detail });
  return failed(thread, what);
}
