import { describe, expect, test } from 'vitest';
import { knownErrors } from '../fdl/index.ts';
import { flow } from '../testing/flow.ts';
import { run } from '../testing/run.ts';
import { errorCodes } from './engine/errors.ts';
import { retryDelay, ruleFor } from './index.ts';

const names = [
  'FC.ResourceThrottled',
  'FC.ResourceExhausted',
  'FC.InternalServerError',
  'FC.AccessDenied',
  'FC.InvalidArgument',
  'FC.EntityTooLarge',
  'FC.Unknown',
  'FC.ServiceNotFound',
  'FC.FunctionNotFound',
  'FC.AnythingElse',
  'FnF.TaskTimeout',
  'MyCustomError',
];

describe.each(names)('%s (8.4)', (name) => {
  const calling = (recovery: string) => flow`
    - {Name: T, Type: Task, Action: 'FC:InvokeFunction', ${recovery} End: true}
    - {Name: C, Type: Pass, End: true}
  `;
  const failedOnce = (recovery: string) => run(calling(recovery)).start().step().replyWithError(name, 'why');

  test('without a rule it ends the execution under its own name', () => {
    expect(failedOnce('').outcome()).toEqual({ failed: name, detail: 'why' });
  });

  test('a Retry rule that names it, or FnF.ALL, tries again', () => {
    for (const named of [name, 'FnF.ALL']) {
      const r = failedOnce(`Retry: [{Errors: [Other, ${named}], MaxAttempts: 1, IntervalSeconds: 2}],`);
      expect(r.waiting()).toBe('T: retry until 2000');
      expect(r.advance().step().reply().outcome()).toEqual({ succeeded: { Body: {} } });
    }
  });

  test('a Catch rule that names it, or FnF.ALL, goes on elsewhere', () => {
    for (const named of [name, 'FnF.ALL']) {
      const r = failedOnce(`Catch: [{Errors: [${named}], OutputConstructor: {e.$: $Context.Current.Error}, Next: C}],`);
      expect(r.settle().outcome()).toEqual({ succeeded: { e: { Code: name, Detail: 'why' } } });
    }
  });

  test('a rule for another name does nothing', () => {
    const r = failedOnce(`Catch: [{Errors: [${name}x, x${name}, ${name.toLowerCase()}.], Next: C}],`);
    expect(r.draft.status).toBe('Failed');
  });
});

test('rules are tried in the order written, the first that matches counts (8.3)', () => {
  const rules = [{ errors: ['A', 'B'] }, { errors: ['FnF.ALL'] }, { errors: ['C'] }];
  expect(['A', 'B', 'C', ''].map((code) => ruleFor(rules, { code, detail: '' }))).toEqual([0, 0, 1, 1]);
  expect(ruleFor([{ errors: [''] }], { code: '', detail: '' })).toBe(-1);
});

test('delays follow interval, rate and cap (8.1)', () => {
  const delays = (intervalSeconds: number, backoffRate: number, maxBackoffSeconds?: number): readonly number[] =>
    [1, 2, 3, 4].map((attempt) => {
      const rule = { errors: [], description: undefined, maxAttempts: 9, span: { from: 0, to: 0 } };
      return retryDelay({ ...rule, intervalSeconds, backoffRate, maxBackoffSeconds }, attempt) / 1000;
    });
  expect(delays(10, 2)).toEqual([10, 20, 40, 80]);
  expect(delays(2, 3, 30)).toEqual([2, 6, 18, 30]);
  expect(delays(5, 1)).toEqual([5, 5, 5, 5]);
  expect(delays(1, 1.5)).toEqual([1, 1.5, 2.25, 3.375]);
  expect(delays(8, 0.5)).toEqual([8, 4, 2, 1]);
});

test('every code the engine raises is explained, and marked when the simulator made it up', () => {
  const known = new Map(knownErrors.map((error) => [error.code, error]));
  for (const code of Object.values(errorCodes)) expect(known.get(code)?.about).toMatch(/\.$/);
  const marked = Object.values(errorCodes).filter((code) => known.get(code)?.inventedHere);
  expect(Object.values(errorCodes).filter((code) => !marked.includes(code))).toEqual(['FnF.TaskTimeout']);
});
