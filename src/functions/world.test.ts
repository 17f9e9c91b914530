import { describe, expect, test } from 'vitest';
import type { Json } from '../base/index.ts';
import type { Flow } from '../fdl/index.ts';
import { type Answer, createAnswers, type FunctionCard, type ScriptedCallback } from '../scenario/index.ts';
import { compileProgram, type Program, runReport, simulate } from '../simulator/index.ts';
import { flow } from '../testing/flow.ts';
import { createWorld } from './world.ts';

type Doing = Answer extends infer A ? (A extends Answer ? Omit<A, 'latencyMs' | 'times'> & Partial<A> : never) : never;
const card = (match: FunctionCard['match'], ...answers: readonly Doing[]): FunctionCard => ({
  match,
  answers: answers.map((answer) => ({ latencyMs: 0, times: 1, ...answer }) as Answer),
});

interface Given {
  readonly cards?: readonly FunctionCard[];
  readonly callbacks?: readonly ScriptedCallback[];
  readonly children?: (name: string) => Program | undefined;
  readonly input?: Json;
}
function play(definition: Flow, { cards = [], callbacks, children, input = {} }: Given = {}) {
  const world = createWorld({ answers: createAnswers(cards), callbacks, children });
  const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;
  const report = runReport(simulate(compileProgram(definition), options, input, world));
  return { ...report, calls: world.calls(), unused: world.unusedCallbacks() };
}

/** One Task, written as a flow mapping. */
const task = (fields: string): Flow => flow`- { Type: Task, Name: Pay, End: true, ${fields} }`;
const fc = (type: string, more = ''): Flow =>
  task(
    `Action: FC:InvokeFunction, Parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: ${type}, body: { n: 1 } } ${more}`,
  );
const mode = (name: string): string => `, TaskMode: ${name}`;
const error = (code: string, detail?: string) => ({ kind: 'error', code, detail }) as const;
const value = (json: Json) => ({ kind: 'return', value: json }) as const;
const thrown = (errorType?: string, errorMessage?: string) => ({ kind: 'throw', errorType, errorMessage }) as const;

describe('Function Compute, RequestComplete', () => {
  test('Sync: the value in Body; the call is counted (R13)', () => {
    const run = play(fc('Sync'), { cards: [card({ function: 'pay' }, { ...value({ ok: 1 }), latencyMs: 40 })] });
    expect(run).toMatchObject({ output: { Body: { ok: 1 } }, virtualMs: 40, calls: { pay: 1 }, notes: [] });
  });
  test('text is not read as JSON; a returned string is no text to be parsed', () => {
    expect(play(fc('Sync'), { cards: [card({}, { kind: 'text', text: '{"a":1}' })] }).output).toEqual({
      Body: '{"a":1}',
    });
    expect(play(fc('Sync'), { cards: [card({}, value('12'))] }).output).toEqual({ Body: '12' });
  });
  test('an expression sees the body as $Input', () => {
    const cards = [card({}, { kind: 'return-expr', expression: 'format("{}-{}", $Input.n, 1)' })];
    expect(play(fc('Sync'), { cards }).output).toEqual({ Body: '1-1' });
  });
  test.each([
    [error('FC.ResourceThrottled'), 'FC.ResourceThrottled', /exceeded/],
    [error('ResourceThrottled', 'busy'), 'FC.ResourceThrottled', /^busy$/],
    [thrown('CardDeclined', 'no funds'), 'CardDeclined', /^no funds$/],
    [thrown(undefined, 'gone'), 'FC.Unknown', /^gone$/],
    [thrown(), 'FC.Unknown', /stackTrace/],
  ])('%j fails the Task with %s (A.10, R9)', (doing, code, detail) => {
    expect(play(fc('Sync'), { cards: [card({}, doing)] })).toMatchObject({
      status: 'Failed',
      error: { code, detail: expect.stringMatching(detail) },
    });
  });
  test('Async: an empty Body; what the function does is not seen, which a note says (R21, F-5)', () => {
    for (const doing of [value(1), thrown('X', 'y')]) {
      const run = play(fc('Async'), { cards: [card({}, { ...doing, latencyMs: 70 } as Doing)] });
      expect(run).toMatchObject({ output: { Body: '' }, virtualMs: 70, notes: [expect.stringMatching(/^R21/)] });
    }
    expect(play(fc('Async'), { cards: [card({}, error('AccessDenied'))] }).error?.code).toBe('FC.AccessDenied');
  });
  test('a function that never answers leaves the run waiting for it (R5)', () => {
    expect(play(fc('Sync'), { cards: [card({}, { kind: 'timeout' })] })).toMatchObject({
      status: 'Waiting',
      waiting: [{ state: 'Pay', kind: 'invocation', token: null }],
    });
  });
  test('answers are used in order, the last repeats', () => {
    const retry = ', Retry: [{ Errors: [FnF.ALL], MaxAttempts: 5, IntervalSeconds: 1 }]';
    const cards = [card({ function: 'pay' }, { ...error('ResourceThrottled'), times: 2 }, value(1))];
    expect(play(fc('Sync', retry), { cards })).toMatchObject({
      output: { Body: 1 },
      calls: { pay: 3 },
      virtualMs: 2000,
    });
  });
});

