import { flow, pass, task, call, wait, choice, branch, parallel, map, type Rows } from './flows.ts';

/** Rules about each type of state. */
export const typeRules: Rows = {
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
};
