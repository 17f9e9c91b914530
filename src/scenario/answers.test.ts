import { expect, test } from 'vitest';
import type { Answer, Call, FunctionCard } from './answer.ts';
import { createAnswers, matches } from './answers.ts';

const returns = (value: string, times = 1): Answer => ({ kind: 'return', value, times, latencyMs: 0 });
const call = (over: Partial<Call> = {}): Call => ({
  state: 'Charge card',
  action: 'FC:InvokeFunction',
  resourceArn: 'acs:fc:::functions/charge',
  function: 'charge',
  service: undefined,
  ...over,
});
const book = (...cards: FunctionCard[]) => createAnswers(cards);
const valuesOf = (count: number, next: () => ReturnType<ReturnType<typeof createAnswers>['next']>) =>
  Array.from({ length: count }, () => {
    const answer = next()?.answer;
    return answer?.kind === 'return' ? answer.value : answer;
  });

test('answers are used in order, each as often as it says, and the last one repeats', () => {
  const answers = book({ match: { function: 'charge' }, answers: [returns('a', 2), returns('b'), returns('c')] });
  expect(valuesOf(6, () => answers.next(call()))).toEqual(['a', 'a', 'b', 'c', 'c', 'c']);
  expect(answers.used()).toEqual([6]);
});

test('the first entry that matches answers, also when a later one fits better', () => {
  const answers = book(
    { match: {}, answers: [returns('any')] },
    { match: { function: 'charge' }, answers: [returns('charge')] },
  );
  expect(answers.next(call())?.card).toBe(0);
});

test('turns belong to the entry, not to the state that calls', () => {
  const answers = book({ match: { function: 'charge' }, answers: [returns('a'), returns('b')] });
  answers.next(call({ state: 'first' }));
  expect(answers.next(call({ state: 'second' }))?.answer).toMatchObject({ value: 'b' });
});

test('no entry, no answer; peeking uses nothing', () => {
  const answers = book({ match: { function: 'refund' }, answers: [returns('a'), returns('b')] });
  expect(answers.next(call())).toBeUndefined();
  answers.peek(call({ function: 'refund' }));
  expect(answers.next(call({ function: 'refund' }))?.answer).toMatchObject({ value: 'a' });
});

test('a book can go on where another one stood', () => {
  const cards = [{ match: {}, answers: [returns('a'), returns('b')] }];
  const first = createAnswers(cards);
  first.next(call());
  expect(createAnswers(cards, first.used()).next(call())?.answer).toMatchObject({ value: 'b' });
});

test('an asynchronous call that threw is run again as often as the card says, each run with an answer of its own', () => {
  const thrown = (times: number): Answer => ({ kind: 'throw', errorType: 'E', errorMessage: '', times, latencyMs: 10 });
  const cards = (asyncRetries?: number) => [{ match: {}, answers: [thrown(3), returns('a')], asyncRetries }];
  const last = (asyncRetries?: number) => {
    const answers = createAnswers(cards(asyncRetries));
    return { ...answers.last(call()), used: answers.used() };
  };
  expect(last()).toMatchObject({ answer: { kind: 'throw', latencyMs: 10 }, runs: 1, used: [1] });
  expect(last(1)).toMatchObject({ answer: { kind: 'throw', latencyMs: 20 }, runs: 2, used: [2] });
  expect(last(8)).toMatchObject({ answer: { kind: 'return', latencyMs: 30 }, runs: 4, used: [4] });
  expect(createAnswers([]).last(call())).toBeUndefined();
  expect(createAnswers(cards(3)).next(call())?.answer).toMatchObject({ kind: 'throw', latencyMs: 10 });
});

test('all given keys must match', () => {
  expect(matches({ function: 'charge', state: 'Charge card' }, call())).toBe(true);
  expect(matches({ function: 'charge', state: 'Other' }, call())).toBe(false);
  expect(matches({ resourceArn: 'acs:fc:::functions/charge' }, call())).toBe(true);
  expect(matches({ action: 'HTTP:Request' }, call())).toBe(false);
  expect(matches({ service: 'billing' }, call({ service: 'billing' }))).toBe(true);
  expect(matches({ service: 'MNS' }, call({ action: 'MNS:SendMessage', function: undefined }))).toBe(true);
  expect(matches({ function: '__proto__' }, call())).toBe(false);
});