describe('calls nobody has an answer for (R6): a value, and a note', () => {
  const unmocked = [expect.stringMatching(/^unmocked: pay /)];
  test('Sync', () => expect(play(fc('Sync'))).toMatchObject({ output: { Body: {} }, notes: unmocked }));
  test('Async', () => expect(play(fc('Async'))).toMatchObject({ output: { Body: '' }, notes: unmocked }));
  test('WaitForSystemCallback reports {} at once', () => {
    const run = play(fc('Async', mode('WaitForSystemCallback')));
    expect(run).toMatchObject({ status: 'Succeeded', output: {}, virtualMs: 0, notes: unmocked });
  });
  test('WaitForCustomCallback: the submission is accepted and the token waits', () => {
    expect(play(fc('Async', mode('WaitForCustomCallback')))).toMatchObject({
      status: 'Waiting',
      waiting: [{ state: 'Pay', kind: 'custom-callback', token: expect.any(String) }],
      notes: unmocked,
    });
  });
  test.each([
    ['HTTP:Request', '{ url: "https://a.example", method: GET }', { Header: {}, Code: 200, Body: '' }],
    ['MNS:SendMessage', '{}', {}],
    ['ECS:DescribeInstances', '{}', {}],
  ])('%s gives %s (U28)', (action, parameters, output) => {
    expect(play(task(`Action: ${action}, Parameters: ${parameters}`))).toMatchObject({
      output,
      calls: { [action]: 1 },
      notes: [expect.stringMatching(/^unmocked/)],
    });
  });
  test('a thousand items say it once', () => {
    const run = play(
      flow`
        - Type: Map
          Name: All
          ItemsPath: $Input.items
          End: true
          Processor:
            StartAt: Pay
            States:
            - { Type: Task, Name: Pay, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: Sync }, End: true }
      `,
      { input: { items: Array.from({ length: 300 }, () => ({})) } },
    );
    expect(run).toMatchObject({ calls: { pay: 300 } });
    expect(run.notes.filter((note) => note.startsWith('unmocked'))).toHaveLength(1);
  });
});

describe('parameters nobody could call with (R11)', () => {
  const broken = task('Action: FC:InvokeFunction, Parameters: { resourceArn: xxx, invocationType: xxx, body: xxx }');
  test('fail with FC.InvalidArgument and are not counted', () => {
    expect(play(broken)).toMatchObject({ status: 'Failed', error: { code: 'FC.InvalidArgument' }, calls: {} });
    expect(play(broken, { cards: [card({ action: 'FC:InvokeFunction' }, value(1))] }).status).toBe('Failed');
  });
  test('are answered all the same by an entry for the very state, with a note', () => {
    expect(play(broken, { cards: [card({ state: 'Pay' }, value(1))] })).toMatchObject({
      output: { Body: 1 },
      notes: [expect.stringMatching(/^R11/)],
    });
  });
});

