import { expect, test } from 'vitest';
import type { Json } from '../base/index.ts';
import { flow } from '../testing/flow.ts';
import { run, testOptions } from '../testing/run.ts';
import { playScript } from '../testing/script.ts';
import { fits, limits } from './engine/limits.ts';
import { compileProgram, simulate } from './index.ts';

const pass = flow`- {Name: A, Type: Pass, End: true}`;
/** An object whose compact JSON has exactly this many bytes. */
const objectOf = (bytes: number): Json => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });

test('exactly 65,536 bytes of JSON are allowed, one more is not (U17)', () => {
  expect(run(pass).start(objectOf(65_536)).settle().draft.status).toBe('Succeeded');
  expect(run(pass).start(objectOf(65_537)).settle().outcome()).toMatchObject({ failed: 'FnF.DataLimitExceeded' });
});

test('bytes are counted in UTF-8, escapes as written (U17)', () => {
  expect(fits('é'.repeat(10), 22)).toBe(true);
  expect(fits('é'.repeat(10), 21)).toBe(false);
  expect(fits('\n'.repeat(10), 22)).toBe(true);
  expect(fits({ '\u0001': 1 }, 12)).toBe(true);
  expect(fits({ '\u0001': 1 }, 11)).toBe(false);
});

test('the input as received may be larger when an InputConstructor makes it small (R8)', () => {
  const small = flow`- {Name: A, Type: Pass, InputConstructor: {n.$: 'length($Input.a)'}, End: true}`;
  expect(run(small).start(objectOf(70_000)).settle().outcome()).toEqual({ succeeded: { n: 69_992 } });
});

test('a raw result may be larger when an OutputConstructor makes it small; the final output may not (R8)', () => {
  const shaped = flow`- {Name: T, Type: Task, Action: 'A:B', OutputConstructor: {n.$: 'length($Output.a)'}, End: true}`;
  const plain = flow`- {Name: T, Type: Task, Action: 'A:B', End: true}`;
  expect(run(shaped).start().step().reply(objectOf(70_000)).outcome()).toEqual({ succeeded: { n: 69_992 } });
  expect(run(plain).start().step().reply(objectOf(70_000)).outcome()).toMatchObject({
    failed: 'FnF.DataLimitExceeded',
  });
});

test('$Global values may have 256 KiB, not more, and the error cannot be caught (R8, 5.6)', () => {
  const store = flow`
    - {Name: T, Type: Task, Action: 'A:B', GlobalConstructor: {g.$: $Output.a}, OutputConstructor: {}, Catch: [{Errors: [FnF.ALL], Next: C}], End: true}
    - {Name: C, Type: Pass, End: true}
  `;
  const withText = (bytes: number) =>
    run(store)
      .start()
      .step()
      .reply({ a: 'x'.repeat(bytes - 2) });
  expect(withText(262_144).draft.status).toBe('Succeeded');
  expect(withText(262_145).outcome()).toMatchObject({ failed: 'FnF.DataLimitExceeded' });
});

test('data nested too deeply is too large, and nothing overflows', () => {
  let deep: Json = {};
  for (let i = 0; i < 20_000; i += 1) deep = { a: deep };
  expect(run(pass).start(deep).settle().outcome()).toMatchObject({ failed: 'FnF.DataLimitExceeded' });
});

test('a Parallel has at most 50 branches', () => {
  const wide = (n: number) => {
    const branch = '{StartAt: A, States: [{Name: A, Type: Pass, End: true}]}';
    return flow`- {Name: P, Type: Parallel, Branches: [${Array(n).fill(branch).join(', ')}], End: true}`;
  };
  expect(run(wide(50)).start().settle().draft.status).toBe('Succeeded');
  expect(run(wide(51)).start().settle().outcome()).toMatchObject({ failed: 'FnF.InvalidDefinition' });
});

const waits = (extra: string) => flow`
  - Name: M
    Type: Map
    ItemsPath: $Input.items
    ${extra}
    Processor: {StartAt: W, States: [{Name: W, Type: Wait, Seconds: 1, End: true}]}
    OutputConstructor: {}
    End: true
`;
const secondsFor = (items: number, extra: string): number => {
  const input = { items: Array(items).fill({}) };
  return simulate(compileProgram(waits(extra)), testOptions, input, playScript({})).virtualMs / 1000;
};

test('an inline Map runs 40 items at once, whatever is written above that (U37, 4.6)', () => {
  expect(secondsFor(80, 'Description: by default')).toBe(2);
  expect(secondsFor(81, 'MaxConcuccency: 40')).toBe(3);
  expect(secondsFor(80, 'MaxConcuccency: 80')).toBe(2);
  expect(secondsFor(80, 'MaxConcuccency: 20')).toBe(4);
});

test('a distributed Map runs 100 items at once, or as many as written (4.7)', () => {
  expect(secondsFor(200, 'ProcessorConfig: {ExecutionMode: Standard}')).toBe(2);
  expect(secondsFor(200, 'ProcessorConfig: {ExecutionMode: Standard}\n    MaxConcuccency: 200')).toBe(1);
});

test('5,000 events are the quota, the closing one not counted (R1, U29)', () => {
  const loop = compileProgram(flow`- {Name: A, Type: Pass, Next: A}`);
  const result = simulate(loop, testOptions, {}, playScript({}));
  expect(result.events).toHaveLength(limits.events + 1);
  expect(result.error).toMatchObject({ code: 'FnF.EventLimitExceeded' });
  expect(result.error?.detail).toContain('A → A');
});

test('retries with backoff from an hour, then a week of waiting, end at once with the right virtual times', () => {
  const slow = compileProgram(flow`
    - Name: Slow
      Type: Task
      Action: FC:InvokeFunction
      TaskMode: WaitForCustomCallback
      Retry: [{Errors: [Busy], MaxAttempts: 5, IntervalSeconds: 3600, BackoffRate: 2}]
      End: true
  `);
  const script = {
    answers: { Slow: [{ error: 'Busy', times: 5 }, {}] },
    callbacks: { Slow: [{ after: 7 * 86_400_000 }] },
  };
  const result = simulate(slow, testOptions, {}, playScript(script));
  expect(result.status).toBe('Succeeded');
  expect(result.virtualMs).toBe((3600 * (1 + 2 + 4 + 8 + 16) + 7 * 86_400) * 1000);
});
