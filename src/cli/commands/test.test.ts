import { expect, test } from 'vitest';
import { fdl, fdlJson } from '../../testing/command.ts';

const flow = `Type: StateMachine
Name: order
SpecVersion: v1
StartAt: Big?
States:
- Name: Big?
  Type: Choice
  Branches: [{Condition: $Input.n > 3, Next: Charge}]
  Default: Small
- Name: Charge
  Type: Task
  Action: FC:InvokeFunction
  Timeout: '5'
  Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:functions/charge', invocationType: Sync}
  Retry: [{Description: busy, Errors: [FC.ResourceThrottled], MaxAttempts: 1, IntervalSeconds: 1}]
  Catch: [{Description: any, Errors: [FnF.ALL], OutputConstructor: {}, Next: Sorry}]
  End: true
- {Name: Small, Type: Succeed}
- {Name: Sorry, Type: Fail, Code: Sorry, Detail: no luck}
`;
const small = 'flow: ../order.yaml\nname: small\ninput: {n: 1}\nexpect: {status: Succeeded, path: [Big?, Small]}\n';
const charged = `flow: ../order.yaml
name: charged
input: {n: 9}
functions: [{match: {function: charge}, answers: [{error: ResourceThrottled}, {return: ok}]}]
expect: {status: Succeeded, output: {Body: ok}, virtualDuration: 1s, calls: {charge: 2}}
`;
const gaveUp = `flow: ../order.yaml
name: gave up
input: {n: 9}
functions: [{match: {function: charge}, answers: [{error: ResourceThrottled}]}]
expect: {status: Failed, error: {code: Sorry}}
`;
const timedOut = `flow: ../order.yaml
input: {n: 9}
functions: [{match: {function: charge}, answers: [{timeout: true}]}]
expect: {status: Failed, virtualDuration: 5s}
`;
const files = {
  'order.yaml': flow,
  't/small.scenario.yaml': small,
  't/charged.scenario.yaml': charged,
  't/gave-up.scenario.yaml': gaveUp,
  't/timed-out.scenario.yaml': timedOut,
  't/wrong.scenario.yaml': small.replace('[Big?, Small]', '[Big?, Charge]').replace('Succeeded', 'Failed'),
  't/typo.scenario.yaml': small.replace('status:', 'statsu:'),
  't/flowless.scenario.yaml': 'input: {}\n',
  't/lost.scenario.yaml': 'flow: nowhere.yaml\n',
  't/invalid.scenario.yaml': 'flow: ../invalid.yaml\nexpect: {status: Invalid}\n',
  't/refused.scenario.yaml': 'flow: ../order.yaml\ninput: [1]\n',
  't/refusal.scenario.yaml': 'flow: ../order.yaml\ninput: [1]\nexpect: {status: Invalid}\n',
  'invalid.yaml': flow.replace('Default: Small', 'Default: Smal'),
};
const all = ['small', 'charged', 'gave-up', 'timed-out'].map((name) => `t/${name}.scenario.yaml`);

interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly failures: readonly string[];
    readonly notes?: readonly string[];
  }[];
  readonly coverage?: Readonly<
    Record<string, { readonly covered: number; readonly total: number; readonly missing: readonly string[] }>
  >;
}

test('scenarios that hold pass; the flow is found beside the scenario', async () => {
  const { exit, json, err } = await fdlJson<Results>(['test', ...all], { files });
  expect([exit, err]).toEqual([0, '']);
  expect(json).toMatchObject({ passed: 4, failed: 0 });
  expect(json.scenarios[0]).toEqual({ file: 't/small.scenario.yaml', name: 'small', ok: true, failures: [] });
  expect(json.scenarios[3]?.name).toBe('timed-out');
  expect(json.coverage).toBeUndefined();
});

test('differences are told one by one', async () => {
  const { exit, json } = await fdlJson<Results>(['test', 't/wrong.scenario.yaml', 't/small.scenario.yaml'], { files });
  expect(exit).toBe(1);
  expect(json).toMatchObject({ passed: 1, failed: 1 });
  expect(json.scenarios[0]?.failures).toEqual([
    'status: expected Failed, got Succeeded',
    'path: expected [Big?, Charge], got [Big?, Small]',
  ]);
});

test.each([
  ['typo', 't/typo.scenario.yaml:4:10 expect.statsu: Unknown key `statsu` (did you mean `status`?)'],
  ['flowless', 'the scenario names no `flow`'],
  ['lost', 'its flow cannot be read: t/nowhere.yaml: there is no such file.'],
  ['invalid', 'the flow is invalid: 9:12 C07'],
  ['refused', 'the run was refused: InvalidArgument: The execution input must be a JSON object'],
])('a scenario that cannot be run fails and says why: %s', async (name, why) => {
  const { exit, json } = await fdlJson<Results>(['test', `t/${name}.scenario.yaml`], { files });
  expect(exit).toBe(1);
  expect(json.scenarios[0]?.ok).toBe(false);
  expect(json.scenarios[0]?.failures.join('\n')).toContain(why);
});

