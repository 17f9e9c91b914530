import { expect, test } from 'vitest';
import type { Answer, FunctionCard } from '../../scenario/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';
import { callsByCard, nextAnswer } from './next-answer.ts';

const answer = (times: number): Answer => ({ kind: 'return', value: 1, latencyMs: 0, times });
const card = (match: FunctionCard['match']): FunctionCard => ({ match, answers: [answer(1)] });
const sent = (stepName: string, name: string) =>
  ({
    type: 'TaskScheduled',
    stepName,
    detail: { action: 'FC:InvokeFunction', parameters: { resourceArn: `acs:fc:::functions/${name}` } },
  }) as unknown as ExecutionEvent;

test('a call counts for the first card that fits', () => {
  const cards = [card({ state: 'A' }), card({ function: 'pay' }), card({ function: 'ship' })];
  expect(callsByCard([sent('A', 'pay'), sent('B', 'pay'), sent('C', 'pay')], cards)).toEqual([1, 2, 0]);
});

test('runs of an asynchronous call that Function Compute made by itself have taken answers too', () => {
  const thrown: Answer = { kind: 'throw', errorType: 'E', errorMessage: '', latencyMs: 0, times: 2 };
  const retried: FunctionCard = { match: {}, answers: [thrown, answer(1), answer(1)], asyncRetries: 3 };
  const sync = sent('A', 'pay');
  const asynchronous = {
    ...sync,
    detail: {
      action: 'FC:InvokeFunction',
      parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: 'Async' },
    },
  };
  expect(callsByCard([sync], [retried])).toEqual([1]);
  expect(callsByCard([asynchronous], [retried])).toEqual([3]);
  expect(callsByCard([asynchronous, asynchronous], [retried])).toEqual([4]);
});

test('answers are used in order, each so often; the last one repeats', () => {
  const answers = [answer(2), answer(1), answer(1)];
  expect([0, 1, 2, 3, 9].map((calls) => nextAnswer(answers, calls))).toEqual([0, 0, 1, 2, 2]);
  expect(nextAnswer([], 5)).toBe(0);
});
