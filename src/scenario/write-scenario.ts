import { stringify } from 'yaml';
import { type Json, type JsonObject, setOwn } from '../base/index.ts';
import type { Answer, FunctionCard } from './answer.ts';
import { formatDuration } from './duration.ts';
import { formatInstant } from './instant.ts';
import type { Expectations, Scenario, ScriptedCallback } from './scenario.ts';

/** A scenario as YAML text; `readScenario` gives back an equal scenario. */
export function writeScenario(scenario: Scenario): string {
  return stringify(scenarioJson(scenario), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A scenario as the JSON a file holds, keys in the order people read them; keys with nothing to say are left out. */
export function scenarioJson(scenario: Scenario): JsonObject {
  const { functions, callbacks } = scenario;
  return present({
    flow: scenario.flow,
    name: scenario.name,
    mode: scenario.mode,
    input: scenario.input,
    seed: scenario.seed,
    startTime: scenario.startTime === undefined ? undefined : formatInstant(scenario.startTime),
    functions: functions.length === 0 ? undefined : functions.map(cardJson),
    callbacks: callbacks.length === 0 ? undefined : callbacks.map(callbackJson),
    expect: Object.keys(scenario.expect).length === 0 ? undefined : expectJson(scenario.expect),
  });
}

function present(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) setOwn(result, key, value);
  return result;
}

const cardJson = (card: FunctionCard): Json =>
  present({
    match: present({ ...card.match }),
    answers: card.answers.map(answerJson),
    asyncRetries: card.asyncRetries === 0 ? undefined : card.asyncRetries,
  });

function answerJson(answer: Answer): Json {
  return present({
    ...kindJson(answer),
    latency: answer.latencyMs === 0 ? undefined : formatDuration(answer.latencyMs),
    times: answer.times === 1 ? undefined : answer.times,
  });
}

function kindJson(answer: Answer): Readonly<Record<string, Json | undefined>> {
  switch (answer.kind) {
    case 'return':
      return { return: answer.value };
    case 'return-expr':
      return { returnExpr: answer.expression };
    case 'text':
      return { text: answer.text };
    case 'timeout':
      return { timeout: true };
    case 'throw':
      return { throw: present({ errorType: answer.errorType, errorMessage: answer.errorMessage }) };
    case 'error':
      return { error: answer.detail === undefined ? answer.code : { code: answer.code, detail: answer.detail } };
  }
}

function callbackJson({ state, afterMs, outcome }: ScriptedCallback): Json {
  const report = outcome.ok
    ? { succeed: outcome.value }
    : {
        fail: present({
          error: outcome.error.code,
          cause: outcome.error.detail === '' ? undefined : outcome.error.detail,
        }),
      };
  return present({ state, after: afterMs === 0 ? undefined : formatDuration(afterMs), ...report });
}

function expectJson(expect: Expectations): Json {
  return present({
    status: expect.status,
    error: expect.error && present({ ...expect.error }),
    output: expect.output,
    outputMatches: expect.outputMatches,
    path: expect.path,
    virtualDuration: expect.virtualDurationMs === undefined ? undefined : formatDuration(expect.virtualDurationMs),
    visits: expect.visits,
    calls: expect.calls,
  });
}
