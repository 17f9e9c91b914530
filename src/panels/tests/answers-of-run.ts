/** What the outside said in a run, read off its history: the answers that make a fork again. */
import { isObject, type Json, ownValue } from '../../base/index.ts';
import type { Answer, FunctionCard } from '../../scenario/index.ts';
import { type Attempt, type ExecutionEvent, visitsOf } from '../../simulator/index.ts';

/** One card for each Task, its answers in the order of its calls. */
export function answersOfRun(events: readonly ExecutionEvent[]): readonly FunctionCard[] {
  const calls = new Map<string, Attempt[]>();
  for (const { stateName, attempts } of visitsOf(events)) {
    if (attempts.length > 0) calls.set(stateName, [...(calls.get(stateName) ?? []), ...attempts]);
  }
  return [...calls].map(([state, attempts]) => ({
    match: { state },
    answers: attempts.sort((a, b) => a.from - b.from).map(answerOf),
  }));
}

function answerOf({ action, mode, raw, submitted, error, sent, ended }: Attempt): Answer {
  const waits = mode !== 'RequestComplete';
  const common = { latencyMs: waits || ended === undefined ? 0 : ended - sent, times: 1 };
  // What is reported on a token is no answer of the call.
  if (waits && submitted !== undefined) return { ...common, kind: 'return', value: {} };
  if (error?.code === 'FnF.TaskTimeout' || (error === undefined && raw === undefined)) {
    return { latencyMs: 0, times: 1, kind: 'timeout' };
  }
  if (error?.code.includes('.'))
    return { ...common, kind: 'error', code: error.code, detail: error.detail || undefined };
  if (error) return { ...common, kind: 'throw', errorType: error.code, errorMessage: error.detail };
  return { ...common, kind: 'return', value: valueOf(action, raw ?? null) };
}

/** A function's value comes wrapped in `Body` (reference 9.2); other services answer with the raw output. */
function valueOf(action: string, raw: Json): Json {
  const wrapped = /^fc:/i.test(action) && isObject(raw) ? ownValue(raw, 'Body') : undefined;
  return wrapped ?? raw;
}
