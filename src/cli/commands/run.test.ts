import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RunReport } from '../../simulator/index.ts';
import { fdl, fdlJson } from '../../testing/command.ts';

const example = (name: string) => readFileSync(`public/examples/${name}.yaml`, 'utf8');
const files = {
  'charge.yaml': example('retry-with-catch'),
  'approval.yaml': example('human-approval'),
  'two.yaml': `Type: StateMachine
Name: two
SpecVersion: v1
StartAt: A
States:
- {Name: A, Type: Pass, Next: B}
- {Name: B, Type: Pass, End: true}
`,
  'busy.scenario.yaml': `input: {orderId: o-1, amount: 5}
mode: Standard
seed: 3
functions:
- match: {function: charge}
  answers: [{error: ResourceThrottled, times: 2}, {return: {receiptId: r-1}}]
- match: {function: refund}
  answers: [{return: {}}]
`,
  'yes.scenario.yaml': `input: {employee: Lin, amount: 500}
callbacks: [{state: Ask the manager, after: 2h, succeed: {approvedBy: Wei}}]
`,
  'wrong.scenario.yaml': 'input: {}\nfuntions: []\n',
  'input.json': '{"n": 1}',
};

test('as JSON: status, output, path, virtual time and the ten events of two Pass states', async () => {
  const { exit, json, err } = await fdlJson<RunReport>(['run', 'two.yaml', '--input', '{"n":1}'], { files });
  expect([exit, err]).toEqual([0, '']);
  expect(json).toMatchObject({
    status: 'Succeeded',
    output: { n: 1 },
    path: ['A', 'B'],
    virtualMs: 0,
    waiting: [],
    notes: [],
  });
  expect(json.events.map((event) => event.Type)).toEqual([
    'ExecutionStarted',
    ...[
      'StepEntered',
      'StepStarted',
      'StepSucceeded',
      'StepExited',
      'StepEntered',
      'StepStarted',
      'StepSucceeded',
      'StepExited',
    ],
    'ExecutionSucceeded',
  ]);
  expect(json.events[1]).toEqual({
    EventId: 2,
    ScheduleEventId: 1,
    Type: 'StepEntered',
    StepName: 'A',
    Time: '2026-01-01T00:00:00.000Z',
    EventDetail: '{"input":{"n":1}}',
  });
});

test('the same arguments give the same bytes', async () => {
  const once = () =>
    fdl(['run', 'approval.yaml', '--input', '{"employee":"a","amount":200}', '--format', 'json'], { files });
  expect((await once()).out).toBe((await once()).out);
});

test('a scenario gives input, answers and callbacks; unused entries are notes', async () => {
  const { exit, json } = await fdlJson<RunReport>(['run', 'charge.yaml', '--scenario', 'busy.scenario.yaml'], {
    files,
  });
  expect(exit).toBe(0);
  expect(json).toMatchObject({
    output: { orderId: 'o-1', receipt: 'r-1' },
    virtualMs: 6000,
    path: ['Charge card', 'Charged'],
  });
  expect(json.notes).toContain('functions[1] (function: refund) answered no call');
});

test('what is on the command line wins over the scenario', async () => {
  const options = [
    '--scenario',
    'busy.scenario.yaml',
    '--input',
    '{"orderId":"o-2","amount":1}',
    '--start-time',
    '2030-05-05T05:05:05Z',
  ];
  const { json } = await fdlJson<RunReport>(['run', 'charge.yaml', ...options], { files });
  expect(json.output).toEqual({ orderId: 'o-2', receipt: 'r-1' });
  expect(json.events[0]?.Time).toBe('2030-05-05T05:05:05.000Z');
});

test('a scripted callback arrives in virtual time', async () => {
  const { json } = await fdlJson<RunReport>(['run', 'approval.yaml', '--scenario', 'yes.scenario.yaml'], { files });
  expect(json).toMatchObject({ status: 'Succeeded', virtualMs: 7_200_000, output: { approvedBy: 'Wei' } });
});

test('a run that waits for a person says for what, and is no success', async () => {
  const waiting = example('custom-callback');
  const { exit, json } = await fdlJson<RunReport>(['run', '-'], { stdin: waiting });
  expect(exit).toBe(1);
  expect(json).toMatchObject({
    status: 'Waiting',
    waiting: [{ state: 'invoke-with-callback', kind: 'custom-callback' }],
  });
  const { out } = await fdl(['run', '-'], { stdin: waiting });
  expect(out).toContain(`token ${json.waiting[0]?.token ?? ''}`);
});

test('text for people: status, path, error; notes on stderr', async () => {
  const { exit, out, err } = await fdl(['run', 'charge.yaml', '--input', '{}'], { files });
  expect(exit).toBe(0);
  expect(out).toContain('Succeeded after 0ms of virtual time\npath Charge card → Charged\n');
  expect(err).toContain('note unmocked: charge has no answer set');
});

test('the timeline is a line per event', async () => {
  const { out } = await fdl(['run', 'charge.yaml', '--scenario', 'busy.scenario.yaml', '--timeline'], { files });
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^ *0ms {2}ExecutionStarted .*"orderId":"o-1"/);
  expect(lines.some((line) => /^ *2s {2}TaskScheduled +Charge card/.test(line))).toBe(true);
});

