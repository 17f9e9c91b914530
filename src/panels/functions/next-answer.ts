/** How far a card is: which of its answers the next call gets, at the moment shown. */
import { isObject, type Json, ownValue } from '../../base/index.ts';
import { callOf } from '../../functions/index.ts';
import { type Answer, type FunctionCard, matches } from '../../scenario/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';

/** Calls each card has answered in these events, in the order of the cards. A call goes to the first card that fits. */
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
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
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
