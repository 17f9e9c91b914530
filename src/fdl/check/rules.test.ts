import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostic.ts';
import { edit } from '../../testing/edit-text.ts';
import { readSource } from '../syntax/read-source.ts';
import { catalog } from './catalog.ts';
import { checkFlow, type CheckOptions } from './check-flow.ts';

/** A flow whose states are given; it begins with the first one. */
const flow = (states: string): string =>
  `Type: StateMachine\nName: sample\nSpecVersion: v1\nStartAt: A\nStates:\n${states.replace(/^\n/, '')}`;
const pass = (lines: string): string => flow(`- Name: A\n  Type: Pass\n  End: true\n  ${lines.trim()}`);
const task = (lines: string): string => flow(`- Name: A\n  Type: Task\n  End: true\n  ${lines.trim()}`);
const call = (lines: string): string =>
  task(`Action: FC:InvokeFunction
  Parameters: {resourceArn: 'acs:fc:cn-shanghai:1:functions/f/LATEST', invocationType: Async}
  ${lines.trim()}`);
const wait = (lines: string): string => flow(`- Name: A\n  Type: Wait\n  End: true\n  ${lines.trim()}`);
const choice = (lines: string): string =>
  flow(`- Name: A\n  Type: Choice\n  ${lines.trim()}\n- {Name: B, Type: Succeed}\n- {Name: C, Type: Succeed}\n`);
const branch = (condition: string): string => choice(`Branches: [{Condition: '${condition}', Next: B}]\n  Default: C`);
const computed = (expression: string): string => pass(`OutputConstructor: {x.$: '${expression}'}`);
const parallel = (branches: string): string =>
  flow(`- Name: A\n  Type: Parallel\n  End: true\n  Branches: ${branches}`);
const map = (lines: string): string =>
  flow(`- Name: A
  Type: Map
  End: true
  ItemsPath: $Input.items
  Processor: {StartAt: One, States: [{Name: One, Type: Pass, End: true}]}
  ${lines.trim()}`);
const retry = (rule: string): string => call(`Retry: [{Description: d, ${rule}}]`);
const caught = (rules: string): string =>
  flow(`- Name: A
  Type: Task
  Action: ECS:StopInstance
  Catch: ${rules}
  End: true
- {Name: B, Type: Succeed}`);
const nested = (depth: number): string => {
  const inside = depth === 0 ? '{Name: Z, Type: Pass, End: true}' : nested(depth - 1);
  const name = depth === 0 ? 'Z' : `S${depth}`;
  return depth === 0
    ? inside
    : `{Name: ${name}, Type: Map, End: true, ItemsPath: $Input.i, Processor: {StartAt: ${depth === 1 ? 'Z' : `S${depth - 1}`}, States: [${inside}]}}`;
};
const deepCall = (depth: number): string => 'toArray('.repeat(depth) + ')'.repeat(depth);

