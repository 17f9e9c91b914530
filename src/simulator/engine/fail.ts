import { type Json, ok, type Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { DecisionKind } from '../decision.ts';
import type { CompiledCatch } from '../program.ts';
import { retryDelay, ruleFor } from '../retry.ts';
import { wording } from '../wording.ts';
import { evaluate } from './evaluate.ts';
import { emit } from './emit.ts';
import { errorCodes, type Failure } from './errors.ts';
import { type Live, type LiveThread, note } from './live.ts';
import { sleep, standBefore } from './move.ts';
import type { Outcome } from './outcome.ts';

/** The state a thread is in has failed: Retry, else Catch, else its scope fails (reference 1.1 step 5, section 8). */
export function failState(live: Live, thread: LiveThread, failure: Failure): Outcome {
  thread.error = failure.error;
  if (failure.inherited !== true) noteDecision(live, thread, failure.error.code);
  if (failure.kind === 'work' && retry(live, thread, failure)) return undefined;
  if (failure.kind !== 'terminal') {
    const index = ruleFor(thread.state.catch, failure.error);
    const rule = thread.state.catch[index];
    if (rule?.target.state) return caught(live, thread, failure, index, rule);
  }
  return giveUp(live, thread, failure);
}

/** Only the first matching rule counts, also when its attempts are used up (R4). Attempts count per rule (U31). */
function retry(live: Live, thread: LiveThread, { error, raised }: Failure): boolean {
  const rule = ruleFor(thread.state.retry, error);
  const found = thread.state.retry[rule];
  if (!found) return false;
  const attempt = (thread.attempts[rule] ?? 0) + 1;
  if (attempt > found.maxAttempts) {
    record(live, thread, { kind: 'exhausted', rule, error });
    return false;
  }
  thread.attempts = thread.state.retry.map((_, i) => (i === rule ? attempt : (thread.attempts[i] ?? 0)));
  thread.retries += 1;
  const delayMs = retryDelay(found, attempt);
  record(live, thread, { kind: 'retry', rule, attempt, delayMs, error });
  if (raised === true) note(live, 'U10', wording.note.failInScope, thread.at);
  sleep(live, thread, 'retry', delayMs);
  return true;
}

function caught(live: Live, thread: LiveThread, failure: Failure, index: number, rule: CompiledCatch): Outcome {
  const output = catchOutput(live, thread, rule);
  if (!output.ok) {
    noteDecision(live, thread, output.error.code);
    return giveUp(live, thread, { error: output.error, kind: 'work' });
  }
  const { error } = failure;
  const target = rule.target.state;
  if (!target) return giveUp(live, thread, failure);
  record(live, thread, { kind: 'catch', rule: index, target: target.id, error });
  if (failure.raised === true) note(live, 'U10', wording.note.failInScope, thread.at);
  emit(live, thread, 'StepFailed', { error: error.code, cause: error.detail });
  emit(live, thread, 'StepExited', { output: output.value });
  standBefore(live, thread, target, output.value);
  return undefined;
}

/** Reads the failed state's `$Input` and error; `$Output` is null (R31). Without a constructor: `{}` (U12). */
function catchOutput(live: Live, thread: LiveThread, rule: CompiledCatch): Result<Json, FlowError> {
  if (rule.output) return evaluate(live, thread, rule.output, null);
  note(live, 'U12', wording.note.noCatchOutput, thread.at);
  return ok({});
}

/** Nobody in this scope deals with the error. */
function giveUp(live: Live, thread: LiveThread, failure: Failure): Outcome {
  thread.error = failure.error;
  record(live, thread, { kind: 'uncaught', error: failure.error });
  emit(live, thread, 'StepFailed', { error: failure.error.code, cause: failure.error.detail });
  emit(live, thread, 'StepExited', {});
  return { kind: 'fail-scope', thread, failure };
}

/** Names the decision behind an error the documents do not describe. */
function noteDecision(live: Live, thread: LiveThread, code: string): void {
  const decision = errorDecisions.get(code);
  if (decision) note(live, decision.code, decision.text, thread.at);
}

const errorDecisions: ReadonlyMap<string, { readonly code: string; readonly text: string }> = new Map([
  [errorCodes.expression, { code: 'U18', text: wording.note.expression(errorCodes.expression) }],
  [errorCodes.dataLimit, { code: 'U17', text: wording.note.terminal(errorCodes.dataLimit) }],
  [errorCodes.invalidData, { code: 'U17', text: wording.note.terminal(errorCodes.invalidData) }],
  [errorCodes.invalidItems, { code: 'U14', text: wording.note.invalidItems(errorCodes.invalidItems) }],
  [errorCodes.timeout, { code: 'U16', text: wording.note.timeoutName }],
]);

/** Writes down why the run goes where it goes. */
export function record(live: Live, thread: LiveThread, decision: DecisionKind): void {
  const { id, at: state, lastEvent: event } = thread;
  live.decisions.push({ at: live.now, event, thread: id, state, ...decision });
}
