import { describe, expect, test } from 'vitest';
import { flow, pass, task, choice, parallel, map, caught } from '../../testing/rule-examples/flows.ts';
import { flowRules } from '../../testing/rule-examples/flow-rules.ts';
import { recoveryRules } from '../../testing/rule-examples/recovery-rules.ts';
import { stateRules } from '../../testing/rule-examples/state-rules.ts';
import { typeRules } from '../../testing/rule-examples/type-rules.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { readSource } from '../syntax/read-source.ts';
import { catalog } from './catalog.ts';
import { checkFlow } from './check-flow.ts';

const rules = { ...flowRules, ...stateRules, ...typeRules, ...recoveryRules };

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
