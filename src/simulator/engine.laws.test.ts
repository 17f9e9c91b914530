import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../fdl/index.ts';
import { dice, randomFlow, randomReply, randomWorld } from '../testing/random-flow.ts';
import { testOptions } from '../testing/run.ts';
import {
  compileProgram,
  createMachine,
  type Delivery,
  type Effect,
  eventsOf,
  feed,
  type Input,
  type Invocation,
  logOf,
  machineAt,
  nextInput,
  openDraft,
  openSession,
  type Program,
  type Reply,
  type Session,
  simulate,
  transition,
} from './index.ts';

const options = { ...testOptions, eventQuota: 200 };
const input = { a: 1, list: [1, { b: 2 }] };
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const programOf = (seed: number): Program => compileProgram(readSource(randomFlow(seed)).flow);

/** Plays a run input by input with the scheduler, handing it the deliveries in an order of the dice. */
function playByHand(program: Program, seed: number, shuffle: number): Session {
  const roll = dice(shuffle);
  let session = openSession(program, options);
  let deliveries: Delivery[] = [];
  const replies = new Map<number, Reply>();
  const give = (next: Input): void => {
    const fed = feed(session, next);
    session = fed.session;
    for (const effect of fed.effects) carryOut(effect);
    if (next.type === 'invocation-settled') scheduleReport(next.effect);
  };
  const now = (): number => machineAt(session).now;
  const insert = (delivery: Delivery): void => void deliveries.splice(roll.below(deliveries.length + 1), 0, delivery);
  const tokens = new Map<number, Invocation['token']>();
  const carryOut = (effect: Effect): void => {
    if (effect.type === 'cancel') return;
    const reply = randomReply(seed, effect.invocation, effect.id);
    replies.set(effect.id, reply);
    tokens.set(effect.id, effect.invocation.token);
    if (reply.never === true) return;
    const settled = { type: 'invocation-settled', effect: effect.id, outcome: reply.outcome } as const;
    insert({ due: now() + reply.latencyMs, input: settled });
  };
  const scheduleReport = (effect: number): void => {
    const { outcome, later } = replies.get(effect)!;
    const token = tokens.get(effect);
    if (!outcome.ok || !later || token === undefined) return;
    insert({
      due: now() + later.afterMs,
      input: { type: 'task-reported', token, by: 'custom', outcome: later.outcome },
    });
  };
  give({ type: 'start', input });
  for (;;) {
    const next = nextInput(machineAt(session), deliveries);
    if (typeof next === 'string') return session;
    deliveries = deliveries.filter((delivery) => delivery !== next.delivery);
    give(next.input);
  }
}

test('ten thousand random flows run without an unexpected exception, and none is lost', () => {
  for (let seed = 0; seed < 10_000; seed += 1) {
    const run = simulate(programOf(seed), options, input, randomWorld(seed));
    const problem = problemWith(run);
    if (problem !== undefined) throw new Error(`seed ${seed}: ${problem}\n${randomFlow(seed)}`);
  }
}, 120_000);

/** Ends settled or visibly waiting; ids count up; causes come first; virtual time never goes back; quota kept. */
function problemWith({ status, waiting, machine, events }: ReturnType<typeof simulate>): string | undefined {
  if (status === 'Invalid') return 'did not start';
  if (status !== 'Waiting' && machine.threads.size > 0) return 'threads are left after the end';
  if (status === 'Waiting' && waiting.length === 0) return 'waits for nothing';
  const asleep = [...machine.threads.values()].filter((t) => t.phase.name === 'ready' || t.phase.name === 'sleeping');
  if (asleep.length > 0) return 'a thread that could move does not';
  if (events.length > options.eventQuota + 1) return 'too many events';
  let at = 0;
  for (const [i, event] of events.entries()) {
    if (event.id !== i + 1 || event.cause >= event.id) return `event ${i} is out of order`;
    if (event.at < at) return `time goes back at event ${i}`;
    at = event.at;
  }
  return undefined;
}

test('the scheduler input by input and the whole-run loop make the same history', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const program = programOf(seed);
      const run = simulate(program, options, input, randomWorld(seed));
      expect(eventsOf(playByHand(program, seed, 1))).toEqual(run.events);
    }),
    { seed: 1, numRuns: 150 },
  );
}, 60_000);

test('the order in which simultaneous answers are handed over does not matter', () => {
  fc.assert(
    fc.property(seeds, seeds, (seed, shuffle) => {
      const program = programOf(seed);
      expect(eventsOf(playByHand(program, seed, shuffle))).toEqual(eventsOf(playByHand(program, seed, shuffle + 1)));
    }),
    { seed: 2, numRuns: 100 },
  );
}, 60_000);

