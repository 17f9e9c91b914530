import { expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { testOptions } from '../testing/run.ts';
import { playScript, type Script } from '../testing/script.ts';
import { compileProgram, runReport, simulate, timestamp, type World } from './index.ts';

const startTime = 1_767_225_600_000;
const reported = (text: ReturnType<typeof flow>, input = {}, script: Script = {}) =>
  runReport(simulate(compileProgram(text), { ...testOptions, startTime }, input, playScript(script)));

test('a finished run as the command line prints it', () => {
  const report = reported(flow`- {Name: A, Type: Pass, End: true}`, { n: 1 });
  expect(report).toMatchObject({
    status: 'Succeeded',
    output: { n: 1 },
    path: ['A'],
    virtualMs: 0,
    waiting: [],
    notes: [],
  });
  expect('error' in report).toBe(false);
  expect(report.events[0]).toEqual({
    EventId: 1,
    ScheduleEventId: 0,
    Type: 'ExecutionStarted',
    StepName: '',
    Time: '2026-01-01T00:00:00.000Z',
    EventDetail: '{"input":{"n":1}}',
  });
});

test('a failed run has an error and no output', () => {
  const report = reported(flow`- {Name: F, Type: Fail, Code: E, Detail: d}`);
  expect(report).toMatchObject({ status: 'Failed', error: { code: 'E', detail: 'd' } });
  expect('output' in report).toBe(false);
});

test('what a run waits for, by kind; an unanswered call has no token (R5)', () => {
  const report = reported(
    flow`
      - Name: P
        Type: Parallel
        Branches:
        - {StartAt: A, States: [{Name: A, Type: Task, Action: 'A:B', TaskMode: WaitForCustomCallback, End: true}]}
        - {StartAt: B, States: [{Name: B, Type: Task, Action: 'A:B', TaskMode: WaitForSystemCallback, End: true}]}
        - {StartAt: C, States: [{Name: C, Type: Task, Action: 'A:B', End: true}]}
        - {StartAt: D, States: [{Name: D, Type: Wait, Seconds: 9, End: true}]}
        End: true
    `,
    {},
    { answers: { C: [{ never: true }] } },
  );
  expect(report).toMatchObject({ status: 'Waiting', virtualMs: 9000 });
  expect(report.waiting).toEqual([
    { state: 'A', token: expect.any(String), kind: 'custom-callback' },
    { state: 'B', token: expect.any(String), kind: 'system-callback' },
    { state: 'C', token: null, kind: 'invocation' },
  ]);
});

test('notes are one line each: code, message, state', () => {
  const report = reported(
    flow`
      - {Name: T, Type: Task, Action: 'A:B', Catch: [{Errors: [E], Next: C}], End: true}
      - {Name: C, Type: Pass, End: true}
    `,
    {},
    { answers: { T: [{ error: 'E' }] } },
  );
  expect(report.notes).toEqual([expect.stringMatching(/^U12: .* \(T\)$/)]);
});

test('an input that is no object: Invalid, InvalidArgument, no events (R17)', () => {
  for (const input of [null, [1], 'text', 7, true]) {
    const run = simulate(compileProgram(flow`- {Name: A, Type: Pass, End: true}`), testOptions, input, playScript({}));
    expect(runReport(run)).toMatchObject({
      status: 'Invalid',
      error: { code: 'InvalidArgument' },
      events: [],
      path: [],
    });
  }
});

test('the path has every entry in order, nested ones and re-entries too, retries not (R12)', () => {
  const report = reported(
    flow`
      - {Name: A, Type: Pass, Next: P}
      - Name: P
        Type: Parallel
        Branches:
        - {StartAt: W, States: [{Name: W, Type: Wait, Seconds: 1, Next: T}, {Name: T, Type: Task, Action: 'A:B', Retry: [{Errors: [Busy], MaxAttempts: 2, IntervalSeconds: 1}], End: true}]}
        - {StartAt: B, States: [{Name: B, Type: Pass, End: true}]}
        Retry: [{Errors: [Broken], MaxAttempts: 1, IntervalSeconds: 1}]
        End: true
    `,
    {},
    { answers: { T: [{ error: 'Busy' }, { error: 'Broken' }, {}] } },
  );
  expect(report.path).toEqual(['A', 'P', 'W', 'B', 'T', 'W', 'B', 'T']);
});

test('a scripted callback is used by the token that begins to wait, counted from then (R3)', () => {
  const asked: string[] = [];
  const world: World = {
    answer: () => ({ outcome: { ok: true, value: {} }, latencyMs: 250 }),
    callback: ({ stateName, since }) => {
      asked.push(`${stateName} at ${since}`);
      return { afterMs: 1000, outcome: { ok: true, value: { n: asked.length } } };
    },
  };
  const twice = flow`
    - {Name: A, Type: Task, Action: 'A:B', TaskMode: WaitForCustomCallback, Next: B}
    - {Name: B, Type: Task, Action: 'A:B', TaskMode: WaitForCustomCallback, End: true}
  `;
  const run = simulate(compileProgram(twice), testOptions, {}, world);
  expect(asked).toEqual(['A at 250', 'B at 1500']);
  expect([run.output, run.virtualMs]).toEqual([{ n: 2 }, 2500]);
});

test('times are RFC 3339 in UTC with milliseconds, leap days included', () => {
  const times = [0, 951_782_400_123, 1_709_164_800_000, 4_107_542_399_999, -1];
  expect(times.map(timestamp)).toEqual(times.map((ms) => new Date(ms).toISOString()));
});

test('the same seed gives the same bytes', () => {
  const chancy = flow`- {Name: A, Type: Pass, OutputConstructor: {id.$: uuid(), n.$: 'randomInt(0, 1000000)'}, End: true}`;
  const bytes = (seed: number): string =>
    JSON.stringify(runReport(simulate(compileProgram(chancy), { ...testOptions, seed }, {}, playScript({}))));
  expect(bytes(5)).toBe(bytes(5));
  expect(bytes(5)).not.toBe(bytes(6));
});
