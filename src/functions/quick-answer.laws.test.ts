import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../base/index.ts';
import { createAnswers } from '../scenario/index.ts';
import type { Invocation } from '../simulator/index.ts';
import { createPreparer } from './prepare.ts';
import { createQuickAnswers } from './quick-answer.ts';
import { defaultSettings } from './settings.ts';

const names = fc.constantFrom('pay', '__proto__', '支付', 'a b');
const invocations = fc
  .record({
    action: fc.constantFrom(
      'FC:InvokeFunction',
      'fc:invokefunction',
      'MNS:SendMessage',
      'HTTP:Request',
      'FNF:StartExecution',
    ),
    mode: fc.constantFrom('RequestComplete', 'WaitForSystemCallback', 'WaitForCustomCallback'),
    parameters: fc.oneof(
      fc.record({
        resourceArn: names.map((name) => `acs:fc:::functions/${name}`),
        invocationType: fc.constantFrom('Sync', 'Async', 'other'),
        body: fc.jsonValue({ maxDepth: 3 }),
      }),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  })
  .map((given): Invocation => ({
    ...(given as Pick<Invocation, 'action' | 'mode'>),
    parameters: given.parameters as Json,
    at: 0,
    state: 'Pay' as never,
    stateName: 'Pay',
    attempt: 0,
    iteration: [],
    token: undefined,
    executionName: 'run-1',
  }));

/** The same call over text. */
function longWay(invocation: Invocation, value: Json) {
  const calls: string[] = [];
  const answers = createAnswers([{ match: {}, answers: [{ kind: 'return', value, latencyMs: 3, times: 1 }] }]);
  const prepare = createPreparer({
    answers,
    settings: defaultSettings,
    count: (key) => calls.push(key),
    once: (n) => n,
  });
  const prepared = prepare(invocation, 1 as never);
  const reply = prepared.kind === 'call' ? prepared.read(prepared.respond(prepared.call)) : prepared.reply;
  return { outcome: reply.outcome, latencyMs: reply.latencyMs, later: reply.later, calls, notes: reply.notes ?? [] };
}

describe('the short way to an answer', { timeout: 30_000 }, () => {
  test('gives what the long way over HTTP text gives, whenever it is taken', () => {
    let taken = 0;
    fc.assert(
      fc.property(invocations, fc.jsonValue({ maxDepth: 3 }), (invocation, json) => {
        const value = json as Json;
        const calls: string[] = [];
        const answers = createAnswers([{ match: {}, answers: [{ kind: 'return', value, latencyMs: 3, times: 1 }] }]);
        const reply = createQuickAnswers(answers, (key) => calls.push(key))(invocation);
        if (!reply) return;
        taken += 1;
        const { outcome, latencyMs, later } = reply;
        expect({ outcome, latencyMs, later, calls, notes: [] }).toEqual(longWay(invocation, value));
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('leaves big and deep bodies to the long way', () => {
    const answers = createAnswers([{ match: {}, answers: [{ kind: 'return', value: 1, latencyMs: 0, times: 1 }] }]);
    const quick = createQuickAnswers(answers, () => undefined);
    const call = (body: Json): Invocation => ({
      at: 0,
      state: 'Pay' as never,
      stateName: 'Pay',
      attempt: 0,
      iteration: [],
      action: 'FC:InvokeFunction',
      mode: 'RequestComplete',
      parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: 'Sync', body },
      token: undefined,
      executionName: 'run-1',
    });
    let deep: Json = 1;
    for (let i = 0; i < 5000; i += 1) deep = [deep];
    expect(quick(call({ small: true }))).toBeDefined();
    expect(quick(call(deep))).toBeUndefined();
    expect(quick(call('x'.repeat(60_000)))).toBeUndefined();
    expect(quick(call(Array.from({ length: 200 }, () => 0)))).toBeUndefined();
  });
});
