import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import { readSource } from '../../fdl/index.ts';
import { flow } from '../../testing/flow.ts';
import { randomFlow, randomReply } from '../../testing/random-flow.ts';
import {
  compileProgram,
  decisionsOf,
  type Effect,
  eventsOf,
  feed,
  lanesOf,
  machineAt,
  momentOf,
  moveTo,
  nextInput,
  openSession,
  type Program,
  type Session,
  stillHolds,
  visitsOf,
} from '../index.ts';

const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;

/** Plays a flow input by input; every call is answered at once. */
function play(program: Program, input: Json, most: number, seed = 1): Session {
  let session = openSession(program, options);
  let open: Effect[] = [];
  const give = (fed: ReturnType<typeof feed>): void => {
    session = fed.session;
    open = [...open, ...fed.effects.filter(({ type }) => type === 'invoke')];
  };
  give(feed(session, { type: 'start', input }));
  while (eventsOf(session).length < most) {
    const call = open.shift();
    if (call?.type === 'invoke') {
      const { outcome } = randomReply(seed, call.invocation, call.id);
      give(feed(session, { type: 'invocation-settled', effect: call.id, outcome }));
      continue;
    }
    const next = nextInput(machineAt(session), []);
    if (typeof next === 'string') break;
    give(feed(session, next.input));
  }
  return session;
}

/** Everything a person can see at a moment. */
function seen(session: Session, cursor: number): unknown {
  const here = moveTo(session, cursor);
  const machine = machineAt(here);
  const visits = visitsOf(eventsOf(here), decisionsOf(here));
  const last = visits.at(-1);
  return structuredClone({
    machine: { ...machine, threads: [...machine.threads], executions: [...machine.executions] },
    events: eventsOf(here),
    visits,
    lanes: lanesOf(eventsOf(here)),
    data: last && momentOf(here, last),
  });
}

const loop = compileProgram(flow`
  - { Type: Pass, Name: Count, OutputConstructor: { n.$: $Input.n + 1 }, GlobalConstructor: { last.$: $Input.n }, Next: Ask }
  - { Type: Task, Name: Ask, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/f', body.$: $Input }, OutputConstructor: { n.$: $Input.n }, Retry: [{ Errors: [FnF.ALL], MaxAttempts: 2, IntervalSeconds: 1 }], Catch: [{ Errors: [FnF.ALL], OutputConstructor: { n.$: $Input.n }, Next: More }], Next: More }
  - Type: Choice
    Name: More
    Branches: [{ Condition: $Input.n < 500, Next: Count }]
    Default: Done
  - { Type: Succeed, Name: Done }
`);

test('going back and forth over 1,000 events leaves the data of every moment identical', () => {
  const session = play(loop, { n: 0 }, 1_000);
  expect(eventsOf(session).length).toBeGreaterThanOrEqual(1_000);
  const moments = Array.from({ length: 25 }, (_, i) => Math.floor((i * session.length) / 24));
  const first = new Map(moments.map((cursor) => [cursor, seen(session, cursor)]));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moments), { minLength: 1, maxLength: 8 }), (walk) => {
      for (const cursor of walk) expect(seen(session, cursor)).toEqual(first.get(cursor));
    }),
    { numRuns: 12 },
  );
});

test('a run of any flow holds under its own text, event by event', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const text = randomFlow(seed);
      const session = play(compileProgram(readSource(text).flow), { a: 1, list: [1, { b: 2 }] }, 150, seed);
      const standing = stillHolds(session, compileProgram(readSource(text).flow));
      expect(standing.holds).toBe(true);
      if (standing.holds) expect(eventsOf(standing.session)).toEqual(eventsOf(session));
    }),
    { numRuns: 150 },
  );
});

test('every StepEntered begins one visit, whatever the flow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const session = play(compileProgram(readSource(randomFlow(seed)).flow), { a: 1, list: [1] }, 150, seed);
      const events = eventsOf(session);
      const entered = events.filter(({ type }) => type === 'StepEntered').map(({ id }) => id);
      expect(visitsOf(events, decisionsOf(session)).map(({ from }) => from)).toEqual(entered);
      const threads = new Set(events.flatMap(({ thread }) => thread ?? []));
      expect(new Set(lanesOf(events).map(({ thread }) => thread))).toEqual(threads);
    }),
    { numRuns: 150 },
  );
});