interface Row {
  readonly bad: string;
  /** The text the diagnostic points at. */
  readonly at: string;
  readonly good: string;
  readonly severity?: Diagnostic['severity'];
  readonly options?: CheckOptions;
}
/** Per rule a flow that breaks it, where that is shown, and a flow that keeps it. */
const rules: Readonly<Record<string, readonly Row[]>> = {
  F01: [
    { bad: 'Type: [StateMachine', at: '[StateMachine', good: pass('') },
    { bad: '- a list', at: '-', good: pass('') },
    { bad: flow('- Name: A\n  Type: Pass\n  Type: Wait\n  End: true'), at: 'Type', good: pass('') },
    { bad: flow('- Name: A\n  Type: Pass\n\tEnd: true'), at: '\t', good: pass('') },
  ],
  F02: [
    { bad: pass('').replace('StateMachine', 'Machine'), at: 'Machine', good: pass('') },
    { bad: 'version: v1\ntype: flow\nsteps: []\n', at: 'flow', good: pass('') },
    { bad: '{"name": "left-pad", "version": "1.0.0"}', at: '"name"', good: pass('') },
  ],
  F03: [{ bad: pass('').replace('v1', 'v2'), at: 'v2', good: pass('') }],
  F04: [
    { bad: pass('').replace('sample', '1sample'), at: '1sample', good: pass('') },
    { bad: pass('').replace('Name: sample\n', ''), at: 'Type', good: pass('') },
    { bad: pass(''), at: 'sample', good: pass(''), options: { flowName: 'other' } },
  ],
  F05: [
    { bad: pass('').replace('StartAt: A', 'StartAt: Nowhere'), at: 'Nowhere', good: pass('') },
    { bad: pass('').replace('StartAt: A\n', ''), at: 'Type', good: pass('') },
  ],
  F06: [
    {
      bad: 'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates: {A: {Type: Pass}}',
      at: '{A: {Type: Pass}}',
      good: pass(''),
    },
    { bad: flow('- Name: A\n  Type: Pass\n  End: true\n- just text\n'), at: 'just text', good: pass('') },
    { bad: 'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates: []', at: '[]', good: pass('') },
  ],
  F07: [{ bad: `${pass('')}\nTimeout: 5\n`, at: 'Timeout', good: `${pass('')}\nDescription: fine\n` }],
  F08: [
    { bad: `${pass('')}\n# ${'x'.repeat(1_100_000)}`, at: '', good: pass('') },
    { bad: `${pass('')}\n# ${'x'.repeat(600_000)}`, at: '', good: pass(''), severity: 'warning' },
  ],
  F09: [
    { bad: pass('InputConstructor: {a: &x {n: 1}, b: *x}'), at: '{n: 1}', good: pass('InputConstructor: {a: {n: 1}}') },
  ],
  C01: [
    { bad: flow('- Name: A\n  End: true'), at: 'A', good: pass('') },
    { bad: flow("- Type: Pass\n  Name: ''\n  End: true"), at: "''", good: pass('') },
    { bad: flow('- Type: Pass\n  End: true'), at: 'Type', good: pass('') },
  ],
  C02: [{ bad: flow('- {Name: A, Type: Taks, End: true}'), at: 'Taks', good: pass('') }],
  C03: [
    { bad: `${pass('')}\n- {Name: A, Type: Succeed}`, at: 'A', good: pass('') },
    {
      bad: parallel('[{StartAt: A, States: [{Name: A, Type: Succeed}]}]'),
      at: 'A',
      good: parallel('[{StartAt: B, States: [{Name: B, Type: Succeed}]}]'),
      severity: 'warning',
    },
  ],
  C05: [{ bad: flow('- {Name: A, Type: Pass, End: false}'), at: 'A', good: pass('') }],
  C06: [{ bad: `${pass('Next: B')}\n- {Name: B, Type: Succeed}`, at: 'B', good: pass('') }],
  C07: [
    { bad: flow('- {Name: A, Type: Pass, Next: Nowhere}'), at: 'Nowhere', good: pass('') },
    { bad: choice('Branches: [{Condition: $Input.a, Next: X}]\n  Default: C'), at: 'X', good: branch('$Input.a') },
    { bad: choice('Branches: [{Condition: $Input.a, Next: B}]\n  Default: Y'), at: 'Y', good: branch('$Input.a') },
    { bad: caught('[{Errors: [X], Description: d, OutputConstructor: {}, Next: Gone}]'), at: 'Gone', good: pass('') },
    { bad: parallel('[{StartAt: No, States: [{Name: I, Type: Succeed}]}]'), at: 'No', good: pass('') },
    {
      bad: parallel('[{StartAt: I, States: [{Name: I, Type: Pass, Next: A}]}]'),
      at: 'A',
      good: parallel('[{StartAt: I, States: [{Name: I, Type: Pass, End: true}]}]'),
    },
  ],
  C08: [
    { bad: `${pass('')}\n- {Name: Lost, Type: Succeed}`, at: 'Lost', good: pass('') },
    { bad: flow('- {Name: A, Type: Pass, Next: B}\n- {Name: B, Type: Pass, Next: A}'), at: 'A', good: pass('') },
  ],
  C10: [
    { bad: flow('- {Name: A, Type: Pass, End: "true"}'), at: '"true"', good: pass('') },
    { bad: flow('- {Name: A, Type: Pass, Next: [A]}'), at: '[A]', good: pass('') },
    { bad: pass('Description: 5'), at: '5', good: pass('Description: "5"') },
    { bad: pass('InputConstructor: text'), at: 'text', good: pass('InputConstructor: {}') },
    {
      bad: map('Retry: [{Description: d, Errors: [X], MaxAttempts: 1.5, IntervalSeconds: 1}]'),
      at: '1.5',
      good: map(''),
    },
  ],
  C12: [
    { bad: pass('OutputConstuctor: {}'), at: 'OutputConstuctor', good: pass('OutputConstructor: {}') },
    {
      bad: flow('- {Name: A, Type: Succeed, Next: A}'),
      at: 'Next',
      good: flow('- {Name: A, Type: Succeed, End: true}'),
    },
    { bad: map('').replace('ItemsPath:', 'ItemsPath.$:'), at: 'ItemsPath.$', good: map('') },
    {
      bad: flow("- {Name: A, Type: Fail, Code: X, Detail.$: '$Input.why'}"),
      at: 'Detail.$',
      good: flow('- {Name: A, Type: Fail, Code: X, Detail: why}'),
    },
    { bad: pass('OutputConstructor.$: $Input'), at: 'OutputConstructor.$', good: pass('OutputConstructor: {}') },
    { bad: call('TaskMode.$: $Input.mode'), at: 'TaskMode.$', good: wait('Seconds.$: $Input.s') },
  ],
  C13: [
    { bad: pass('OutputConstructor: {x.$: {a: 1}}'), at: '{a: 1}', good: computed('$Input.a') },
    {
      bad: pass('OutputConstructor: {x.$: hello there}'),
      at: 'hello there',
      good: pass('OutputConstructor: {x: hello there}'),
    },
  ],
  C14: [
    { bad: computed('$Input.a +'), at: '', good: computed('$Input.a') },
    { bad: computed('nothing($Input.a)'), at: 'nothing', good: computed('uuid()') },
    { bad: computed('length()'), at: 'length()', good: computed('length($Input.a)') },
    { bad: computed('$Inputs.a'), at: '$Inputs', good: computed('$Input.a') },
    { bad: map('').replace('$Input.items', 'f(1)'), at: 'f', good: map('') },
  ],
  C15: [{ bad: computed(deepCall(11)), at: `'${deepCall(11)}'`, good: computed(deepCall(10)) }],
  C16: [
    { bad: pass('InputConstructor: {x.$: $Output.a}'), at: '$Output', good: computed('$Output.a') },
    {
      bad: caught('[{Errors: [X], Description: d, OutputConstructor: {x.$: $Output}, Next: B}]'),
      at: '$Output',
      good: pass('GlobalConstructor: {x.$: $Output.a}'),
      severity: 'hint',
    },
  ],
  C17: [
    { bad: pass('OutputConstructor: {x: $Input.a}'), at: '$Input.a', good: computed('$Input.a') },
    { bad: pass('OutputConstructor: {x: uuid()}'), at: 'uuid()', good: pass('OutputConstructor: {x: costs $Input.a}') },
  ],
  C18: [
    {
      bad: computed('$Context.Current.Token'),
      at: "'$Context.Current.Token'",
      good: computed('$Context.Current.TaskToken'),
    },
    { bad: computed('$input.a'), at: '$input', good: computed('$Context.Execution.Input.anything.at.all') },
  ],
  C19: [
    {
      bad: computed('$Item.a'),
      at: '$Item',
      good: map('ProcessorConfig: {ExecutionMode: Express}\n  ItemConstructor: {a.$: $Item.a}'),
    },
  ],
  C20: [
    { bad: call('Timeout: 5\n  Timeout.$: $Input.t'), at: 'Timeout.$', good: call('Timeout.$: $Input.t') },
    { bad: pass('OutputConstructor: {x.$: uuid(), x: 1}'), at: 'x', good: computed('uuid()') },
  ],
  C21: [
    { bad: flow(`- ${nested(20).replace('S20', 'A')}`), at: 'Z', good: flow(`- ${nested(19).replace('S19', 'A')}`) },
  ],
  C22: [{ bad: `${pass('')}\n- {Name: ${'n'.repeat(129)}, Type: Succeed}`, at: 'n'.repeat(129), good: pass('') }],
  E01: [
    { bad: computed('$Input.a + 1'), at: '$Input.a + 1', good: computed('$Input.a == 1') },
    { bad: branch('$Input.a == null'), at: 'null', good: branch('$Input.a == 1') },
  ],
  E02: [{ bad: computed('intAdd(1, 2)'), at: 'intAdd', good: computed('length("a")') }],
  T01: [
    { bad: task('Parameters: {}'), at: 'A', good: call('') },
    { bad: task('Action: InvokeFunction'), at: 'InvokeFunction', good: call('') },
    { bad: task('Action: Ecs:StopInstance'), at: 'Ecs:StopInstance', good: call(''), severity: 'hint' },
  ],
  T02: [{ bad: call('TaskMode: WaitForCallback'), at: 'WaitForCallback', good: call('TaskMode: RequestComplete') }],
  T03: [
    {
      bad: call('TaskMode: WaitForSystemCallback'),
      at: 'WaitForSystemCallback',
      good: call('TaskMode: RequestComplete'),
      options: { mode: 'Express' },
    },
  ],
  T04: [
    {
      bad: task('Action: HTTP:Request\n  TaskMode: WaitForSystemCallback\n  Parameters: {url: u, method: get}'),
      at: 'WaitForSystemCallback',
      good: task('Action: HTTP:Request\n  TaskMode: WaitForCustomCallback\n  Parameters: {url: u, method: get}'),
    },
  ],
  T05: [
    { bad: call('Timeout: 604801'), at: '604801', good: call('Timeout: "604800"') },
    { bad: call('Timeout: 1.5'), at: '1.5', good: call('Timeout: 0') },
    { bad: call('Timeout: $Input.t'), at: '$Input.t', good: call('Timeout.$: $Input.t') },
  ],
  T06: [
    { bad: task('Action: FC:InvokeFunction\n  Parameters: {body: 1}'), at: 'body', good: call('') },
    { bad: task('Action: FC:InvokeFunction'), at: 'A', good: call('') },
    {
      bad: call('').replace('Async', 'Later'),
      at: 'Later',
      good: call('').replace('invocationType', 'invocationType.$'),
    },
  ],
  T07: [
    {
      bad: call('TaskMode: WaitForSystemCallback').replace('Async', 'Sync'),
      at: 'Sync',
      good: call('TaskMode: WaitForSystemCallback'),
    },
  ],
  T08: [
    {
      bad: call('TaskMode: WaitForCustomCallback').replace('Async', 'Async, body: {t: $Context.Current.TaskToken}'),
      at: 'A',
      good: call('TaskMode: WaitForCustomCallback').replace('Async', 'Async, body: {t.$: $Context.Current.TaskToken}'),
    },
  ],
  T09: [
    {
      bad: task('Action: HTTP:Request\n  Parameters: {method: GET}'),
      at: 'method',
      good: task('Action: HTTP:Request\n  Parameters: {url: u, method: Get}'),
    },
    { bad: task('Action: HTTP:Request\n  Parameters: {url: u, method: FETCH}'), at: 'FETCH', good: call('') },
  ],
  W01: [
    { bad: wait('Description: d'), at: 'A', good: wait('Seconds: 300') },
    { bad: wait('Seconds: 301'), at: '301', good: wait('Seconds.$: $Input.s') },
    { bad: wait('Seconds: 1.5'), at: '1.5', good: wait('Seconds: 1') },
    { bad: wait('Seconds: 21'), at: '21', good: wait('Seconds: 20'), options: { mode: 'Express' } },
  ],
  H01: [
    { bad: choice('Branches: []\n  Default: B'), at: '[]', good: branch('$Input.a') },
    { bad: choice('Branches: [{Condition: $Input.a, Next: B}]'), at: 'A', good: branch('$Input.a') },
  ],
  H02: [
    {
      bad: choice('Next: B\n  Branches: [{Condition: $Input.a, Next: B}]\n  Default: C'),
      at: 'Next',
      good: branch('$Input.a'),
    },
  ],
  H03: [
    { bad: choice('Branches: [{Next: B}]\n  Default: C'), at: 'Next', good: branch('$Input.a') },
    { bad: choice('Branches: [{Condition: $Input.a}]\n  Default: C'), at: 'Condition', good: branch('$Input.a') },
    { bad: branch('$Input.a =='), at: "'$Input.a =='", good: branch('$Input.a') },
  ],
  H04: [
    {
      bad: choice('Branches: [{Condition.$: $Input.a, Next: B}]\n  Default: C'),
      at: 'Condition.$',
      good: branch('$Input.a'),
    },
    {
      bad: branch('$Input.a').replace('Default', 'OutputConstructor: {}\n  Default'),
      at: 'OutputConstructor',
      good: branch('true'),
    },
    { bad: branch('$Input.a').replace('Default', 'Retry: []\n  Default'), at: 'Retry', good: branch('true') },
  ],
  H06: [
    { bad: branch('$Input.a + 1'), at: "'$Input.a + 1'", good: branch('$Input.a') },
    { bad: branch('length($Input.a)'), at: "'length($Input.a)'", good: branch('arrayContains($Input.a, 1)') },
    { bad: branch('"text"'), at: `'"text"'`, good: branch('!$Input.a') },
  ],
  P01: [
    { bad: parallel('[]'), at: '[]', good: parallel('[{StartAt: I, States: [{Name: I, Type: Succeed}]}]') },
    { bad: parallel('[{States: [{Name: I, Type: Succeed}]}]'), at: 'States', good: pass('') },
    { bad: parallel('[{StartAt: I}]'), at: 'StartAt', good: pass('') },
    {
      bad: parallel(`[${'{StartAt: I, States: [{Name: I, Type: Succeed}]},'.repeat(51)}]`),
      at: `[${'{StartAt: I, States: [{Name: I, Type: Succeed}]},'.repeat(51)}]`,
      good: parallel(`[${'{StartAt: I, States: [{Name: I, Type: Succeed}]},'.repeat(50)}]`),
    },
  ],
  M01: [
    { bad: map('').replace('  ItemsPath: $Input.items\n', ''), at: 'A', good: map('') },
    { bad: map('').replace(/ {2}Processor.*\n/, ''), at: 'A', good: map('') },
    {
      bad: map('').replace('StartAt: One, ', ''),
      at: 'States',
      good: map('').replace('ItemsPath: $Input.items', 'ProcessorConfig: {}\n  ItemReader: {}'),
    },
  ],
  M02: [{ bad: map('MaxConcurrency: 5'), at: 'MaxConcurrency', good: map('MaxConcuccency: 5') }],
  M03: [
    { bad: map('MaxConcuccency: 0'), at: '0', good: map('MaxConcuccency: 40') },
    {
      bad: map('MaxConcuccency: 41'),
      at: '41',
      good: map('MaxConcuccency: 41\n  ProcessorConfig: {}'),
      severity: 'warning',
    },
  ],
  M04: [{ bad: map('MaxItems: 3'), at: 'MaxItems', good: map('MaxItems: 3\n  ProcessorConfig: {}') }],
  M05: [
    { bad: map('').replace('Type: Pass,', 'Type: Pass, GlobalConstructor: {a: 1},'), at: '{a: 1}', good: map('') },
    {
      bad: parallel(
        '[{StartAt: I, States: [{Name: I, Type: Pass, End: true, GlobalConstructor: {k: 1}}]}, {StartAt: J, States: [{Name: J, Type: Pass, End: true, GlobalConstructor: {k.$: uuid()}}]}]',
      ),
      at: 'k.$',
      good: parallel(
        '[{StartAt: I, States: [{Name: I, Type: Pass, End: true, GlobalConstructor: {k: 1}}]}, {StartAt: J, States: [{Name: J, Type: Pass, End: true, GlobalConstructor: {l: 1}}]}]',
      ),
    },
  ],
  X01: [
    {
      bad: flow('- {Name: A, Type: Fail, Code: X, End: true}'),
      at: 'A',
      good: flow('- {Name: A, Type: Fail, Detail: d}'),
    },
  ],
  R01: [
    { bad: call('Retry: {Errors: [X]}'), at: '{Errors: [X]}', good: call('Retry: []') },
    {
      bad: retry('MaxAttempts: 1, IntervalSeconds: 1'),
      at: 'Description',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1'),
    },
    { bad: retry('Errors: [5], MaxAttempts: 1, IntervalSeconds: 1'), at: '5', good: call('') },
    { bad: retry('Errors: X, MaxAttempts: 1, IntervalSeconds: 1'), at: 'X', good: call('') },
  ],
  R02: [
    {
      bad: call('Retry: [{Errors: [X], MaxAttempts: 1, IntervalSeconds: 1}]'),
      at: 'Errors',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1'),
    },
  ],
  R03: [
    {
      bad: retry('Errors: [X], MaxAttempts: 1'),
      at: 'Description',
      good: retry('Errors: [X], MaxAttempts: 0, IntervalSeconds: 0'),
    },
    { bad: retry('Errors: [X], MaxAttempts: -1, IntervalSeconds: 1'), at: '-1', good: call('') },
    {
      bad: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 86401'),
      at: '86401',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 86400'),
    },
    {
      bad: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1, MaxBackoffSeconds: 86401'),
      at: '86401',
      good: call(''),
    },
  ],
  R04: [
    {
      bad: caught('[{Errors: [X], Description: d, OutputConstructor: {}}]'),
      at: 'Errors',
      good: caught('[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}]'),
    },
  ],
  R05: [
    {
      bad: caught(
        '[{Errors: [FnF.ALL], Description: d, OutputConstructor: {}, Next: B}, {Errors: [X], Description: d, OutputConstructor: {}, Next: B}]',
      ),
      at: 'FnF.ALL',
      good: caught(
        '[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}, {Errors: [FnF.ALL], Description: d, OutputConstructor: {}, Next: B}]',
      ),
    },
    {
      bad: caught(
        '[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}, {Errors: [Y, X], Description: d, OutputConstructor: {}, Next: B}]',
      ),
      at: 'X',
      good: pass(''),
    },
  ],
  R06: [{ bad: pass('Retry: []'), at: 'Retry', good: call('Retry: []') }],
  R07: [{ bad: caught('[{Errors: [X], Description: d, Next: B}]'), at: 'Errors', good: pass('') }],
  R08: [
    { bad: call('OnErrors: []'), at: 'OnErrors', good: call('') },
    { bad: wait('Seconds: 1\n  UntilDateTime: 2030-01-01T00:00:00Z'), at: 'UntilDateTime', good: wait('Seconds: 1') },
  ],
  G01: [
    {
      bad: pass(`GlobalConstructor: {${'k'.repeat(129)}: 1}`),
      at: 'k'.repeat(129),
      good: pass(`GlobalConstructor: {${'k'.repeat(128)}: 1}`),
    },
  ],
};