describe('callbacks', () => {
  const scripted = (entry: Partial<ScriptedCallback>): ScriptedCallback => ({
    state: 'Pay',
    afterMs: 0,
    outcome: { ok: true, value: {} },
    ...entry,
  });
  test('the system reports what the function did, after its latency, unwrapped (R21)', () => {
    const system = fc('Async', mode('WaitForSystemCallback'));
    const run = (doing: Doing) => play(system, { cards: [card({}, { ...doing, latencyMs: 500 } as Doing)] });
    expect(run(value({ a: 1 }))).toMatchObject({ output: { a: 1 }, virtualMs: 500 });
    expect(run(thrown('X', 'y'))).toMatchObject({ error: { code: 'X', detail: 'y' }, virtualMs: 500 });
    expect(run(error('AccessDenied'))).toMatchObject({ error: { code: 'FC.AccessDenied' } });
    expect(run({ kind: 'timeout' })).toMatchObject({ status: 'Waiting', waiting: [{ kind: 'system-callback' }] });
  });
  test('Function Compute runs a function again that threw, as often as the card says (F-19)', () => {
    const flaky = (asyncRetries?: number) => ({
      cards: [{ ...card({}, { ...thrown('E', 'no'), times: 2, latencyMs: 10 }, value({ ok: 1 })), asyncRetries }],
    });
    const call = fc('Async', mode('WaitForSystemCallback'));
    expect(play(call, flaky())).toMatchObject({
      error: { code: 'E' },
      virtualMs: 10,
      notes: [expect.stringMatching(/^F-19: .*three times/)],
    });
    expect(play(call, flaky(1))).toMatchObject({ error: { code: 'E' }, virtualMs: 20, calls: { pay: 1 } });
    const run = play(call, flaky(3));
    expect(run).toMatchObject({ output: { ok: 1 }, virtualMs: 20, calls: { pay: 1 } });
    expect(run.notes).toEqual([expect.stringMatching(/^F-19: .*3 runs/)]);
    expect(play(fc('Sync'), flaky(3))).toMatchObject({ error: { code: 'E' }, virtualMs: 10, notes: [] });
  });
  test('the answer of a custom callback is that of the submission', () => {
    const custom = fc('Async', mode('WaitForCustomCallback'));
    expect(play(custom, { cards: [card({}, error('AccessDenied'))] }).error?.code).toBe('FC.AccessDenied');
    expect(play(custom, { cards: [card({}, value(1))] }).status).toBe('Waiting');
  });
  test('a scripted report counts from the moment the token begins to wait (R3)', () => {
    const run = play(fc('Async', mode('WaitForCustomCallback')), {
      cards: [card({}, { ...value(1), latencyMs: 100 })],
      callbacks: [scripted({ afterMs: 5000, outcome: { ok: true, value: { approved: true } } })],
    });
    expect(run).toMatchObject({ output: { approved: true }, virtualMs: 5100, unused: [] });
  });
  test('each token takes an entry of its own, also when it ends before it is due (R3)', () => {
    const retry = `${mode('WaitForCustomCallback')}, Timeout: 10, Retry: [{ Errors: [FnF.ALL], MaxAttempts: 3, IntervalSeconds: 1 }]`;
    const run = play(fc('Async', retry), {
      callbacks: [
        scripted({ afterMs: 60_000 }),
        scripted({ afterMs: 1000, outcome: { ok: true, value: { second: true } } }),
        scripted({}),
      ],
    });
    expect(run).toMatchObject({ output: { second: true }, virtualMs: 12_000, unused: [scripted({})] });
  });
  test('entries of states that never wait are left over', () => {
    expect(play(fc('Sync'), { callbacks: [scripted({ state: 'Nobody' })] }).unused).toHaveLength(1);
  });
});

