import { describe, expect, test } from 'vitest';
import { edit, id, order, refusal } from '../../testing/edit-text.ts';
import { readSource, rootScope } from '../index.ts';

describe('adding', () => {
  test('a state behind another takes over where that led', () => {
    const text = edit(order, { type: 'add-state', scope: rootScope, state: { type: 'Wait' }, after: id('Check') });
    expect(text).toContain('    Next: Wait\n\n  - Name: Wait\n    Type: Wait\n    Seconds: 10\n    Next: Pay\n');
  });

  test('behind the end it becomes the end', () => {
    const text = edit('StartAt: A\nStates:\n- Name: A\n  Type: Pass\n  End: true # stop', {
      type: 'add-state',
      scope: rootScope,
      state: { type: 'Pass', name: 'A' },
      after: id('A'),
    });
    expect(text).toBe(
      'StartAt: A\nStates:\n- Name: A\n  Type: Pass\n  Next: A 2 # stop\n- Name: A 2\n  Type: Pass\n  End: true',
    );
  });

  test('a Fail is not put in the way of what follows', () => {
    const text = edit(order, { type: 'add-state', scope: rootScope, state: { type: 'Fail' }, after: id('Check') });
    expect(text).toContain('Next: Pay');
    expect(
      refusal(order, { type: 'insert-on-edge', from: id('Check'), outlet: { kind: 'next' }, state: { type: 'Fail' } }),
    ).toMatch(/^not-allowed-here: A Fail ends/);
  });

  test('on an edge it leads where the edge led', () => {
    const start = edit(order, {
      type: 'insert-on-edge',
      from: rootScope,
      outlet: { kind: 'start' },
      state: { type: 'Pass', name: 'First' },
    });
    expect(start).toMatch(/^StartAt: First\nStates:\n {2}- Name: First\n {4}Type: Pass\n {4}Next: Check\n/m);
  });

  test('a Choice in the way leads on, whatever its condition says', () => {
    const way = 'Branches:\n      - Condition: $Input.value == true\n        Next: Pay\n    Default: Pay\n';
    const choice = { type: 'Choice' } as const;
    const onEdge = edit(order, { type: 'insert-on-edge', from: id('Check'), outlet: { kind: 'next' }, state: choice });
    expect(onEdge).toContain(`    Type: Choice\n    ${way}`);
    expect(edit(order, { type: 'add-state', scope: rootScope, state: choice, after: id('Check') })).toBe(onEdge);
  });

  test('behind a Choice it takes a way out that leads nowhere yet, Default first', () => {
    const text =
      'StartAt: C\nStates:\n- Name: C\n  Type: Choice\n  Branches:\n  - Condition: $Input.a\n    Next: C\n  - Condition: $Input.b\n';
    const add = { type: 'add-state', scope: rootScope, state: { type: 'Pass' }, after: id('C') } as const;
    const [one, two] = [edit(text, add), edit(text, add, add)];
    expect(one).toBe(`${text}  Default: Pass\n- Name: Pass\n  Type: Pass\n  End: true\n`);
    expect(two).toContain('  - Condition: $Input.b\n    Next: Pass 2\n  Default: Pass\n- Name: Pass 2\n');
    expect(edit(two, add)).toContain('  Default: Pass\n- Name: Pass 3\n');
  });

  test('the first state of an empty text brings the flow along', () => {
    const text = edit('# to do\n', { type: 'add-state', scope: rootScope, state: { type: 'Pass' }, after: undefined });
    expect(text).toBe(
      '# to do\nType: StateMachine\nName: new_flow\nSpecVersion: v1\nStartAt: Pass\nStates:\n  - Type: Pass\n    Name: Pass\n    End: true\n',
    );
    const head = edit('Type: StateMachine\nStates:\n', {
      type: 'add-state',
      scope: rootScope,
      state: { type: 'Succeed' },
      after: undefined,
    });
    expect(readSource(head).flow.startAt?.value).toBe('Succeed');
  });
});