const codesOf = (found: readonly Diagnostic[]): readonly string[] => found.map((d) => d.code);

describe('each rule', () => {
  test('has an example here', () => {
    expect(Object.keys(rules).toSorted()).toEqual(Object.keys(catalog).toSorted());
  });

  const rows = Object.entries(rules).flatMap(([code, list]) => list.map((row, i) => ({ code, number: i + 1, ...row })));
  test.each(rows)('$code speaks up and keeps quiet (example $number)', ({ code, bad, at, good, severity, options }) => {
    const found = checkFlow(readSource(bad), options).filter((d) => d.code === code);
    const wanted = severity ?? catalog[code as keyof typeof catalog].severity;
    expect(found.map((d) => [d.severity, bad.slice(d.span.from, d.span.to)])).toContainEqual([wanted, at]);
    const fine = checkFlow(readSource(good), options?.mode ? { mode: options.mode } : {});
    expect(codesOf(fine)).not.toContain(code);
  });
});

test('a state without a name is told that it needs one, not that nothing leads to it', () => {
  const beside = (state: string): readonly string[] => codesOf(checkFlow(readSource(`${pass('')}\n- ${state}`)));
  expect(beside('{Type: Pass, End: true}')).toEqual(['C01']);
  expect(beside("{Type: Pass, Name: '', End: true}")).toEqual(['C01']);
  expect(beside('5')).toEqual(['F06']);
});