test('replay equals live, from any prefix', () => {
  fc.assert(
    fc.property(seeds, fc.nat(), (seed, cut) => {
      const program = programOf(seed);
      const session = playByHand(program, seed, 3);
      const from = cut % (session.length + 1);
      let machine = machineAt(session, from);
      const events = [...eventsOf(session, from)];
      for (const { input: next } of logOf(session).slice(from)) {
        const after = transition(program, machine, next);
        machine = after.machine;
        events.push(...after.events);
      }
      expect(machine).toEqual(machineAt(session, session.length));
      expect(events).toEqual(eventsOf(session));
    }),
    { seed: 3, numRuns: 100 },
  );
}, 60_000);

test('wherever the quota of events falls, the history up to there is that of the run without one (R1)', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 80 }), (seed, eventQuota) => {
      const program = programOf(seed);
      const whole = simulate(program, options, input, randomWorld(seed)).events;
      const { events } = simulate(program, { ...options, eventQuota }, input, randomWorld(seed));
      if (whole.length <= eventQuota) expect(events).toEqual(whole);
      expect(events.length).toBeLessThanOrEqual(eventQuota + 1);
      expect(events.slice(0, -1)).toEqual(whole.slice(0, events.length - 1));
    }),
    { seed: 5, numRuns: 300 },
  );
}, 60_000);

test('a history read while it is written is the one read at the end', () => {
  const states = Array.from({ length: 400 }, (_, i) => `- {Type: Pass, Name: s${i}, Next: s${i + 1}}\n`).join('');
  const long = `Type: StateMachine\nName: long\nSpecVersion: v1\nStartAt: s0\nStates:\n${states}- {Type: Succeed, Name: s400}\n`;
  const program = compileProgram(readSource(long).flow);
  const read = openDraft(program, createMachine(program, testOptions));
  const unread = openDraft(program, createMachine(program, testOptions));
  const inputs: Input[] = [{ type: 'start', input }, ...Array<Input>(401).fill({ type: 'step' })];
  for (const [i, next] of inputs.entries()) {
    read.feed(next);
    unread.feed(next);
    if (i % 7 === 0) expect(read.events).toHaveLength(read.counters.events);
  }
  expect(read.events).toEqual(unread.events);
  expect(read.events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded', id: 1606 });
});

test('any inputs in any order: nothing throws, time never goes back, no thread is lost', () => {
  fc.assert(
    fc.property(seeds, seeds, (seed, mess) => {
      const program = programOf(seed);
      const draft = openDraft(program, createMachine(program, options));
      const roll = dice(mess);
      const invocations: Invocation[] = [];
      draft.feed({ type: 'start', input });
      let now = 0;
      for (let i = 0; i < 120 && draft.status === 'Running'; i += 1) {
        for (const effect of draft.feed(anyInput(roll, draft, invocations))) {
          if (effect.type === 'invoke') invocations[effect.id] = effect.invocation;
        }
        expect(draft.now).toBeGreaterThanOrEqual(now);
        now = draft.now;
        expect(openDraft(program, draft.snapshot()).snapshot()).toEqual(draft.snapshot());
      }
      for (const thread of draft.threads.values()) expect(canGoOn(thread, draft)).toBe(true);
    }),
    { seed: 4, numRuns: 100 },
  );
}, 60_000);

/** Steps of anybody, answers and reports old and new, made-up ids, leaps in time. */
function anyInput(roll: ReturnType<typeof dice>, draft: ReturnType<typeof openDraft>, calls: Invocation[]): Input {
  const effect = (1 + roll.below(calls.length + 2)) as never;
  const outcome = roll.chance(60)
    ? ({ ok: true, value: { a: roll.below(3) } } as const)
    : ({ ok: false, error: { code: 'E1', detail: '' } } as const);
  const token = calls[effect]?.token ?? ('made-up' as never);
  const thread = roll.oneOf([undefined, ...draft.threads.keys(), 99 as never]);
  return roll.oneOf<Input>([
    thread === undefined ? { type: 'step' } : { type: 'step', thread },
    { type: 'step' },
    { type: 'advance-clock', to: draft.now + roll.oneOf([-5, 0, 500, 1000, 5000, Number.NaN]) },
    { type: 'invocation-settled', effect, outcome },
    { type: 'task-reported', token, by: 'custom', outcome },
    { type: 'start', input: {} },
  ]);
}

/** A thread is accounted for when it can move, waits for something that may come, or has children that do. */
function canGoOn(thread: { phase: { name: string }; id: number }, draft: ReturnType<typeof openDraft>): boolean {
  if (thread.phase.name !== 'joining') return true;
  return [...draft.threads.values()].some((child) => child.parent === thread.id);
}
