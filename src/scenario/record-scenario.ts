import { failure, isObject, type Json, ok, ownValue } from '../base/index.ts';
import type { ExecutionEvent, ExecutionMode, ThreadId } from '../simulator/index.ts';
import type { FunctionCard } from './answer.ts';
import { type RunFacts, visitsOf } from './expectations.ts';
import type { Expectations, Scenario, ScriptedCallback } from './scenario.ts';

/** Facts of a run that can be kept as expectations. */
export const expectableFacts = ['status', 'error', 'output', 'path', 'virtualDuration', 'visits', 'calls'] as const;
export type ExpectableFact = (typeof expectableFacts)[number];

/** A run a person wants to keep as a test. */
export interface Recording {
  readonly flow: string | undefined;
  readonly name: string;
  readonly mode: ExecutionMode;
  readonly input: Json;
  readonly seed: number;
  readonly startTime: number;
  readonly functions: readonly FunctionCard[];
  readonly facts: RunFacts;
  readonly events: readonly ExecutionEvent[];
  readonly keep: readonly ExpectableFact[];
}

/** The scenario that makes this run again: the same answers, callbacks reported when they were, the chosen facts. */
export function recordScenario(recording: Recording): Scenario {
  const { flow, name, mode, input, seed, startTime, functions, facts, events, keep } = recording;
  return {
    flow,
    name,
    mode,
    input,
    seed,
    startTime,
    functions,
    callbacks: callbacksOf(events),
    expect: expectationsOf(facts, keep),
  };
}

function expectationsOf(facts: RunFacts, keep: readonly ExpectableFact[]): Expectations {
  const kept = (fact: ExpectableFact): boolean => keep.includes(fact);
  return {
    ...(kept('status') ? { status: facts.status } : {}),
    ...(kept('error') && facts.error ? { error: { code: facts.error.code, detail: facts.error.detail } } : {}),
    ...(kept('output') && facts.output !== undefined ? { output: facts.output } : {}),
    ...(kept('path') ? { path: facts.path } : {}),
    ...(kept('virtualDuration') ? { virtualDurationMs: facts.virtualMs } : {}),
    ...(kept('visits') ? { visits: Object.fromEntries(visitsOf(facts.path)) } : {}),
    ...(kept('calls') ? { calls: facts.calls } : {}),
  };
}

interface Token {
  readonly state: string;
  readonly since: number;
  end: { readonly at: number; readonly event: ExecutionEvent | undefined };
}

/**
 * What was reported on the run's tokens, in the order in which the tokens appeared. A token nobody reported on takes an
 * entry too (ruling R3), so where a later one of its state was reported on, it gets one that comes too late.
 */
function callbacksOf(events: readonly ExecutionEvent[]): readonly ScriptedCallback[] {
  const tokens = tokensOf(events);
  return tokens.flatMap((token, index): ScriptedCallback[] => {
    const afterMs = token.end.at - token.since;
    const outcome = outcomeOf(token.end.event);
    if (outcome) return [{ state: token.state, afterMs, outcome }];
    const laterReport = tokens
      .slice(index + 1)
      .some((later) => later.state === token.state && outcomeOf(later.end.event));
    return laterReport
      ? [{ state: token.state, afterMs: afterMs + 1, outcome: failure({ code: 'TooLate', detail: '' }) }]
      : [];
  });
}

function tokensOf(events: readonly ExecutionEvent[]): readonly Token[] {
  const modes = new Map<ThreadId, Json | undefined>();
  const open = new Map<ThreadId, Token>();
  const tokens: Token[] = [];
  const endOfRun = events.at(-1)?.at ?? 0;
  for (const event of events) {
    const { thread, type } = event;
    if (thread === undefined) continue;
    if (type === 'TaskScheduled') modes.set(thread, ownValue(event.detail, 'mode'));
    if (type === 'TaskSubmitted' && modes.get(thread) === 'WaitForCustomCallback') {
      const token = { state: event.stepName, since: event.at, end: { at: endOfRun, event: undefined } };
      tokens.push(token);
      open.set(thread, token);
    } else if (type === 'TaskSucceeded' || type === 'TaskFailed' || type === 'TaskTimedOut') {
      const token = open.get(thread);
      if (token) token.end = { at: event.at, event };
      open.delete(thread);
    }
  }
  return tokens;
}

function outcomeOf(event: ExecutionEvent | undefined): ScriptedCallback['outcome'] | undefined {
  if (event?.type === 'TaskSucceeded') {
    const output = ownValue(event.detail, 'output');
    return isObject(output) ? ok(output) : undefined;
  }
  if (event?.type !== 'TaskFailed') return undefined;
  const part = (key: string): string => String(ownValue(event.detail, key) ?? '');
  return failure({ code: part('error'), detail: part('cause') });
}
