import { describe, expect, test } from 'vitest';
import { stateId, rootScope } from '../../fdl/index.ts';
import { compileProgram, eventsOf, machineAt, pathOf } from '../../simulator/index.ts';
import { flow } from '../../testing/flow.ts';
import { callback, card, drive, machineOf, pay, standing, three, tokenOf, value } from '../../testing/drive.ts';

const refuse = card({ function: 'b' }, { kind: 'error', code: 'FC.ResourceThrottled', detail: undefined });

describe('a fork beside its run', () => {
  test('goes on with another answer while the first run stays as it is', async () => {
    const first = drive(three, { cards: [card({ function: 'b' }, value({ n: 1 }))] });
    first.start({});
    const before = await first.settled();
    first.moveTo(before.session.length - 6);
    const fork = first.fork({ cards: [refuse] });
    fork.proceed();
    const after = await fork.settled();
    expect(after.status).toBe('Failed');
    expect(machineOf(fork).error?.code).toBe('FC.ResourceThrottled');
    first.moveTo(before.session.length);
    expect(first.getState().status).toBe('Succeeded');
    expect(eventsOf(first.getState().session)).toEqual(eventsOf(before.session));
    expect(first.getState().exchanges.size).toBe(3);
  });

  test('with the same answers it comes to the same end, from every moment', async () => {
    const cards = [card({ function: 'a' }, value(1, 30)), card({ function: 'b' }, value(2), value(3))];
    const first = drive(three, { cards });
    first.start({});
    const { session } = await first.settled();
    for (let cursor = 1; cursor < session.length; cursor += 1) {
      first.moveTo(cursor);
      const fork = first.fork();
      fork.proceed();
      expect(eventsOf((await fork.settled()).session)).toEqual(eventsOf(session, session.length));
    }
  });

  test('both wait for their own report', async () => {
    const first = drive(callback);
    first.start({});
    await first.settled();
    const fork = first.fork();
    fork.proceed();
    fork.report(tokenOf(first), { ok: true, value: { by: 'fork' } });
    expect((await fork.settled()).status).toBe('Succeeded');
    expect(first.getState().status).toBe('Waiting');
    first.report(tokenOf(first), { ok: false, error: { code: 'Rejected', detail: '' } });
    expect((await first.settled()).status).toBe('Failed');
  });
});

test('a run goes to the state a person points at', async () => {
  const driver = drive(three);
  driver.start({}, { run: false });
  driver.runTo(stateId(rootScope, 'C'));
  expect((await driver.settled()).status).toBe('Paused');
  expect(standing(driver)).toEqual([String(stateId(rootScope, 'C'))]);
});

test('the state about to be entered can be given another input', async () => {
  const passing = flow`
    - { Name: One, Type: Pass, Next: Two }
    - { Name: Two, Type: Pass, End: true }
  `;
  const driver = drive(passing);
  driver.start({ a: 1 }, { run: false });
  driver.stepInto();
  await driver.settled();
  expect(driver.replaceInput({ a: 2 })).toBe(true);
  driver.proceed();
  await driver.settled();
  expect(machineOf(driver).output).toEqual({ a: 2 });
  expect(driver.replaceInput({})).toBe(false);
});

describe('another text', () => {
  const withD = flow`
    - ${pay('A', 'Next: B')}
    - ${pay('B', 'Next: D')}
    - ${pay('D', 'End: true')}
  `;
  test('is gone on with where the run so far comes out the same', async () => {
    const driver = drive(three);
    driver.start({}, { run: false });
    driver.stepInto();
    await driver.settled();
    expect(driver.adopt(compileProgram(withD)).holds).toBe(true);
    driver.proceed();
    const { session } = await driver.settled();
    expect(pathOf(eventsOf(session))).toEqual(['A', 'B', 'D']);
    expect(machineAt(session).status).toBe('Succeeded');
  });

  test('is refused at the first event that would be another', async () => {
    const driver = drive(three);
    driver.start({});
    const { session } = await driver.settled();
    expect(driver.adopt(compileProgram(withD))).toMatchObject({ holds: false, becomes: { stepName: 'D' } });
    expect(driver.getState().session).toBe(session);
  });
});

test('other answers hold from now on, without a fork', async () => {
  const driver = drive(three);
  driver.start({}, { run: false });
  driver.stepInto();
  await driver.settled();
  driver.setWorld({ cards: [refuse] });
  driver.proceed();
  const state = await driver.settled();
  expect(machineOf(driver).error?.code).toBe('FC.ResourceThrottled');
  expect(state.calls).toEqual({ a: 1, b: 1 });
});

test('stopping at an error that ends the run stands before it, where another answer can be tried', async () => {
  const driver = drive(three, { cards: [refuse], breaks: { states: [], onError: true, onCallback: false } });
  driver.start({});
  expect(await driver.settled()).toMatchObject({ status: 'Paused', live: false, reason: { type: 'error' } });
  const fork = driver.fork({ cards: [] });
  fork.proceed();
  expect((await fork.settled()).status).toBe('Succeeded');
});
