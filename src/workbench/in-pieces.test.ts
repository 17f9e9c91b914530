import { expect, test } from 'vitest';
import type { Pieces } from '../base/index.ts';
import { inPieces } from './in-pieces.ts';

function* count(to: number, done: number[]): Pieces<string> {
  for (let i = 0; i < to; i += 1) {
    done.push(i);
    yield;
  }
  return 'all';
}
/** A clock on which every look takes a while; what is put off has to be let on. */
function slowClock() {
  let now = 0;
  const waiting: (() => void)[] = [];
  return {
    now: () => (now += 5),
    later: (_: number, task: () => void) => {
      waiting.push(task);
      return () => undefined;
    },
    letOn: async () => {
      waiting.splice(0).forEach((task) => task());
      await new Promise((settled) => setTimeout(settled));
    },
  };
}

test('work is laid aside when the page has been busy for long enough, and goes on after it has been let on', async () => {
  const clock = slowClock();
  const done: number[] = [];
  const result = inPieces(count(7, done), clock, () => true);
  expect(done).toEqual([0, 1, 2]);
  await clock.letOn();
  expect(done.length).toBeGreaterThan(3);
  await clock.letOn();
  await clock.letOn();
  expect(await result).toBe('all');
  expect(done).toHaveLength(7);
});

test('what is not wanted any more is given up', async () => {
  const clock = slowClock();
  const done: number[] = [];
  let wanted = true;
  const result = inPieces(count(7, done), clock, () => wanted);
  wanted = false;
  await clock.letOn();
  expect(await result).toBeUndefined();
  expect(done).toHaveLength(3);
});
