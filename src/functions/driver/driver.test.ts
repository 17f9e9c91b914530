import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Json } from '../../base/index.ts';
import type { Flow } from '../../fdl/index.ts';
import { type Answer, createAnswers, type FunctionCard, type ScriptedCallback } from '../../scenario/index.ts';
import { compileProgram, eventsOf, machineAt, simulate, type TaskToken, waitingFor } from '../../simulator/index.ts';
import { flow } from '../../testing/flow.ts';
import type { FunctionClient } from '../client.ts';
import { createWorld } from '../world.ts';
import { createDriver } from './driver.ts';
import type { Driver, DriverOptions } from './model.ts';

type Doing = Answer extends infer A ? (A extends Answer ? Omit<A, 'latencyMs' | 'times'> & Partial<A> : never) : never;
const card = (match: FunctionCard['match'], ...answers: readonly Doing[]): FunctionCard => ({
  match,
  answers: answers.map((answer) => ({ latencyMs: 0, times: 1, ...answer }) as Answer),
});
const value = (json: Json, latencyMs = 0) => ({ kind: 'return', value: json, latencyMs }) as const;
const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;

/** A client whose answers come back after as many turns of the event loop as the test says. */
function clientWithDelays(
  delays: readonly number[] = [0],
): FunctionClient & { readonly invoke: ReturnType<typeof vi.fn> } {
  let calls = 0;
  return {
    invoke: vi.fn(async (call, respond: Parameters<FunctionClient['invoke']>[1]) => {
      const turns = delays[calls++ % delays.length] ?? 0;
      for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setTimeout(resolve, 0));
      return respond(call);
    }),
  };
}

interface Given extends Partial<Omit<DriverOptions, 'world'>> {
  readonly cards?: readonly FunctionCard[];
  readonly callbacks?: readonly ScriptedCallback[];
}
function drive(definition: Flow, { cards = [], callbacks, ...more }: Given = {}): Driver {
  return createDriver({
    program: compileProgram(definition),
    options,
    client: clientWithDelays(),
    world: { cards, callbacks },
    ports: {
      now: () => performance.now(),
      later: (milliseconds, task) => {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    ...more,
  });
}
const machineOf = (driver: Driver) => machineAt(driver.getState().session);
const tokensOf = (driver: Driver) => waitingFor(machineOf(driver)).flatMap((w) => (w.token ? [w.token] : []));
const tokenOf = (driver: Driver): TaskToken => tokensOf(driver)[0]!;
const standing = (driver: Driver) => [...machineOf(driver).threads.values()].map((thread) => String(thread.at));

const pay = (name: string, more: string) =>
  `{ Type: Task, Name: ${name}, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/${name.toLowerCase()}', invocationType: Sync }, ${more} }`;
const waitFor = (name: string, more: string) =>
  `{ Type: Task, Name: ${name}, TaskMode: WaitForCustomCallback, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/ask', invocationType: Async, body: { 'token.$': $Context.Current.TaskToken } }, ${more} }`;
const three = flow`
  - ${pay('A', 'Next: B')}
  - ${pay('B', 'Next: C')}
  - ${pay('C', 'End: true')}
`;
const callback = flow`
  - ${waitFor('Ask', 'Timeout: 60, Next: C')}
  - ${pay('C', 'End: true')}
`;
const fanOut = flow`
  - Type: Parallel
    Name: Both
    Next: C
    Branches:
    - StartAt: A
      States: [ ${pay('A', 'Next: A2')}, ${pay('A2', 'End: true')} ]
    - StartAt: B
      States: [ ${pay('B', 'End: true')} ]
  - ${pay('C', 'End: true')}
`;

describe('a run to its end', () => {
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