test.each([
  [flow('- {Name: A, Type: Pass, End: true}\n- {}'), ['C01']],
  [parallel('[{StartAt: N, States: [{Name: N, Type: Succeed}, {}]}]'), ['C01']],
  ['Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates: []', ['F06']],
  [parallel('[{StartAt: N}]'), ['P01']],
  [parallel('[{StartAt: N, States: []}]'), ['P01']],
  [parallel('[{StartAt: N, States: {N: {Type: Succeed}}}]'), ['C10']],
  [map('').replace(', States: [{Name: One, Type: Pass, End: true}]', ''), ['M01']],
  [flow('- {Name: A, Type: Pass, Next: 3}'), ['C10']],
  [pass('').replace('StartAt: A', 'StartAt: 3'), ['C10']],
  [parallel('[{StartAt: 3, States: [{Name: N, Type: Succeed}]}]'), ['C10']],
  [
    choice('Branches: [{Condition: $Input.a, Next: 3}]\n  Default: B').replace('- {Name: C, Type: Succeed}\n', ''),
    ['C10'],
  ],
  [
    choice('Branches: [{Condition: $Input.a, Next: B}]\n  Default: true').replace('- {Name: C, Type: Succeed}\n', ''),
    ['C10'],
  ],
  [
    caught(
      '[{Errors: [X], Description: d, OutputConstructor: {}, Next: 3}, {Errors: [Y], Description: d, OutputConstructor: {}, Next: B}]',
    ).replace('ECS:StopInstance', 'OSS:GetObject'),
    ['C10'],
  ],
  [choice('Branches: [{Condition: [1], Next: B}]\n  Default: C'), ['H03']],
  [choice('Branches: [{Condition: {a: 1}, Next: B}]\n  Default: C'), ['H03']],
  // A second Name: right behind the first, among the keys, and where a dash is missing; in a branch, too.
  [flow('- Name: A\n  Name: B\n  Type: Pass\n  End: true'), ['F01']],
  [flow('- Name: A\n  Type: Task\n  Name: B\n  Action: ECS:StopInstance\n  End: true'), ['F01']],
  [flow('- Name: A\n  Type: Pass\n  Next: B\n  Name: B\n  Type: Pass\n  End: true'), ['F01']],
  [
    flow(
      [
        '- Name: A\n  Type: Parallel\n  End: true\n  Branches:\n  - StartAt: X\n    States:\n    - Name: X\n      Type: Wait\n',
        '      Name: Y\n      Seconds: 1\n      End: true',
      ].join(''),
    ),
    ['F01'],
  ],
])('one mistake is told once (%#)', (text, codes) => {
  expect(codesOf(checkFlow(readSource(text)))).toEqual(codes);
});

