import { assertNever, isObject, type Json } from '../../base/index.ts';
import type { Effect, Input, ThreadId } from '../messages.ts';
import { advance } from './clock.ts';
import { carryOut } from './carry-out.ts';
import { emitExecution } from './emit.ts';
import { endOfQuota, endRun } from './end.ts';
import { invalidDefinition } from './errors.ts';
import { newThread } from './children.ts';
import { closeCall, type Live, noEffects, note } from './live.ts';
import { itemsRead, resultsWritten } from './map.ts';
import type { Outcome } from './outcome.ts';
import { step } from './step.ts';
import { taskAnswered, taskEnded } from './task.ts';
import { wording } from '../wording.ts';

/** Feeds one input. What does not fit the moment (late, unknown, after the end) changes nothing. */
export function feedLive(live: Live, input: Input): readonly Effect[] {
  live.effects = noEffects;
  if (live.status === 'Idle' && input.type === 'start') start(live, input.input);
  else if (live.status === 'Running') react(live, input);
  return live.effects;
}

function react(live: Live, input: Input): void {
  carryOut(live, outcomeOf(live, input));
  if (live.overflow) endOfQuota(live, live.overflow);
  live.overflow = undefined;
}

function outcomeOf(live: Live, input: Input): Outcome {
  switch (input.type) {
    case 'start':
      return undefined;
    case 'step':
      return step(live, input.thread);
    case 'advance-clock':
      return advance(live, input.to);
    case 'invocation-settled':
      return settle(live, input);
    case 'task-reported':
      return report(live, input);
    case 'replace-input':
      replaceInput(live, input);
      return undefined;
    case 'stop':
      return endRun(live, 'Stopped', undefined, { code: input.error, detail: input.cause });
    default:
      return assertNever(input);
  }
}

const outermost: readonly number[] = [];

/** The execution begins before its first state. An input that is no object does not start it (R17). */
function start(live: Live, input: Json): void {
  if (!isObject(input)) return;
  const { executionName: name, mode } = live.options;
  const home = { id: 0, name, mode, input, global: {}, until: undefined };
  live.status = 'Running';
  live.executions.set(0, home);
  emitExecution(live, 'ExecutionStarted', 0, input, 'input');
  const { state, name: first } = live.program.start;
  if (!state) {
    const { error } = invalidDefinition(wording.noSuchState(first));
    return endRun(live, 'Failed', undefined, error);
  }
  live.counters.threads += 1;
  const id = live.counters.threads as ThreadId;
  const root = newThread({ id, owner: undefined, slot: 0, path: outermost, iteration: outermost, home, state, input });
  root.lastEvent = live.counters.events;
  live.threads.set(id, root);
  live.root = root;
  live.current = root;
}

/** Only what no state has begun to work with yet. */
function replaceInput(live: Live, { thread: id, input }: Extract<Input, { type: 'replace-input' }>): void {
  const thread = live.threads.get(id);
  if (thread?.phase.name !== 'ready') return;
  thread.received = input;
  thread.input = input;
}

function settle(live: Live, input: Extract<Input, { type: 'invocation-settled' }>): Outcome {
  const thread = live.openEffects.get(input.effect);
  if (thread?.phase.name !== 'invoking') return undefined;
  for (const said of input.notes ?? []) note(live, said.code, said.message, said.state ?? thread.at);
  const { work } = thread.state;
  if (work.kind === 'task') return taskAnswered(live, thread, work, input.outcome);
  if (work.kind !== 'map') return undefined;
  const { purpose } = thread.phase;
  if (purpose === 'read-items') return itemsRead(live, thread, work, input.outcome);
  return resultsWritten(live, thread, input.outcome);
}

/** Somebody reported on a token. One that does not wait (any more) changes nothing (R2). */
function report(live: Live, input: Extract<Input, { type: 'task-reported' }>): Outcome {
  const thread = live.openTokens.get(input.token);
  if (thread?.phase.name !== 'awaiting-callback') return undefined;
  closeCall(live, thread.phase);
  return taskEnded(live, thread, input.outcome);
}
