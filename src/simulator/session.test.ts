import { describe, expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { testOptions } from '../testing/run.ts';
import {
  branchHere,
  compileProgram,
  cursorOfEvent,
  decisionsOf,
  eventCount,
  eventsAfter,
  eventsOf,
  feed,
  type Input,
  logOf,
  machineAt,
  moveTo,
  openSession,
  type Session,
} from './index.ts';

const step: Input = { type: 'step' };
const fedWith = (session: Session, ...inputs: readonly Input[]): Session =>
  inputs.reduce((at, input) => feed(at, input).session, session);
const loop = compileProgram(flow`
  - {Name: C, Type: Choice, Branches: [{Condition: $Input.n < 2000, Next: Add}], Default: Done}
  - {Name: Add, Type: Pass, OutputConstructor: {n.$: $Input.n + 1}, Next: C}
  - {Name: Done, Type: Succeed}
`);
const begun = (): Session => fedWith(openSession(loop, testOptions), { type: 'start', input: { n: 0 } });

describe('a session', () => {
  const long = fedWith(begun(), ...Array<Input>(1_300).fill(step));

  test('looks at any moment, forwards and backwards, and finds the same machine each time', () => {
    const at = (cursor: number) => machineAt(moveTo(long, cursor));
    const seen = [0, 1, 499, 500, 501, 777, 1_301].map((cursor) => [cursor, at(cursor)] as const);
    for (const [cursor, machine] of [...seen, ...seen].reverse()) expect(at(cursor)).toEqual(machine);
    expect(at(777).threads.size).toBe(1);
    expect(at(0).status).toBe('Idle');
  });

  test('knows which input made an event, and the events up to a moment', () => {
    const { id } = eventsOf(long).find(({ stepName }) => stepName === 'Add')!;
    const cursor = cursorOfEvent(long, id);
    expect(cursor).toBe(3);
    expect(eventsOf(moveTo(long, cursor)).at(-1)).toMatchObject({ type: 'StepExited', stepName: 'Add' });
    expect(eventsOf(long, cursor - 1).some(({ stepName }) => stepName === 'Add')).toBe(false);
    expect(decisionsOf(long, 2)).toHaveLength(1);
    const known = eventCount(long, 2);
    expect(eventsAfter(moveTo(long, cursor), known)).toEqual(eventsOf(long, cursor).slice(known));
  });

  test('keeps the cursor within the run', () => {
    expect(moveTo(long, -5).cursor).toBe(0);
    expect(moveTo(long, 1e9).cursor).toBe(long.length);
  });
});

test('feeding in the past makes a run of its own; the old one stays as it was', () => {
  const old = fedWith(begun(), step, step, step, step);
  const events = eventsOf(old);
  const fork = feed(moveTo(old, 2), { type: 'stop', error: 'Enough', cause: '' }).session;
  expect(machineAt(fork).status).toBe('Stopped');
  expect(fork.length).toBe(3);
  expect(eventsOf(old)).toEqual(events);
  expect(machineAt(old).status).toBe('Running');
  expect(machineAt(fedWith(old, step)).status).toBe('Running');
});

test('two continuations of the same moment do not see each other', () => {
  const root = begun();
  const one = fedWith(root, step, step);
  const two = fedWith(root, { type: 'stop', error: 'E', cause: '' });
  expect([one, two].map((s) => logOf(s).length)).toEqual([3, 2]);
  expect([one, two].map((s) => machineAt(s).status)).toEqual(['Running', 'Stopped']);
});

const tasks = compileProgram(flow`
  - {Name: A, Type: Task, Action: 'A:B', Next: B}
  - {Name: B, Type: Task, Action: 'A:B', End: true}
`);
const answer = (effect: number): Input => ({
  type: 'invocation-settled',
  effect: effect as never,
  outcome: { ok: true, value: { from: effect } },
});

test('branching says which later calls to forget and which unanswered ones to make again', () => {
  const session = fedWith(openSession(tasks, testOptions), { type: 'start', input: {} }, step, answer(1), step);
  const { session: fork, effects } = branchHere(moveTo(session, 2));
  expect(effects.map(({ type, id }) => [type, id])).toEqual([
    ['cancel', 2],
    ['invoke', 1],
  ]);
  expect(fork.length).toBe(2);
  expect(machineAt(fedWith(fork, answer(1), step, answer(2))).output).toEqual({ from: 2 });
  expect(machineAt(session).status).toBe('Running');
});
