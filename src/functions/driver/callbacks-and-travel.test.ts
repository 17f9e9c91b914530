import { describe, expect, test } from 'vitest';
import { eventsOf, machineAt, waitingFor } from '../../simulator/index.ts';
import {
  callback,
  card,
  drive,
  fanOut,
  machineOf,
  standing,
  three,
  tokenOf,
  value,
  waitFor,
} from '../../testing/drive.ts';
import { flow } from '../../testing/flow.ts';

describe('callbacks', () => {
  test('the run waits visibly; a report goes on to the end', async () => {
    const driver = drive(callback);
    driver.start({});
    expect(await driver.settled()).toMatchObject({ status: 'Waiting', reason: { type: 'waiting' } });
    const token = tokenOf(driver);
    expect(driver.tokenState(token)).toBe('waiting');
    const eventId = driver.report(token, { ok: true, value: { approved: true } });
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(eventsOf(driver.getState().session)[eventId - 1]).toMatchObject({ type: 'TaskSucceeded', stepName: 'Ask' });
    expect(driver.tokenState(token)).toBe('completed');
  });

  test('looking back while it waits does not keep it from going on', async () => {
    const driver = drive(callback);
    driver.start({});
    await driver.settled();
    const token = tokenOf(driver);
    driver.moveTo(1);
    expect(driver.getState()).toMatchObject({ status: 'Paused', live: false });
    driver.report(token, { ok: true, value: {} });
    expect((await driver.settled()).status).toBe('Succeeded');
  });

  test('a failure is an error of the flow', async () => {
    const driver = drive(callback);
    driver.start({});
    await driver.settled();
    driver.report(tokenOf(driver), { ok: false, error: { code: 'Rejected', detail: 'no' } });
    expect((await driver.settled()).status).toBe('Failed');
    expect(machineOf(driver).error).toEqual({ code: 'Rejected', detail: 'no' });
  });

  test('time passes its deadline only when the person lets it', async () => {
    const asked = drive(callback);
    asked.start({});
    await asked.settled();
    asked.letTimeOut(tokenOf(asked));
    expect((await asked.settled()).status).toBe('Failed');
    expect(machineOf(asked)).toMatchObject({ now: 60_000, error: { code: 'FnF.TaskTimeout' } });

    const continued = drive(callback);
    continued.start({});
    await continued.settled();
    continued.proceed();
    expect((await continued.settled()).status).toBe('Failed');
  });

  test('in steps the run stands still after the report', async () => {
    const driver = drive(callback);
    driver.start({}, { run: false });
    driver.stepInto();
    expect((await driver.settled()).status).toBe('Waiting');
    driver.report(tokenOf(driver), { ok: true, value: {} });
    expect(await driver.settled()).toMatchObject({ status: 'Paused', reason: { type: 'stepped' } });
  });

  test('other branches go on while one waits', async () => {
    const both = flow`
      - Type: Parallel
        Name: Both
        End: true
        Branches:
        - { StartAt: Ask, States: [ ${waitFor('Ask', 'End: true')} ] }
        - { StartAt: Rest, States: [ { Type: Wait, Name: Rest, Seconds: 30, End: true } ] }
    `;
    const driver = drive(both);
    driver.start({});
    expect((await driver.settled()).status).toBe('Waiting');
    expect(machineOf(driver).now).toBe(30_000);
  });

  test('a scripted report comes by itself', async () => {
    const driver = drive(callback, { callbacks: [{ state: 'Ask', afterMs: 5000, outcome: { ok: true, value: {} } }] });
    driver.start({});
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(machineOf(driver).now).toBe(5000);
  });

  test('the system reports when the function ends', async () => {
    const system = flow`
      - { Type: Task, Name: A, TaskMode: WaitForSystemCallback, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/a', invocationType: Async }, End: true }
    `;
    const driver = drive(system, { cards: [card({}, value({ a: 1 }, 700))] });
    driver.start({});
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(machineOf(driver)).toMatchObject({ now: 700, output: { a: 1 } });
  });

  test('a run that was given up has no waiting tokens', async () => {
    const driver = drive(callback);
    driver.start({});
    await driver.settled();
    const token = tokenOf(driver);
    driver.dispose();
    expect(driver.tokenState(token)).toBe('completed');
  });
});

describe('time travel', () => {
  test('looking back changes nothing; the present is still there', async () => {
    const driver = drive(three);
    driver.start({});
    const { session } = await driver.settled();
    driver.moveTo(2);
    expect(driver.getState()).toMatchObject({ status: 'Paused', live: false });
    driver.moveTo(session.length);
    expect(driver.getState()).toMatchObject({ status: 'Succeeded', live: true });
  });

  test('a fork with the same answers ends the same, from every moment', async () => {
    const cards = [
      card({ function: 'a' }, value(1, 20)),
      card({ function: 'b' }, value(2, 10)),
      card({ function: 'c' }, value('x')),
    ];
    const first = drive(fanOut, { cards });
    first.start({});
    const { session } = await first.settled();
    for (let cursor = 1; cursor < session.length; cursor += 1) {
      const driver = drive(fanOut, { cards });
      driver.start({});
      await driver.settled();
      driver.moveTo(cursor);
      driver.resumeFromHere();
      driver.proceed();
      const state = await driver.settled();
      expect(state).toMatchObject({ status: 'Succeeded', calls: first.getState().calls });
      expect(eventsOf(state.session)).toEqual(eventsOf(session));
    }
  });

  test('a fork can have other answers, also for a call that was open at that moment', async () => {
    const driver = drive(three, { cards: [card({ function: 'b' }, value({ n: 1 }))] });
    driver.start({});
    const { session } = await driver.settled();
    const sent = eventsOf(session).findIndex((event) => event.type === 'TaskStarted' && event.stepName === 'B');
    expect(sent).toBeGreaterThan(0);
    driver.moveTo([...Array(session.length).keys()].find((c) => eventsOf(session, c).length > sent)!);
    driver.resumeFromHere({ cards: [card({ function: 'b' }, { kind: 'error', code: 'AccessDenied', detail: 'no' })] });
    driver.proceed();
    expect((await driver.settled()).status).toBe('Failed');
    expect(machineOf(driver).error).toEqual({ code: 'FC.AccessDenied', detail: 'no' });
  });

  test('a scripted report that was on its way at that moment still comes', async () => {
    const callbacks = [{ state: 'Ask', afterMs: 5000, outcome: { ok: true, value: {} } } as const];
    const driver = drive(callback, { callbacks });
    driver.start({});
    const { session } = await driver.settled();
    const waits = [...Array(session.length).keys()].find((c) =>
      waitingFor(machineAt(session, c)).some((w) => w.token),
    )!;
    driver.moveTo(waits);
    driver.resumeFromHere();
    driver.proceed();
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(machineOf(driver).now).toBe(5000);
  });

  test('stepping over a Parallel of the past runs that Parallel', async () => {
    const driver = drive(fanOut);
    driver.start({});
    await driver.settled();
    driver.moveTo(1);
    driver.stepOver();
    expect(await driver.settled()).toMatchObject({ status: 'Paused', reason: { type: 'stepped' } });
    expect(standing(driver)).toEqual(['C']);
  });

  test('moving on from the past forks by itself', async () => {
    const driver = drive(three);
    driver.start({});
    await driver.settled();
    driver.moveTo(1);
    driver.stepInto();
    expect(await driver.settled()).toMatchObject({ status: 'Paused', live: true });
    expect(standing(driver)).toEqual(['B']);
  });
});
