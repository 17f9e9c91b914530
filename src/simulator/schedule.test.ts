import { expect, test } from 'vitest';
import type { StateId } from '../fdl/index.ts';
import { flow } from '../testing/flow.ts';
import { run, threadAt } from '../testing/run.ts';
import { type Delivery, nextInput, readyThreads, stateNameOf, waitingFor } from './index.ts';

const twoCalls = flow`
  - Name: P
    Type: Parallel
    Branches:
    - {StartAt: A, States: [{Name: A, Type: Task, Action: 'A:B', Timeout: 5, Next: A2}, {Name: A2, Type: Pass, End: true}]}
    - {StartAt: B, States: [{Name: B, Type: Task, Action: 'A:B', End: true}]}
    End: true
`;
const settled = (effect: number, due: number): Delivery => ({
  due,
  input: { type: 'invocation-settled', effect: effect as never, outcome: { ok: true, value: {} } },
});
const waitingForBoth = () => run(twoCalls).start().settle();

test('before the start nothing is to be done; after the end it is over', () => {
  const r = run(twoCalls);
  expect(nextInput(r.draft, [])).toBe('waiting');
  expect(nextInput(r.start().stop().draft, [])).toBe('over');
});

test('a ready thread is stepped, unless its state has a breakpoint', () => {
  const r = run(twoCalls).start();
  expect(nextInput(r.draft, [])).toMatchObject({ input: { type: 'step' } });
  expect(nextInput(r.draft, [], new Set(['P' as StateId]))).toBe('paused');
  expect(nextInput(r.draft.snapshot(), [], new Set(['P' as StateId]))).toBe('paused');
});

test('nobody can act: time passes to the earliest delivery or wake-up', () => {
  const r = waitingForBoth();
  expect(nextInput(r.draft, [settled(2, 900)])).toMatchObject({ input: { type: 'advance-clock', to: 900 } });
  expect(nextInput(r.draft, [settled(2, 9000)])).toMatchObject({ input: { type: 'advance-clock', to: 5000 } });
});

test('of simultaneous deliveries that of the lower branch comes first, in whatever order they are given', () => {
  const r = waitingForBoth().advance(900);
  const [a, b] = [settled(1, 900), settled(2, 900)];
  expect(nextInput(r.draft, [b, a])).toMatchObject({ delivery: a });
  expect(nextInput(r.draft.snapshot(), [a, b])).toMatchObject({ delivery: a });
});

test('an answer exactly at the deadline comes before the timeout (R15)', () => {
  const r = waitingForBoth().advance(5000);
  expect(nextInput(r.draft, [settled(1, 5000)])).toMatchObject({ delivery: { due: 5000 } });
  expect(nextInput(r.draft, [settled(1, 5001)])).toMatchObject({ input: { type: 'step' } });
});

test('after a delivery the thread goes on before the next delivery of the same instant (R12)', () => {
  const r = waitingForBoth().advance(900);
  r.feed(settled(1, 900).input);
  expect(nextInput(r.draft, [settled(2, 900)])).toMatchObject({ input: { type: 'step' } });
});

test('deliveries nobody waits for are passed over and do not move the clock', () => {
  const r = run(flow`- {Name: A, Type: Task, Action: 'A:B', TaskMode: WaitForCustomCallback, End: true}`)
    .start()
    .step();
  r.reply();
  expect(nextInput(r.draft, [settled(1, 50), settled(77, 60)])).toBe('waiting');
});

test('what a run waits for, with its age and deadline', () => {
  const r = waitingForBoth();
  expect(waitingFor(r.draft)).toMatchObject([
    { kind: 'invocation', stateName: 'A', since: 0, deadline: 5000 },
    { kind: 'invocation', stateName: 'B', since: 0, deadline: undefined },
  ]);
  expect(r.outcome()).toBe('Running');
  expect(readyThreads(r.draft)).toEqual([]);
});

test('a run whose threads all wait without a deadline is waiting (R5)', () => {
  const r = run(flow`- {Name: A, Type: Task, Action: 'A:B', TaskMode: WaitForSystemCallback, End: true}`)
    .start()
    .step()
    .reply();
  expect(r.outcome()).toBe('Waiting');
  expect(nextInput(r.draft, [])).toBe('waiting');
  expect(waitingFor(r.draft)).toMatchObject([{ kind: 'system-callback' }]);
});

test('a state is found by its path, its name read back from it', () => {
  const r = waitingForBoth();
  expect(threadAt(r.draft, 'P/Branch1/B')?.slot).toBe(1);
  expect(stateNameOf('P/Branch1/a~1b~~2' as StateId)).toBe('a/b');
});
