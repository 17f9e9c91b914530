import { expect, test } from 'vitest';
import { atAPace } from './at-a-pace.ts';

/** A page whose frames and time pass when the test says so. */
function page() {
  const frames: (() => void)[] = [];
  const timers: { readonly due: number; readonly work: () => void }[] = [];
  const done: string[] = [];
  let now = 0;
  const paced = atAPace(
    { rest: 400, quiet: 80 },
    {
      nextFrame: (work) => void frames.push(work),
      later: (milliseconds, work) => void timers.push({ due: now + milliseconds, work }),
    },
  );
  const ask = (name: string): void => paced.ask(() => void done.push(name));
  const frame = (): void => frames.splice(0).forEach((work) => work());
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const due = timers.filter((timer) => timer.due <= now);
    timers.splice(0, timers.length, ...timers.filter((timer) => timer.due > now));
    for (const { work } of due) work();
  };
  return { done, ask, drop: paced.drop, frame, pass };
}

test('the first is done in the next frame, not before', () => {
  const { ask, done, frame } = page();
  ask('a');
  expect(done).toEqual([]);
  frame();
  expect(done).toEqual(['a']);
});

test('of what comes all the time the newest is done now and then', () => {
  const { ask, done, frame, pass } = page();
  for (let i = 0; i <= 40; i += 1) {
    ask(`step ${i}`);
    frame();
    pass(20);
  }
  expect(done).toEqual(['step 0', 'step 20', 'step 40']);
});

test('when it has become quiet the newest is done', () => {
  const { ask, done, frame, pass } = page();
  ask('a');
  frame();
  ask('b');
  pass(20);
  ask('c');
  pass(60);
  frame();
  expect(done).toEqual(['a']);
  pass(20);
  frame();
  expect(done).toEqual(['a', 'c']);
});

test('after a rest it is as quick as at first', () => {
  const { ask, done, frame, pass } = page();
  ask('a');
  frame();
  pass(400);
  ask('b');
  frame();
  expect(done).toEqual(['a', 'b']);
});

test('what is not wanted any more is not done', () => {
  const { ask, done, drop, frame, pass } = page();
  ask('a');
  drop();
  frame();
  pass(400);
  frame();
  expect(done).toEqual([]);
});
