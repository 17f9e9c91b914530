import type { Exchange } from '../../functions/index.ts';
import type { Attempt, Visit } from '../../simulator/index.ts';

/**
 * The exchange of every attempt, told by state, time and number of the try; several alike (items of a Map) in the order
 * in which they were sent. Calls that never went over the wire have none.
 */
export function exchangesOf(visits: readonly Visit[], exchanges: readonly Exchange[]): ReadonlyMap<Attempt, Exchange> {
  const open = new Map<string, Exchange[]>();
  const keyOf = (state: string, at: number, attempt: number): string => `${at} ${attempt} ${state}`;
  for (const exchange of [...exchanges].sort((a, b) => a.effect - b.effect)) {
    const key = keyOf(exchange.state, exchange.at, exchange.attempt);
    const own = open.get(key);
    if (own) own.push(exchange);
    else open.set(key, [exchange]);
  }
  const found = new Map<Attempt, Exchange>();
  const attempts = visits.flatMap(({ state, attempts: own }) => own.map((attempt, i) => ({ state, attempt, i })));
  for (const { state, attempt, i } of attempts.sort((a, b) => a.attempt.from - b.attempt.from)) {
    const exchange = open.get(keyOf(state, attempt.sent, i))?.shift();
    if (exchange) found.set(attempt, exchange);
  }
  return found;
}
