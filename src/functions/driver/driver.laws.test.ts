import { describe, expect, test } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { type Answer, createAnswers, type FunctionCard, type ScriptedCallback } from '../../scenario/index.ts';
import { compileProgram, eventsOf, machineAt, type Program, simulate } from '../../simulator/index.ts';
import { clientWithDelays, drive } from '../../testing/drive.ts';
import { type Dice, dice, randomFlow } from '../../testing/random-flow.ts';
import { createWorld } from '../world.ts';
import type { Driver } from './model.ts';

const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0, eventQuota: 300 } as const;

function randomAnswer(roll: Dice): Answer {
  const shared = { latencyMs: roll.below(4) * 500, times: 1 + roll.below(2) };
  return roll.oneOf<Answer>([
    { ...shared, kind: 'return', value: { a: roll.below(3), list: [1, { a: 2 }] } },
    { ...shared, kind: 'return', value: null },
    { ...shared, kind: 'return-expr', expression: '$Input' },
    { ...shared, kind: 'text', text: '{"a":1}' },
    { ...shared, kind: 'throw', errorType: 'E1', errorMessage: 'thrown' },
    { ...shared, kind: 'error', code: 'ResourceThrottled', detail: undefined },
    { ...shared, kind: 'timeout' },
  ]);
}
const names = ['A', 'B', 'C', '等待', 'x/y', '__proto__'];
function randomCards(roll: Dice): readonly FunctionCard[] {
  return names
    .filter(() => roll.chance(80))
    .map((state) => ({
      match: { state },
      answers: Array.from({ length: 1 + roll.below(3) }, () => randomAnswer(roll)),
    }));
}
const randomCallbacks = (roll: Dice): readonly ScriptedCallback[] =>
  names
    .filter(() => roll.chance(60))
    .map((state) => ({ state, afterMs: roll.below(3) * 1000, outcome: { ok: true, value: { a: 1 } } }));

function randomRun(seed: number) {
  const roll = dice(seed);
  const program = compileProgram(readSource(randomFlow(seed)).flow);
  return { roll, program, cards: randomCards(roll), callbacks: randomCallbacks(roll) };
}
const open = (program: Program, given: Parameters<typeof drive>[1], roll: Dice): Driver =>
  drive(program.flow, { ...given, options, client: clientWithDelays([roll.below(2), 0, roll.below(3)]) });

/** Lets every time limit pass, as a run without a person does. */
async function toTheEnd(driver: Driver): Promise<Driver> {
  for (;;) {
    const { status, session } = await driver.settled();
    if (status !== 'Waiting' && status !== 'Paused') return driver;
    driver.proceed();
    const { length } = (await driver.settled()).session;
    if (status === 'Waiting' && length === session.length) return driver;
  }
}

describe('a run in the page', { timeout: 60_000 }, () => {
  test('has the events of the same run without a page, whatever the network does', async () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const { roll, program, cards, callbacks } = randomRun(seed);
      const world = createWorld({ answers: createAnswers(cards), callbacks });
      const inOneGo = simulate(program, options, { a: 1, list: [1, 2, { a: 3 }] }, world);
      const driver = open(program, { cards, callbacks }, roll);
      driver.start({ a: 1, list: [1, 2, { a: 3 }] });
      const { session, calls } = (await toTheEnd(driver)).getState();
      expect({ seed, events: eventsOf(session) }).toEqual({ seed, events: inOneGo.events });
      expect({ seed, calls, notes: machineAt(session).notes }).toEqual({
        seed,
        calls: world.calls(),
        notes: inOneGo.notes,
      });
    }
  });

  test('comes to the same end from any moment one goes back to', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { roll, program, cards, callbacks } = randomRun(seed);
      const driver = open(program, { cards, callbacks }, roll);
      driver.start({ a: 1, list: [1, 2, { a: 3 }] });
      const { session, calls } = (await toTheEnd(driver)).getState();
      driver.moveTo(1 + roll.below(session.length));
      driver.resumeFromHere();
      const again = (await toTheEnd(driver)).getState();
      expect({ seed, events: eventsOf(again.session) }).toEqual({ seed, events: eventsOf(session) });
      expect({ seed, calls: again.calls }).toEqual({ seed, calls });
    }
  });
});
