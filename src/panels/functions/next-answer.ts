/** How far a card is: which of its answers the next call gets, at the moment shown. */
import { isObject, type Json, ownValue } from '../../base/index.ts';
import { callOf } from '../../functions/index.ts';
import { type Answer, answersTaken, type FunctionCard, matches } from '../../scenario/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';

/** Answers each card has given in these events, in the order of the cards. A call goes to the first card that fits. */
export function callsByCard(events: readonly ExecutionEvent[], cards: readonly FunctionCard[]): readonly number[] {
  const counts = cards.map(() => 0);
  for (const { type, stepName, detail } of events) {
    if (type !== 'TaskScheduled') continue;
    const action = ownValue(detail, 'action');
    const call = callOf({
      stateName: stepName,
      action: textOf(action),
      parameters: ownValue(detail, 'parameters') ?? {},
    });
    const index = cards.findIndex(({ match }) => matches(match, call));
    const card = cards[index];
    if (card) counts[index] = (counts[index] ?? 0) + taken(card, counts[index] ?? 0, ownValue(detail, 'parameters'));
  }
  return counts;
}

/** A function that threw in an asynchronous call may have been run again, with answers of its own. */
function taken(card: FunctionCard, used: number, parameters: Json | undefined): number {
  const isAsync = isObject(parameters) && ownValue(parameters, 'invocationType') === 'Async';
  return isAsync ? answersTaken(card, used).runs : 1;
}

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : isObject(value) ? '' : String(value);

/** Position of the answer the next call gets; the last one repeats. */
export function nextAnswer(answers: readonly Answer[], calls: number): number {
  let passed = 0;
  for (const [i, { times }] of answers.entries()) {
    passed += times;
    if (calls < passed) return i;
  }
  return Math.max(0, answers.length - 1);
}
