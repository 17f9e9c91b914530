import { expect, test } from 'vitest';
import type { Exchange } from '../../functions/index.ts';
import type { Attempt, Visit } from '../../simulator/index.ts';
import { exchangesOf } from './exchanges.ts';

const attempt = (from: number, sent: number) => ({ from, sent }) as Attempt;
const visit = (state: string, ...attempts: Attempt[]) => ({ state, attempts }) as unknown as Visit;
const exchange = (effect: number, state: string, at: number, nth = 0) =>
  ({ effect, state, at, attempt: nth }) as unknown as Exchange;

test('each attempt has the exchange of its state, time and try', () => {
  const visits = [visit('/A', attempt(4, 0), attempt(8, 2000)), visit('/B', attempt(14, 2000))];
  const calls = [exchange(3, '/B', 2000), exchange(1, '/A', 0), exchange(2, '/A', 2000, 1)];
  const found = exchangesOf(visits, calls);
  expect(visits.flatMap(({ attempts }) => attempts.map((each) => found.get(each)?.effect))).toEqual([1, 2, 3]);
});

test('items of a Map that call at the same instant keep their order; a call without a wire has none', () => {
  const visits = [visit('/M/Do', attempt(5, 0)), visit('/M/Do', attempt(9, 0)), visit('/M/Do', attempt(12, 7))];
  const found = exchangesOf(visits, [exchange(1, '/M/Do', 0), exchange(2, '/M/Do', 0)]);
  expect(visits.map(({ attempts }) => found.get(attempts[0]!)?.effect)).toEqual([1, 2, undefined]);
});
