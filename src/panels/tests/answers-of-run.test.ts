import { expect, test } from 'vitest';
import { createWorld } from '../../functions/index.ts';
import { createAnswers, type FunctionCard } from '../../scenario/index.ts';
import { compileProgram, type Run, simulate } from '../../simulator/index.ts';
import { card, options, three, value } from '../../testing/drive.ts';
import { answersOfRun } from './answers-of-run.ts';

const play = (cards: readonly FunctionCard[]): Run =>
  simulate(compileProgram(three), options, {}, createWorld({ answers: createAnswers(cards) }));

test('the answers read off a run make the same run again', () => {
  const run = play([
    card({ function: 'a' }, value({ n: 1 }, 40)),
    card({ function: 'b' }, value('text')),
    card({ function: 'c' }, { kind: 'error', code: 'FC.ResourceThrottled', detail: 'busy' }),
  ]);
  const cards = answersOfRun(run.events);
  expect(cards.map(({ match }) => match)).toEqual([{ state: 'A' }, { state: 'B' }, { state: 'C' }]);
  expect(play(cards).events).toEqual(run.events);
});

test('a thrown error is thrown again', () => {
  const run = play([card({ function: 'a' }, { kind: 'throw', errorType: 'CardDeclined', errorMessage: 'no funds' })]);
  expect(play(answersOfRun(run.events)).error?.code).toBe('CardDeclined');
});