test('the service of a child flow may be spelled in any case', () => {
  const child = (action: string): readonly string[] =>
    codesOf(
      checkFlow(
        readSource(
          task(`Action: ${action}\n  TaskMode: WaitForSystemCallback\n  Parameters: {resourceArn: 'acs:fnf:::flow/c'}`),
        ),
      ),
    );
  expect(['FNF', 'FnF', 'fnf'].map((service) => child(`${service}:StartExecution`))).toEqual([[], [], []]);
});

describe('messages', () => {
  test('give the way out where there is an obvious one', () => {
    const titles = (text: string): readonly string[] =>
      checkFlow(readSource(text)).flatMap((d) => d.fixes.map((fix) => fix.title));
    expect(titles(flow('- {Name: A, Type: Pass}'))).toEqual(['Add "End: true"']);
    expect(titles(map('MaxConcurrency: 5'))).toEqual(['Change to "MaxConcuccency"']);
    expect(titles(flow('- {Name: A, Type: Pass, Next: Bee}\n- {Name: Bea, Type: Succeed}'))).toContain(
      'Change to "Bea"',
    );
    expect(titles(pass('OutputConstructor: {x: $Input.a}'))).toEqual(['Write "x.$"']);
    expect(titles(flow('- {Name: A, Type: Taks, End: true}'))).toEqual(['Change to "Task"']);
  });

  test('offer a Choice that leads nowhere a way on', () => {
    const text =
      'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: C\nStates:\n- Name: C\n  Type: Choice\n  Branches:\n  - Condition: $Input.a > 1\n';
    const fixed = (now: string): string => {
      const [fix] = checkFlow(readSource(now)).flatMap(({ fixes }) => fixes);
      return fix && 'edit' in fix ? fixed(edit(now, fix.edit)) : now;
    };
    expect(checkFlow(readSource(fixed(text)))).toEqual([]);
    expect(fixed(text)).toBe(`${text}    Next: Succeed\n  Default: Succeed\n- Name: Succeed\n  Type: Succeed\n`);
  });

  test('tell whether a suffix no document has is evaluated or ignored', () => {
    const said = (text: string): string =>
      checkFlow(readSource(text)).find(({ code, message }) => code === 'C12' && message.includes('.$'))?.message ?? '';
    const evaluated = [
      flow("- {Name: A, Type: Fail, Code.$: '$Input.code', Detail: d}"),
      task('Action: ECS:StopInstance\n  Parameters.$: $Input'),
      map('MaxConcuccency.$: $Input.n'),
    ];
    for (const text of evaluated) expect(said(text)).toContain('It is evaluated here');
    expect(said(pass('Next.$: $Input.next'))).toContain('is ignored');
  });

  test('a blank that is missing after a colon is recognised', () => {
    const text = choice('Branches:\n  - Condition:$Input.a=="b"\n    Next: B\n  Default: C');
    const [first] = checkFlow(readSource(text));
    expect(first?.message).toContain('A blank is missing after "Condition:"');
  });
});
