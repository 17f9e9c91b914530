import { failure, type Json, ok, type Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { CallbackReply, Invocation, Reply, World } from '../simulator/index.ts';
import { rawOutput } from './run.ts';

/** What a test lets the world do, by state name. Times are milliseconds; an error is a code or a code with a detail. */
export interface Script {
  readonly answers?: { readonly [state: string]: readonly ScriptedAnswer[] };
  readonly callbacks?: { readonly [state: string]: readonly ScriptedCallback[] };
}
export interface ScriptedAnswer {
  /** What the function returned; FC wraps it. */
  readonly return?: Json;
  /** The Task's raw output as it is. */
  readonly raw?: Json;
  readonly error?: ScriptedError;
  readonly never?: true;
  readonly after?: number;
  readonly times?: number;
  /** The report after an accepted submission. */
  readonly later?: ScriptedCallback;
}
export interface ScriptedCallback {
  readonly after?: number;
  readonly succeed?: Json;
  readonly fail?: ScriptedError;
}
type ScriptedError = string | readonly [string, string];

/** A world that plays a script: answers of a state in order, the last one repeats; nothing scripted: `{}` at once. */
export function playScript({ answers = {}, callbacks = {} }: Script): World {
  const queues = new Map(Object.entries(answers).map(([state, list]) => [state, list.flatMap(repeat)]));
  const reports = new Map(Object.entries(callbacks).map(([state, list]) => [state, [...list]]));
  return {
    answer: (invocation) => {
      const queue = queues.get(invocation.stateName) ?? [];
      const next = queue.length > 1 ? queue.shift() : queue[0];
      return replyTo(invocation, next ?? {});
    },
    callback: ({ stateName }) => {
      const next = reports.get(stateName)?.shift();
      return next && report(next);
    },
  };
}

const repeat = (answer: ScriptedAnswer): readonly ScriptedAnswer[] =>
  new Array<ScriptedAnswer>(answer.times ?? 1).fill(answer);

function replyTo({ action, mode }: Invocation, answer: ScriptedAnswer): Reply {
  const value = answer.raw ?? rawOutput(action, mode, answer.return ?? {});
  return {
    outcome: answer.error === undefined ? ok(value) : failure(errorFrom(answer.error)),
    latencyMs: answer.after ?? 0,
    never: answer.never,
    later: answer.later && { ...report(answer.later), by: mode === 'WaitForSystemCallback' ? 'system' : 'custom' },
  };
}

function report({ after = 0, succeed = {}, fail }: ScriptedCallback): CallbackReply {
  const outcome: Result<Json, FlowError> = fail === undefined ? ok(succeed) : failure(errorFrom(fail));
  return { afterMs: after, outcome };
}

function errorFrom(error: ScriptedError): FlowError {
  return typeof error === 'string' ? { code: error, detail: '' } : { code: error[0], detail: error[1] };
}