test('inside branches and items the timeline is set in and numbered', async () => {
  const { out } = await fdl(['run', '-', '--input', '{"zone":"N","parcels":[{},{}]}', '--timeline'], {
    stdin: example('per-item-map'),
  });
  const column = 'ExecutionSucceeded'.length;
  const entered = new RegExp(`^0ms  (?=(?:Step|Iteration)Entered).{${column}}  (.*?) +\\{`);
  const steps = out.split('\n').flatMap((line) => entered.exec(line)?.[1]?.trimEnd() ?? []);
  expect(steps).toEqual([
    'Anything to send?',
    'Price every parcel',
    '  MapIteration #0',
    '  Price one parcel #0',
    '  MapIteration #1',
    '  Price one parcel #1',
    'Quoted',
  ]);
});

test('a flow with errors is not started (R16)', async () => {
  const broken = files['two.yaml'].replace('Next: B', 'Next: C');
  const { exit, json } = await fdlJson<{ status: string; diagnostics: { code: string }[]; events: [] }>(['run', '-'], {
    stdin: broken,
  });
  expect(exit).toBe(1);
  expect(json).toMatchObject({ status: 'Invalid', events: [], path: [] });
  expect(json.diagnostics.map(({ code }) => code)).toContain('C07');
  const text = await fdl(['run', '-'], { stdin: broken });
  expect(text.err).toMatch(/^-:6:\d+ error C07 /m);
  expect([text.exit, text.out]).toEqual([1, 'Invalid\n']);
});

test.each(['[1]', '"a"', 'null', '7'])(
  'an input that is no object is refused as the service does (R17): %s',
  async (input) => {
    const { exit, json } = await fdlJson<RunReport>(['run', 'two.yaml', '--input', input], { files });
    expect(exit).toBe(1);
    expect(json).toMatchObject({ status: 'Invalid', error: { code: 'InvalidArgument' }, events: [] });
  },
);

test('input comes from the line, from a file, or is empty', async () => {
  expect((await fdlJson<RunReport>(['run', 'two.yaml', '--input', '@input.json'], { files })).json.output).toEqual({
    n: 1,
  });
  expect((await fdlJson<RunReport>(['run', 'two.yaml'], { files })).json.output).toEqual({});
  expect(await fdl(['run', 'two.yaml', '--input', '{n: 1}'], { files })).toMatchObject({ exit: 2, out: '' });
  expect(await fdl(['run', 'two.yaml', '--input', '@nope.json'], { files })).toMatchObject({ exit: 2, out: '' });
  const piped = await fdlJson<RunReport>(['run', 'two.yaml', '--input', '-'], { files, stdin: '{"from":"pipe"}' });
  expect(piped.json.output).toEqual({ from: 'pipe' });
});

test('a wrong scenario is refused with line, key and what is allowed', async () => {
  const { exit, out, err } = await fdl(['run', 'two.yaml', '--scenario', 'wrong.scenario.yaml'], { files });
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('wrong.scenario.yaml:2:1 funtions: Unknown key `funtions` (did you mean `functions`?)');
});

test('five retries with backoff from an hour and a week of waiting cost no time', async () => {
  const stdin = `Type: StateMachine
Name: patient
SpecVersion: v1
StartAt: Try
States:
- Name: Try
  Type: Task
  Action: FC:InvokeFunction
  Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:functions/f', invocationType: Sync}
  Retry: [{Description: d, Errors: [FnF.ALL], MaxAttempts: 5, IntervalSeconds: 3600, BackoffRate: 2}]
  Next: Ask
- Name: Ask
  Type: Task
  Action: FC:InvokeFunction
  TaskMode: WaitForCustomCallback
  Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:functions/g', invocationType: Async, body: {t.$: $Context.Current.TaskToken}}
  End: true
`;
  const scenario = `functions:
- {match: {function: f}, answers: [{error: InternalServerError, times: 5}, {return: {}}]}
callbacks: [{state: Ask, after: 168h, succeed: {}}]
`;
  const { json } = await fdlJson<RunReport>(['run', '-', '--scenario', 's.yaml'], {
    stdin,
    files: { 's.yaml': scenario },
  });
  expect(json).toMatchObject({ status: 'Succeeded', virtualMs: 3_600_000 * (1 + 2 + 4 + 8 + 16 + 168) });
});

// The four results of the reference's worked example (section 13), on the example that tells the same story.
const price = (...answers: string[]) => `functions: [{match: {function: price}, answers: [${answers.join(', ')}]}]\n`;
const busy = 'error: FC.ResourceThrottled';
test.each([
  [
    { zone: 'N', parcels: [{ kg: 1 }, { kg: 4 }] },
    price('{returnExpr: \'{"price": 10 * $Input.kg}\'}'),
    { output: { zone: 'N', quotes: [{ price: 10 }, { price: 40 }] }, virtualMs: 0 },
  ],
  [{ zone: 'N', parcels: [] }, price('{return: {}}'), { output: { quotes: [] }, virtualMs: 0 }],
  [
    { zone: 'N', parcels: [{ kg: 1 }] },
    price(`{${busy}, times: 2}`, '{return: {price: 10}}'),
    { output: { zone: 'N', quotes: [{ price: 10 }] }, virtualMs: 2000 },
  ],
  [
    { zone: 'N', parcels: [{ kg: 1 }] },
    price(`{${busy}, times: 3}`, '{return: {price: 10}}'),
    { status: 'Failed', error: { code: 'QuoteFailed' }, virtualMs: 2000 },
  ],
])('quotes for %j', async (input, scenario, result) => {
  const world = { stdin: example('per-item-map'), files: { 's.yaml': scenario } };
  const { json } = await fdlJson<RunReport>(
    ['run', '-', '--scenario', 's.yaml', '--input', JSON.stringify(input)],
    world,
  );
  expect(json).toMatchObject({ status: 'Succeeded', ...result });
});
