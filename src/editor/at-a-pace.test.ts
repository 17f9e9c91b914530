import { expect, test } from 'vitest';
import { atAPace } from './at-a-pace.ts';

/** A page whose frames and time pass when the test says so. */
function page() {
  const frames: (() => void)[] = [];
  const timers: (() => void)[] = [];
  const done: string[] = [];
  const paced = atAPace(100, {
    nextFrame: (work) => void frames.push(work),
    later: (_, work) => void timers.push(work),
  });
  const ask = (name: string): void => paced.ask(() => void done.push(name));
  const passAll = (list: (() => void)[]) => (): void => list.splice(0).forEach((work) => work());
  return { done, ask, drop: paced.drop, frame: passAll(frames), rest: passAll(timers) };
}

test('the first is done in the next frame, not before', () => {
  const { ask, done, frame } = page();
  ask('a');
  expect(done).toEqual([]);
  frame();
  expect(done).toEqual(['a']);
});

test('of what comes quickly the newest is done, once the pause is over', () => {
  const { ask, done, frame, rest } = page();
  ask('a');
  frame();
  ask('b');
  ask('c');
  frame();
  expect(done).toEqual(['a']);
  rest();
  frame();
  expect(done).toEqual(['a', 'c']);
});

test('after a rest it is as quick as at first', () => {
  const { ask, done, frame, rest } = page();
  ask('a');
  frame();
  rest();
  ask('b');
  frame();
  expect(done).toEqual(['a', 'b']);
});

test('what is not wanted any more is not done', () => {
  const { ask, done, drop, frame, rest } = page();
  ask('a');
  drop();
  frame();
  rest();
  frame();
  expect(done).toEqual([]);
});
