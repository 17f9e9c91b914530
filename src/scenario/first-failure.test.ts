import { expect, test } from 'vitest';
import type { ExecutionEvent } from '../simulator/index.ts';
import { firstFailure } from './first-failure.ts';

const runThrough = (...names: string[]) => ({
  path: names,
  events: names.map(
    (stepName, i) =>
      ({ id: 3 * i + 1, type: 'StepEntered', stepName, state: `/${stepName}` }) as never as ExecutionEvent,
  ),
});

test('the first state off the expected path', () => {
  expect(firstFailure(runThrough('A', 'X', 'C'), { path: ['A', 'B', 'C'] })).toEqual({ state: '/X', event: 4 });
});

test('a run that stopped short shows where', () => {
  expect(firstFailure(runThrough('A'), { path: ['A', 'B'] })).toEqual({ state: '/A', event: 1 });
});

test('a state entered too often, at the time that was one too many', () => {
  expect(firstFailure(runThrough('A', 'B', 'A', 'A'), { visits: { A: 2 } })).toEqual({ state: '/A', event: 10 });
});

test('where only the end differs, the last state', () => {
  expect(firstFailure(runThrough('A', 'B'), { output: { x: 1 } })).toEqual({ state: '/B', event: 4 });
  expect(firstFailure(runThrough(), { output: {} })).toBeUndefined();
});