describe('other services', () => {
  const http = task('Action: HTTP:Request, Parameters: { url: "https://a.example", method: GET }');
  const mns = task('Action: MNS:SendMessage, Parameters: { message: hi }');
  test('the value is the raw output of the Task', () => {
    const output = { Code: 200, Header: {}, Body: 'ok' };
    expect(play(http, { cards: [card({ action: 'HTTP:Request' }, value(output))] }).output).toEqual(output);
    expect(play(mns, { cards: [card({ action: 'MNS:SendMessage' }, value({ MessageId: 'm' }))] }).output).toEqual({
      MessageId: 'm',
    });
  });
  test('text is the body of an HTTP answer', () => {
    expect(play(http, { cards: [card({}, { kind: 'text', text: 'hi' })] }).output).toEqual({
      Header: {},
      Code: 200,
      Body: 'hi',
    });
  });
  test.each([
    ['QueueNotExist', 'MNS.QueueNotExist'],
    ['MNS.QueueNotExist', 'MNS.QueueNotExist'],
    ['Own.Name', 'Own.Name'],
  ])('error %s fails with %s (R10)', (code, expected) => {
    expect(play(mns, { cards: [card({}, error(code, 'why'))] }).error).toEqual({ code: expected, detail: 'why' });
  });
  test('a failure of the work keeps the name it is given, as that of a function does', () => {
    expect(play(mns, { cards: [card({}, thrown('Odd', 'x'))] }).error).toEqual({ code: 'Odd', detail: 'x' });
    expect(play(mns, { cards: [card({}, thrown())] }).error?.code).toBe('MNS.Unknown');
  });
  test('the expression of an answer sees the parameters', () => {
    const echo = card({ service: 'MNS' }, { kind: 'return-expr', expression: '{"said": $Input.message}' });
    expect(play(mns, { cards: [echo] }).output).toEqual({ said: 'hi' });
  });
  test('an HTTP request can be made to fail, or never to be answered', () => {
    expect(play(http, { cards: [card({}, error('RequestFailed'))] }).error?.code).toBe('HTTP.RequestFailed');
    expect(play(http, { cards: [card({}, thrown('Odd', 'x'))] }).error).toEqual({ code: 'Odd', detail: 'x' });
    expect(play(http, { cards: [card({}, { kind: 'timeout' })] }).status).toBe('Waiting');
  });
});

describe('child flows (U27)', () => {
  const parent = (taskMode: string) =>
    task(
      `Action: FNF:StartExecution, TaskMode: ${taskMode}, Parameters: { resourceArn: 'acs:fnf:::flow/child', input: { n: 2 } }`,
    );
  const program = (definition: Flow) => () => compileProgram(definition);
  const child = program(flow`
    - { Type: Wait, Name: Rest, Seconds: 30, Next: Pay }
    - { Type: Task, Name: Pay, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: Sync, 'body.$': $Input }, End: true }
  `);
  const echo = card({ function: 'pay' }, { kind: 'return-expr', expression: '$Input.n', latencyMs: 10 });

  test('run for real; the parent waits for their end in virtual time and gets their output', () => {
    expect(play(parent('WaitForSystemCallback'), { children: child, cards: [echo] })).toMatchObject({
      output: { Body: 2 },
      virtualMs: 30_010,
      calls: { pay: 1, 'FNF:StartExecution': 1 },
    });
  });
  test('are only started under RequestComplete', () => {
    expect(play(parent('RequestComplete'), { children: child, cards: [echo] })).toMatchObject({
      output: { FlowName: 'child', ExecutionName: 'run-1-1', RequestID: expect.any(String) },
      virtualMs: 0,
    });
  });
  test('fail the Task with their own error', () => {
    const failing = program(flow`- { Type: Fail, Name: No, Code: Nope, Detail: because }`);
    expect(play(parent('WaitForSystemCallback'), { children: failing })).toMatchObject({
      error: { code: 'Nope', detail: 'because' },
    });
  });
  test('a card can stand for the child: it sees its input and ends like it', () => {
    const start = { action: 'FNF:StartExecution' };
    const waiting = parent('WaitForSystemCallback');
    const double = card(start, { kind: 'return-expr', expression: '{"twice": $Input.n * 2}' });
    expect(play(waiting, { cards: [double] }).output).toEqual({ twice: 4 });
    expect(play(waiting, { cards: [card(start, { ...thrown('Nope', 'why'), latencyMs: 7 })] })).toMatchObject({
      error: { code: 'Nope', detail: 'why' },
      virtualMs: 7,
    });
  });
  test('a card for the call wins; a flow nobody knows is mocked', () => {
    const cards = [card({ action: 'FNF:StartExecution' }, { ...value({ done: true }), latencyMs: 5 })];
    expect(play(parent('WaitForSystemCallback'), { children: child, cards })).toMatchObject({
      output: { done: true },
      virtualMs: 5,
    });
    expect(play(parent('WaitForSystemCallback'))).toMatchObject({
      output: {},
      notes: [expect.stringMatching(/^unmocked/)],
    });
  });
  test('a flow that starts itself comes to an end', () => {
    const endless: Flow = parent('WaitForSystemCallback');
    expect(play(endless, { children: program(endless) })).toMatchObject({
      status: 'Failed',
      error: { code: 'FNF.InternalServerError' },
    });
  });
});
