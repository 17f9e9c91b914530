import { expect, test } from 'vitest';
import type { ExecutionEvent } from '../../simulator/index.ts';
import { timeScale } from './time-scale.ts';

const at = (...times: number[]) => times.map((time, i) => ({ id: i + 1, at: time }) as ExecutionEvent);

test('events of one instant stand one after the other, evenly', () => {
  const scale = timeScale(at(0, 0, 0));
  expect([1, 2, 3].map(scale.at)).toEqual([0, 0.5, 1]);
  expect(scale.gaps).toEqual([]);
});

test('an hour takes hardly more room than a minute', () => {
  const minute = timeScale(at(0, 60_000, 60_000));
  const hour = timeScale(at(0, 3_600_000, 3_600_000));
  expect(hour.gaps).toEqual([{ before: 2, from: 0, to: 3_600_000 }]);
  expect(Math.abs(hour.at(2) - minute.at(2))).toBeLessThan(0.1);
});

test('every place leads back to its event', () => {
  const scale = timeScale(at(0, 0, 40, 40, 5_000, 5_000, 5_001));
  for (const id of [1, 2, 3, 4, 5, 6, 7]) expect(scale.eventAt(scale.at(id))).toBe(id);
  expect(scale.eventAt(-1)).toBe(1);
  expect(scale.eventAt(2)).toBe(7);
});
