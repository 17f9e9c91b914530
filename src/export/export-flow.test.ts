import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../fdl/index.ts';
import type { ExportOptions } from './export-file.ts';
import { exportFlow } from './export-flow.ts';
import { type ExportFormat, exportFormats } from './formats.ts';

const flow = `Type: StateMachine
Name: my_flow
SpecVersion: v1
Description: 'say "hi" to \${name} at 100%{x}'
StartAt: Charge
States:
- Name: Charge
  Type: Task
  Action: FC:InvokeFunction
  TaskMode: WaitForCustomCallback
  Parameters:
    resourceArn: acs:fc:cn-hangzhou:123:functions/charge
    invocationType: Async
    body: {token.$: $Context.Current.TaskToken, note: '\${not.a.template} %{either}'}
  End: true
`;
const files = (format: ExportFormat, text = flow, options: ExportOptions = {}) => {
  const result = exportFlow(format, readSource(text), options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const main = (format: ExportFormat, text = flow, options: ExportOptions = {}) =>
  files(format, text, options)[0]?.content ?? '';
const refusal = (format: ExportFormat, text: string, options: ExportOptions = {}) => {
  const result = exportFlow(format, readSource(text), options);
  return result.ok ? 'exported' : result.error.message;
};

test('the definition itself is the text, whatever it is', () => {
  for (const text of [flow, flow.replaceAll('\n', '\r\n'), `\uFEFF${flow}`, flow.trimEnd(), 'not: a flow', '']) {
    expect(main('yaml', text)).toBe(text);
  }
});

test('Terraform points at the definition file, so nothing in it can be taken for a template', () => {
  expect(files('terraform').map(({ name }) => name)).toEqual(['main.tf', 'flow.yaml']);
  expect(files('terraform')[1]?.content).toBe(flow);
  expect(main('terraform')).toContain('definition  = file("${path.module}/flow.yaml")');
  // `${` and `%{` begin templates in that language and are doubled.
  expect(main('terraform')).toContain('description = "say \\"hi\\" to $${name} at 100%%{x}"');
});

test('Terraform has no argument for the execution mode: Express is refused with the way out', () => {
  expect(refusal('terraform', flow, { mode: 'Express' })).not.toBe('exported');
  expect(refusal('terraform', flow.replace('WaitForCustomCallback', 'RequestComplete'), { mode: 'Express' })).toContain(
    'Use ROS',
  );
});

test('ROS holds the definition as text, to the byte', () => {
  const template = parse(main('ros', flow, { roleArn: 'acs:ram::1:role/r' }));
  expect(template.ROSTemplateFormatVersion).toBe('2015-09-01');
  expect(template.Parameters.RoleArn.Default).toBe('acs:ram::1:role/r');
  expect(template.Resources.Flow).toMatchObject({
    Type: 'ALIYUN::FNF::Flow',
    Properties: { Name: 'my_flow', ExecutionMode: 'Standard', Definition: flow },
  });
  expect(main('ros')).toContain('      Definition: |\n        Type: StateMachine\n');
  // Readers of YAML 1.1 would take the bare version for a date.
  expect(main('ros')).toMatch(/ROSTemplateFormatVersion: ["']2015-09-01["']/);
});

test('ROS keeps any text exactly: odd line ends, blanks, tabs, no final newline', () => {
  const piece = fc.constantFrom(
    '# c\n',
    '#\r\n',
    '#  \n',
    '\n',
    '#\ttab\n',
    '# 审批 ✓\n',
    '# \x7f\x85\ufeff\n',
    '# end',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', '\n', '\r\n', '\n\n\n'), (tail, end) => {
      const text = flow + tail.join('') + end;
      const result = exportFlow('ros', readSource(text));
      if (result.ok) expect(parse(result.value[0]!.content).Resources.Flow.Properties.Definition).toBe(text);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('Serverless Devs gets a path, never inline text', () => {
  const { resources, edition } = parse(main('serverless-devs', flow, { region: 'ap-southeast-1' }));
  expect(edition).toBe('3.0.0');
  expect(resources.my_flow).toEqual({
    component: 'flow',
    props: {
      region: 'ap-southeast-1',
      name: 'my_flow',
      definition: './flow.yaml',
      description: 'say "hi" to ${name} at 100%{x}',
      type: 'FDL',
      roleArn: "${env('ROLE_ARN')}",
    },
  });
});

test('the mode is written where a format has a place for it, and said to be fixed once created', () => {
  const express = flow.replace('WaitForCustomCallback', 'RequestComplete');
  const [devs] = files('serverless-devs', express, { mode: 'Express' });
  expect(parse(devs?.content ?? '').resources.my_flow.props.executionMode).toBe('Express');
  expect(devs?.notes?.[0]).toContain('fixed when the flow is created');
  expect(main('aliyun-cli', express, { mode: 'Express' })).toContain('--ExecutionMode Express');
});

test('the script is a script, whatever the description says', () => {
  const nasty = flow.replace(/Description: .*/, `Description: "it's $(rm -rf /) \`x\` \\"q\\""`);
  const script = main('aliyun-cli', nasty);
  expect(script).toContain(`DESCRIPTION='it'\\''s $(rm -rf /) \`x\` "q"'`);
  const options = { region: "x'$(id)", roleArn: 'acs:ram::1:role/"`id`}' };
  for (const text of [script, main('aliyun-cli', nasty, options)]) {
    expect(spawnSync('sh', ['-n'], { input: text }).status).toBe(0);
  }
  const settings = main('aliyun-cli', nasty, options)
    .split('\n')
    .filter((line) => /^(REGION|ROLE_ARN)/.test(line));
  const shown = spawnSync('sh', [], {
    input: `${settings.join('\n')}\nprintf '%s|%s' "$REGION" "$ROLE_ARN"`,
    encoding: 'utf8',
    env: {},
  });
  expect(shown.stdout).toBe(`${options.region}|${options.roleArn}`);
});

test('a flow without description gets one, because the service wants one', () => {
  const bare = flow.replace(/Description: .*\n/, "Description: ' '\n");
  expect(main('terraform', bare)).toContain('description = "CloudFlow flow my_flow"');
});

test('names must agree, and a flow the service would refuse is not packed up', () => {
  expect(refusal('ros', flow, { flowName: 'other' })).toContain('`Name: my_flow`');
  expect(refusal('ros', flow.replace('Name: my_flow\n', ''))).toContain('no usable `Name`');
  expect(refusal('aliyun-cli', flow.replace('StartAt: Charge', 'StartAt: Chrage'))).toMatch(
    /1 error, the first: F05 \(5:10\)/,
  );
});

const withTask = (action: string, parameters: string, more = '') =>
  flow.replace(/ {2}Action[^]*End: true/, `  Action: ${action}\n  Parameters: ${parameters}\n${more}  End: true`);

test.each([
  [
    'FC:InvokeFunction',
    '{resourceArn: "acs:fc:cn-hangzhou:1:functions/f/LATEST", invocationType: Sync}',
    ['fc:InvokeFunction'],
    ['acs:fc:cn-hangzhou:1:functions/f/LATEST'],
  ],
  [
    'FC:InvokeFunction',
    '{resourceArn: "acs:fc:cn-hangzhou:1:functions/f", invocationType: Sync}',
    ['fc:InvokeFunction'],
    ['acs:fc:cn-hangzhou:1:functions/f', 'acs:fc:cn-hangzhou:1:functions/f/*'],
  ],
  [
    'FC:InvokeFunction',
    '{resourceArn: "acs:fc:::services/s.LATEST/functions/f", invocationType: Sync}',
    ['fc:InvokeFunction'],
    ['acs:fc:*:*:services/s.LATEST/functions/f'],
  ],
  ['FC:InvokeFunction', '{resourceArn.$: $Input.arn, invocationType: Sync}', ['fc:InvokeFunction'], ['*']],
  [
    'FNF:StartExecution',
    '{resourceArn: "acs:fnf:cn-hangzhou::flow/child"}',
    ['fnf:StartExecution'],
    ['acs:fnf:cn-hangzhou:*:flow/child'],
  ],
  [
    'MNS:SendMessage',
    '{resourceArn: "acs:mns:cn-hangzhou:1:/topics/t/messages", message: m}',
    ['mns:PublishMessage'],
    ['acs:mns:cn-hangzhou:1:/topics/t/messages'],
  ],
  [
    'EventBridge:PutEvents',
    '{id: a, source: b, type: c, eventBusName: default}',
    ['eventbridge:PutEvents'],
    ['acs:eventbridge:*:*:eventbus/default'],
  ],
  ['OSS:GetObject', '{bucket: b, key: k}', ['oss:GetObject'], ['acs:oss:*:*:b', 'acs:oss:*:*:b/*']],
  ['ECS:DescribeInstances', '{}', ['ecs:DescribeInstances'], ['*']],
])('RAM: %s %s', (action, parameters, actions, resources) => {
  const { Statement } = JSON.parse(main('ram-policy', withTask(action, parameters)));
  expect(Statement).toEqual([{ Effect: 'Allow', Action: actions, Resource: resources }]);
});

test('RAM: who may take the role, and what a worker that reports needs', () => {
  const [policy, trust, worker] = files('ram-policy');
  expect([policy?.name, trust?.name, worker?.name]).toEqual(['policy.json', 'trust-policy.json', 'worker-policy.json']);
  expect(JSON.parse(trust?.content ?? '').Statement[0]).toMatchObject({
    Action: 'sts:AssumeRole',
    Principal: { Service: ['fnf.aliyuncs.com'] },
  });
  expect(worker?.content).toContain('fnf:ReportTaskFailed');
  expect(files('ram-policy', withTask('HTTP:Request', '{url: "https://a.b", method: GET}'))).toHaveLength(2);
});

test('RAM: what cannot be known from the definition is said', () => {
  const notes = (text: string) => files('ram-policy', text)[0]?.notes;
  expect(notes(withTask('FC:InvokeFunction', '{resourceArn.$: $Input.arn, invocationType: Sync}'))?.[0]).toContain(
    'at run time',
  );
  expect(notes(withTask('FC:InvokeFunction', '{resourceArn: charge, invocationType: Sync}'))?.[0]).toContain(
    'covers every resource',
  );
  expect(notes(withTask('ECS:DescribeInstances', '{}'))?.[0]).toContain('check the RAM documentation');
});

test('the picture is well-formed XML with every name in it, hostile ones too', () => {
  const odd = flow.replaceAll('Charge', `"a<b>&'c' ]]> \u0001 审批 ✓"`);
  const svg = main('svg', odd.replace(/\u0001/g, '\\u0001'));
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(svg).not.toMatch(/[\u0000-\u0008]/);
  expect(svg.match(/<(?!\/|\?)(\w+)/g)?.length).toBeGreaterThan(10);
});

test('no text makes any exporter throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(flow, '- 1', '[', 'States: 5', 'a: &a [*a]', '{"States": {"A": {}}}'),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...exportFormats), (any, format) => void exportFlow(format, readSource(any))),
  );
});