test('a scenario that is wrong elsewhere keeps its name', async () => {
  const nameOf = async (text: string): Promise<string | undefined> =>
    (await fdlJson<Results>(['test', 't/s.yaml'], { files: { ...files, 't/s.yaml': text } })).json.scenarios[0]?.name;
  expect(await nameOf('name: small\nexpct: {}\n')).toBe('small');
  expect(await nameOf('name: 7\nmode: express\n')).toBe('7');
  expect(await nameOf('name: [a]\n')).toBe('s');
  expect(await nameOf('- name: a\n')).toBe('s');
});

test('a refused run is good when it is expected', async () => {
  const { exit, json } = await fdlJson<Results>(['test', 't/refusal.scenario.yaml'], { files });
  expect([exit, json.scenarios[0]?.failures]).toEqual([0, []]);
});

test('entries that did nothing are notes, not failures', async () => {
  const scenario = `${small}functions: [{match: {function: refund}, answers: [{return: 1}]}]\ncallbacks: [{state: Nobody, succeed: {}}]\n`;
  const { exit, json } = await fdlJson<Results>(['test', 't/s.yaml'], { files: { ...files, 't/s.yaml': scenario } });
  expect(exit).toBe(0);
  expect(json.scenarios[0]?.notes).toEqual([
    'functions[0] (function: refund) answered no call',
    'callbacks[0]: no token of "Nobody" took this entry',
    'callbacks[0].state: the flow has no state "Nobody"',
  ]);
});

test('coverage counts over all scenarios and names what is missing (R46)', async () => {
  const { json } = await fdlJson<Results>(['test', 't/small.scenario.yaml', 't/charged.scenario.yaml', '--coverage'], {
    files,
  });
  expect(json.coverage).toEqual({
    states: { covered: 3, total: 4, missing: ['Sorry'] },
    transitions: { covered: 2, total: 3, missing: ['Charge → Sorry (caught FnF.ALL)'] },
    branches: { covered: 2, total: 2, missing: [] },
    retries: { covered: 1, total: 2, missing: ['Charge: retries for FC.ResourceThrottled used up'] },
    catches: { covered: 0, total: 1, missing: ['Charge: a catch of FnF.ALL'] },
    timeouts: { covered: 0, total: 1, missing: ['Charge: Timeout'] },
    callbacks: { covered: 0, total: 0, missing: [] },
  });
  const full = await fdlJson<Results>(['test', ...all, '--coverage'], { files });
  for (const part of Object.values(full.json.coverage ?? {}))
    expect(part).toMatchObject({ covered: part.total, missing: [] });
});

test('text for people: a line per scenario, differences and coverage below', async () => {
  const { out, err } = await fdl(['test', 't/wrong.scenario.yaml', 't/small.scenario.yaml', '--coverage'], { files });
  expect(out).toContain('FAILED  small (t/wrong.scenario.yaml)\n          status: expected Failed, got Succeeded\n');
  expect(out).toContain('ok      small (t/small.scenario.yaml)\n');
  expect(out).toContain('coverage\n  states       2 of 4\n    not covered: Charge\n');
  expect(err).toBe('1 of 2 scenarios failed\n');
});

test('a JUnit report: a suite per file, a case per scenario, failures with the differences', async () => {
  const { exit, files: after } = await fdl(
    ['test', 't/wrong.scenario.yaml', 't/small.scenario.yaml', '--junit', 'out/r.xml'],
    { files },
  );
  expect(exit).toBe(1);
  expect(after['out/r.xml']).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fdl test" tests="2" failures="1" errors="0">
  <testsuite name="t/wrong.scenario.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="t/wrong.scenario.yaml" name="small" file="t/wrong.scenario.yaml" time="0">
      <failure message="status: expected Failed, got Succeeded" type="expectation">status: expected Failed, got Succeeded&#10;path: expected [Big?, Charge], got [Big?, Small]</failure>
    </testcase>
  </testsuite>
  <testsuite name="t/small.scenario.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="t/small.scenario.yaml" name="small" file="t/small.scenario.yaml" time="0"/>
  </testsuite>
</testsuites>
`);
});

test('hostile names cannot break the report', async () => {
  const scenario = small.replace('name: small', String.raw`name: "]]> <b> & \" \u0000\u001b \ud800 审批"`);
  const { files: after } = await fdl(['test', 't/s.yaml', '--junit', 'r.xml'], {
    files: { ...files, 't/s.yaml': scenario },
  });
  expect(after['r.xml']).toContain('name="]]&gt; &lt;b&gt; &amp; &quot; \ufffd\ufffd \ufffd 审批"');
});

test('a report that cannot be written is a failure', async () => {
  const { exit, err } = await fdl(['test', 't/small.scenario.yaml', '--junit', '/readonly/r.xml'], { files });
  expect(exit).toBe(1);
  expect(err).toContain('/readonly/r.xml could not be written');
});

test('Ctrl+C between two scenarios ends cleanly and writes no report', async () => {
  const {
    exit,
    out,
    err,
    files: after,
  } = await fdl(['test', ...all, '--junit', 'r.xml'], { files, interruptedAfter: 2 });
  expect([exit, out]).toEqual([130, '']);
  expect(err).toContain('Stopped after 2 of 4 scenarios');
  expect(after['r.xml']).toBeUndefined();
});
