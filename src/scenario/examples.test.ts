import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFlow, readSource } from '../fdl/index.ts';
import { createWorld } from '../functions/index.ts';
import { createCoverage } from './coverage.ts';
import { readScenario } from './read/read-scenario.ts';
import { recordScenario } from './record-scenario.ts';
import { judgeScenario, type MakeWorld, playScenario } from './run-scenario.ts';
import { scenarioJson, writeScenario } from './write-scenario.ts';

const folder = new URL('../../public/examples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder);
const scenarios = files.filter((name) => name.endsWith('.scenario.yaml'));
const flows = files.filter((name) => name.endsWith('.yaml') && !scenarios.includes(name));
const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
  createWorld({ answers, callbacks, settings: { startTime } });

const scenarioOf = (name: string) => {
  const scenario = readScenario(read(name));
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return { scenario: scenario.value, source: readSource(read(scenario.value.flow ?? '')) };
};

test.each(flows)('%s has no problems but the placeholders of the skeleton', (name) => {
  const problems = checkFlow(readSource(read(name))).filter(({ severity }) => severity !== 'hint');
  expect(problems.map(({ code }) => code)).toEqual(name === 'skeleton.yaml' ? ['T06', 'T06'] : []);
});

test.each(scenarios)('%s comes out as it says', (name) => {
  const { scenario, source } = scenarioOf(name);
  expect(judgeScenario(scenario, source, makeWorld)).toMatchObject({ ok: true, failures: [], notes: [] });
});

test('the list names every flow, with the input and answers of its scenario', () => {
  const { examples } = JSON.parse(read('index.json'));
  expect(examples.map(({ file }: { file: string }) => file).sort()).toEqual(flows.sort());
  for (const { scenario, input, functions } of examples) {
    const json = scenarioJson(scenarioOf(scenario).scenario);
    expect([input, functions]).toEqual([json['input'], json['functions'] ?? []]);
  }
});

test.each(scenarios)('%s: its run kept as a scenario holds again, word for word in a file', (name) => {
  const { scenario, source } = scenarioOf(name);
  const { run, report, calls } = playScenario(scenario, source.flow, makeWorld);
  const { mode, seed, startTime } = run.options;
  const facts = { ...report, output: report.output, error: report.error, calls };
  const { flow, input, functions } = scenario;
  const keep = ['status', 'error', 'output', 'path', 'virtualDuration', 'visits', 'calls'] as const;
  const recorded = recordScenario({
    flow,
    name,
    mode,
    seed,
    startTime,
    input,
    functions,
    facts,
    events: run.events,
    keep,
  });
  const again = readScenario(writeScenario(recorded));
  expect(again).toEqual({ ok: true, value: recorded });
  expect(judgeScenario(recorded, source, makeWorld)).toMatchObject({ ok: true, failures: [] });
});

test('a token nobody reported on keeps its place among the recorded callbacks', () => {
  const source = readSource(`Type: StateMachine
Name: twice
SpecVersion: v1
StartAt: Ask
States:
- Name: Ask
  Type: Task
  Action: FC:InvokeFunction
  TaskMode: WaitForCustomCallback
  Timeout: '10'
  Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:functions/f', invocationType: Async, body: {t.$: $Context.Current.TaskToken}}
  Retry: [{Description: again, Errors: [FnF.TaskTimeout], MaxAttempts: 1, IntervalSeconds: 1}]
  End: true
`);
  const text = `input: {}
callbacks: [{state: Ask, after: 1h, succeed: {}}, {state: Ask, after: 3s, succeed: {yes: true}}]
`;
  const scenario = readScenario(text);
  if (!scenario.ok) throw new Error('unreadable');
  const { run, report, calls } = playScenario(scenario.value, source.flow, makeWorld);
  expect(report).toMatchObject({ status: 'Succeeded', output: { yes: true }, virtualMs: 14_000 });
  const facts = { ...report, output: report.output, error: report.error, calls };
  const { mode, seed, startTime } = run.options;
  const base = { flow: undefined, name: 'n', mode, seed, startTime, input: {}, functions: [] };
  const recorded = recordScenario({ ...base, facts, events: run.events, keep: ['output', 'virtualDuration'] });
  expect(recorded.callbacks).toHaveLength(2);
  expect(judgeScenario(recorded, source, makeWorld).failures).toEqual([]);
});

test('coverage knows outlets, for those who draw it', () => {
  const { scenario, source } = scenarioOf('choice-small.scenario.yaml');
  const sheet = createCoverage(source.flow);
  sheet.add(playScenario(scenario, source.flow, makeWorld).run);
  const taken = sheet.items().filter((item) => item.kind === 'transitions' && item.covered);
  expect(taken.map(({ state, outlet }) => [state, outlet?.kind])).toEqual([
    ['Example 1 of function invocation', 'next'],
    ['conditional statement', 'default'],
  ]);
});
