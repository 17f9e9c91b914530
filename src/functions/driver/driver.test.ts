import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../scenario/index.ts';
import { compileProgram, eventsOf, simulate } from '../../simulator/index.ts';
import {
  callback,
  card,
  clientWithDelays,
  drive,
  fanOut,
  machineOf,
  options,
  pay,
  standing,
  three,
  value,
} from '../../testing/drive.ts';
import { flow } from '../../testing/flow.ts';
import type { FunctionClient } from '../client.ts';
import { createWorld } from '../world.ts';
import type { Driver, DriverOptions } from './model.ts';

describe('a run to its end', { timeout: 30_000 }, () => {
  test('calls go out, answers come back, and virtual time is that of the answers', async () => {
    const client = clientWithDelays();
    const driver = drive(three, { client, cards: [card({ function: 'b' }, value({ b: 1 }, 1500))] });
    expect(driver.getState().status).toBe('Ready');
    driver.start({});
    expect(driver.getState().status).toBe('Running');
    const state = await driver.settled();
    expect(state).toMatchObject({ status: 'Succeeded', live: true, calls: { a: 1, b: 1, c: 1 } });
    expect(machineOf(driver)).toMatchObject({ now: 1500, output: { Body: {} } });
    expect(client.invoke).toHaveBeenCalledTimes(3);
    expect([...state.exchanges.values()].map((e) => [e.stateName, e.answer?.status])).toEqual([
      ['A', 200],
      ['B', 200],
      ['C', 200],
    ]);
  });

  test('exchanges that were handed out stay as they are while the run goes on', async () => {
    const driver = drive(three, { client: clientWithDelays([1]) });
    driver.start({});
    await Promise.resolve();
    const early = driver.getState().exchanges;
    const seen = [...early.values()];
    const late = (await driver.settled()).exchanges;
    expect([...early.values()]).toEqual(seen);
    expect(late).not.toBe(early);
    expect(late.size).toBe(3);
  });

  test('an input that is no object is refused as the service does', () => {
    const driver = drive(three);
    expect(driver.start([1])).toMatchObject({ code: 'InvalidArgument' });
    expect(driver.getState().status).toBe('Ready');
  });

  test('the same events as without a page, in whatever order the answers come back', async () => {
    const cards = [card({ function: 'a' }, value(1, 20)), card({ function: 'b' }, value(2, 10), value(3))];
    const inOneGo = simulate(compileProgram(fanOut), options, {}, createWorld({ answers: createAnswers(cards) }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }), async (delays) => {
        const driver = drive(fanOut, { cards, client: clientWithDelays(delays) });
        driver.start({});
        expect(eventsOf((await driver.settled()).session)).toEqual(inOneGo.events);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test('a child flow of the workspace runs for real; its start goes out as a request', async () => {
    const parent = flow`
      - { Type: Task, Name: Start, TaskMode: WaitForSystemCallback, Action: 'FNF:StartExecution', Parameters: { resourceArn: 'acs:fnf:::flow/child', input: { n: 1 } }, End: true }
    `;
    const child = compileProgram(flow`- { Type: Wait, Name: Rest, Seconds: 20, End: true }`);
    const client = clientWithDelays();
    const driver = drive(parent, { client, children: (name) => (name === 'child' ? child : undefined) });
    driver.start({});
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(machineOf(driver)).toMatchObject({ now: 20_000, output: { n: 1 } });
    expect(client.invoke.mock.calls[0]?.[0]).toMatchObject({ url: expect.stringContaining('Action=StartExecution') });
  });

  test('a broken connection is an error of the flow', async () => {
    const broken = { status: 0, headers: {}, body: '' };
    const client: FunctionClient = { invoke: async (call, respond) => ({ ...respond(call), ...broken }) };
    const driver = drive(three, { client });
    driver.start({});
    expect((await driver.settled()).status).toBe('Failed');
    expect(machineOf(driver).error).toMatchObject({ code: 'FC.InternalServerError' });
  });

  test('a call nobody answers is given up when its Task times out', async () => {
    const signals: AbortSignal[] = [];
    const client: FunctionClient = {
      invoke: async (call, respond, signal) => {
        signals.push(signal);
        return respond(call);
      },
    };
    const slow = flow`- ${pay('A', 'Timeout: 30, End: true')}`;
    const driver = drive(slow, { client, cards: [card({}, { kind: 'timeout' })] });
    driver.start({});
    expect((await driver.settled()).status).toBe('Failed');
    expect(machineOf(driver)).toMatchObject({ now: 30_000, error: { code: 'FnF.TaskTimeout' } });
    expect(signals[0]?.aborted).toBe(true);
  });

  test('one that has no time limit keeps the run visibly waiting (R5)', async () => {
    const driver = drive(three, { cards: [card({}, { kind: 'timeout' })] });
    driver.start({});
    expect((await driver.settled()).status).toBe('Waiting');
    driver.stop();
    expect((await driver.settled()).status).toBe('Stopped');
  });
});

describe('steps', () => {
  const paused = async (driver: Driver) => {
    const { status, reason } = await driver.settled();
    return [status, reason?.type, ...standing(driver)];
  };

  test('Step goes from state to state', async () => {
    const driver = drive(three);
    driver.start({}, { run: false });
    expect(await paused(driver)).toEqual(['Paused', 'asked', 'A']);
    driver.stepInto();
    expect(await paused(driver)).toEqual(['Paused', 'stepped', 'B']);
    driver.stepInto();
    expect(await paused(driver)).toEqual(['Paused', 'stepped', 'C']);
    driver.stepInto();
    expect((await driver.settled()).status).toBe('Succeeded');
  });

  test("a step after a long look is made in one go: the time before it was the person's", async () => {
    let now = 0;
    const later = vi.fn((_ms: number, task: () => void) => {
      queueMicrotask(task);
      return () => undefined;
    });
    const driver = drive(three, { ports: { now: () => now, later } });
    driver.start({}, { run: false });
    await driver.settled();
    now = 60_000;
    driver.stepInto();
    expect(await paused(driver)).toEqual(['Paused', 'stepped', 'B']);
    expect(later).not.toHaveBeenCalled();
  });

  test('into a Parallel, over it, and out of it', async () => {
    const into = drive(fanOut);
    into.start({}, { run: false });
    into.stepInto();
    expect(await paused(into)).toEqual(['Paused', 'stepped', 'Both', 'Both/Branch0/A', 'Both/Branch1/B']);
    into.stepOut();
    expect(await paused(into)).toEqual(['Paused', 'stepped', 'C']);

    const over = drive(fanOut);
    over.start({}, { run: false });
    over.stepOver();
    expect(await paused(over)).toEqual(['Paused', 'stepped', 'C']);
    over.stepOut();
    expect((await over.settled()).status).toBe('Succeeded');
  });

  test('Continue goes on, Pause stops between two states, Stop ends the run', async () => {
    const driver = drive(three, { pace: '1x' });
    driver.start({});
    driver.pause();
    expect(await paused(driver)).toEqual(['Paused', 'asked', 'A']);
    driver.setPace('instant');
    driver.proceed();
    expect((await driver.settled()).status).toBe('Succeeded');

    const other = drive(three);
    other.start({}, { run: false });
    other.stop('Enough', 'by me');
    expect((await other.settled()).status).toBe('Stopped');
    expect(machineOf(other).error).toEqual({ code: 'Enough', detail: 'by me' });
  });

  test('at a slow pace every state takes its moment', async () => {
    const waits: number[] = [];
    const later = (milliseconds: number, task: () => void) => {
      waits.push(milliseconds);
      const timer = setTimeout(task, 0);
      return () => clearTimeout(timer);
    };
    const driver = drive(three, { pace: '10x', ports: { now: () => 0, later } });
    driver.start({});
    expect((await driver.settled()).status).toBe('Succeeded');
    expect(waits).toEqual([50, 50, 50]);
  });
});

describe('breakpoints', () => {
  const stopsAt = async (driver: Driver) => {
    const { reason, status } = await driver.settled();
    return reason?.type === 'breakpoint' ? `${reason.when} ${reason.state}` : (reason?.type ?? status);
  };
  const breaks = (states: NonNullable<DriverOptions['breaks']>['states'], more = {}) => ({
    states,
    onError: false,
    onCallback: false,
    ...more,
  });

  test('before a state, each time it is reached, and never twice for one arrival', async () => {
    const driver = drive(three, { breaks: breaks([{ state: 'B' as never, when: 'before' }]) });
    driver.start({});
    expect(await stopsAt(driver)).toBe('before B');
    driver.proceed();
    expect((await driver.settled()).status).toBe('Succeeded');
  });

  test('after a state', async () => {
    const driver = drive(three, { breaks: breaks([{ state: 'B' as never, when: 'after' }]) });
    driver.start({});
    expect(await stopsAt(driver)).toBe('after B');
    expect(standing(driver)).toEqual(['C']);
  });

  test('the first state can be one', async () => {
    const driver = drive(three, { breaks: breaks([{ state: 'A' as never, when: 'before' }]) });
    driver.start({});
    expect(await stopsAt(driver)).toBe('before A');
  });

  test.each([
    ['$Input.n == 1', 'before B'],
    ['$Input.n == 2', 'Succeeded'],
    ['$Input.n ==', 'broken-condition'],
  ])('with the condition %s: %s', async (condition, expected) => {
    const passOn = flow`
      - { Type: Pass, Name: A, Next: B }
      - { Type: Pass, Name: B, End: true }
    `;
    const driver = drive(passOn, { breaks: breaks([{ state: 'B' as never, when: 'before', condition }]) });
    driver.start({ n: 1 });
    const stop = await stopsAt(driver);
    expect(driver.getState().status === 'Succeeded' ? 'Succeeded' : stop).toBe(expected);
  });

  test('a condition after a state sees its output', async () => {
    const condition = '$Output.Body.n == 7';
    const driver = drive(three, {
      cards: [card({ function: 'b' }, value({ n: 7 }))],
      breaks: breaks([{ state: 'B' as never, when: 'after', condition }]),
    });
    driver.start({});
    expect(await stopsAt(driver)).toBe('after B');
  });

  test('on an error, also one that is caught', async () => {
    const caught = flow`
      - ${pay('A', 'Catch: [{ Errors: [FnF.ALL], Description: any, Next: B }], Next: B')}
      - { Type: Succeed, Name: B }
    `;
    const driver = drive(caught, {
      cards: [card({}, { kind: 'error', code: 'AccessDenied', detail: undefined })],
      breaks: breaks([], { onError: true }),
    });
    driver.start({});
    expect((await driver.settled()).reason).toEqual({ type: 'error', state: 'A' });
    driver.proceed();
    expect((await driver.settled()).status).toBe('Succeeded');
  });

  test('when a callback begins to wait', async () => {
    const driver = drive(callback, { breaks: breaks([], { onCallback: true }) });
    driver.start({});
    expect((await driver.settled()).reason).toEqual({ type: 'callback', state: 'Ask' });
  });
});
