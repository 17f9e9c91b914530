import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failure, type JsonObject, ok } from '../base/index.ts';
import type { Answer, FunctionCard } from './answer.ts';
import { readScenario } from './read/read-scenario.ts';
import type { Scenario, ScriptedCallback } from './scenario.ts';
import { writeScenario } from './write-scenario.ts';

// JSON without -0, which YAML keeps and JSON does not.
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
const object = fc.dictionary(fc.string(), json).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);
const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'yes', '1.0', 'null', '审批 ✓', 'a: b # c', ''),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const base = { latencyMs: fc.nat({ max: 10 ** 9 }), times: fc.integer({ min: 1, max: 9 }) };
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('return' as const), value: json }),
  fc.record({
    ...base,
    kind: fc.constant('return-expr' as const),
    expression: fc.constantFrom('$Input', 'format("{}: {} # 2", $Input.a, 1)', '{"a": $Input}'),
  }),
  fc.record({ ...base, kind: fc.constant('text' as const), text: name }),
  fc.record({ ...base, kind: fc.constant('timeout' as const) }),
  fc.record({ ...base, kind: fc.constant('throw' as const), errorType: some(name), errorMessage: some(name) }),
  fc.record({ ...base, kind: fc.constant('error' as const), code: name, detail: some(name) }),
);
const card: fc.Arbitrary<FunctionCard> = fc.record({
  match: fc.record({ state: name, function: name, action: name }, { requiredKeys: [] }),
  answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
  asyncRetries: some(fc.integer({ min: 1, max: 8 })),
});
const errorName = fc.string({ minLength: 1, maxLength: 128 });
const callback: fc.Arbitrary<ScriptedCallback> = fc.record({
  state: name,
  afterMs: fc.nat({ max: 10 ** 10 }),
  outcome: fc.oneof(
    object.map(ok),
    fc.tuple(errorName, name).map(([code, detail]) => failure({ code, detail })),
  ),
});
const counts = fc.dictionary(name, fc.nat());
const scenario: fc.Arbitrary<Scenario> = fc.record({
  flow: some(name),
  name: some(name),
  mode: some(fc.constantFrom('Standard' as const, 'Express' as const)),
  input: json,
  seed: some(fc.maxSafeInteger().map((seed) => seed + 0)),
  startTime: some(fc.integer({ min: 0, max: 4_000_000_000_000 })),
  functions: fc.array(card, { maxLength: 3 }),
  callbacks: fc.array(callback, { maxLength: 3 }),
  expect: fc.record(
    {
      status: fc.constantFrom('Succeeded' as const, 'Waiting' as const),
      error: fc.record({ code: name, detail: name }, { requiredKeys: [] }),
      output: json,
      outputMatches: json,
      path: fc.array(name),
      virtualDurationMs: fc.nat(),
      visits: counts,
      calls: counts,
    },
    { requiredKeys: [] },
  ),
});

test('a written scenario reads as the same scenario', () => {
  fc.assert(
    fc.property(scenario, (written) => {
      const read = readScenario(writeScenario(written));
      expect(read.ok ? read.value : read.error).toEqual(written);
    }),
    { numRuns: 150 },
  );
}, 30_000);

test('reading never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void readScenario(text)));
});
