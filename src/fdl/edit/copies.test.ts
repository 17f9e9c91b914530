import { describe, expect, test } from 'vitest';
import { edit, id, order, refusal, scope } from '../../testing/edit-text.ts';
import { rootScope } from '../index.ts';

describe('copies', () => {
  test('duplicates lead to each other and keep their comments', () => {
    const text = edit(order, { type: 'duplicate-states', states: [id('Pay'), id('Check')] });
    expect(text).toContain('  # is there enough?\n  - Name: Check 2 # stock\n    Type: Task\n    Next: Pay 2\n');
    expect(text).toContain('- Name: Pay 2\n    Type: Pass\n    Next: Done\n');
  });

  test('pasted states keep their comments; transitions to nowhere are left out', () => {
    const yaml = '# from elsewhere\n- Name: Pay\n  Type: Pass # quick\n  Next: Nowhere\n';
    const text = edit(order, { type: 'paste-states', scope: rootScope, after: id('Done'), yaml });
    expect(text).toMatch(/\n\n {2}# from elsewhere\n {2}- Name: Pay 2\n {4}Type: Pass # quick\n {4}End: true\n$/);
  });

  test('one state, a list in JSON and a whole flow can be pasted; anything else is explained', () => {
    const paste = (yaml: string): string =>
      refusal(order, { type: 'paste-states', scope: rootScope, after: undefined, yaml });
    expect(paste('Name: X\nType: Pass')).toBe('done');
    expect(paste('[{"Name": "X", "Type": "Pass"}]')).toBe('done');
    expect(paste(order)).toBe('done');
    expect(paste('hello')).toMatch(/^bad-value/);
    expect(paste('')).toMatch(/^bad-value: The text to paste holds no states/);
  });

  test('a moved state takes its text along and leads only to states that are there', () => {
    const text =
      'StartAt: M\nStates:\n- Name: M\n  Type: Map\n  Processor:\n    StartAt: X\n    States:\n    - Name: X\n      Type: Pass\n      End: true\n  Next: A\n# own\n- Name: A\n  Type: Pass # here\n  Next: B\n- Name: B\n  Type: Succeed\n';
    expect(edit(text, { type: 'move-states', states: [id('A')], scope: scope('M/Processor') })).toBe(
      'StartAt: M\nStates:\n- Name: M\n  Type: Map\n  Processor:\n    StartAt: X\n    States:\n    - Name: X\n      Type: Pass\n      End: true\n    # own\n    - Name: A\n      Type: Pass # here\n      End: true\n  Next: B\n- Name: B\n  Type: Succeed\n',
    );
    expect(refusal(text, { type: 'move-states', states: [id('M')], scope: scope('M/Processor') })).toMatch(
      /^crosses-scopes/,
    );
  });

  test('a state moves as it is written, into an empty scope and out of brackets, too', () => {
    const text =
      "StartAt: A\nStates:\n  - Name: A # c\n    # why\n    Type: 'Pass'\n    End: true\n  - Name: M\n    Type: Map\n    Processor:\n      StartAt: A\n      States: [] # none\n    End: true\n";
    expect(edit(text, { type: 'move-states', states: [id('A')], scope: scope('M/Processor') })).toBe(
      "StartAt: M\nStates:\n  - Name: M\n    Type: Map\n    Processor:\n      StartAt: A\n      States: # none\n        - Name: A # c\n          # why\n          Type: 'Pass'\n          End: true\n    End: true\n",
    );
    const brackets =
      'StartAt: M\nStates:\n- Name: M\n  Type: Map\n  Processor: {StartAt: X, States: [\n    {Name: "X",Type: Succeed}, # the x\n    {Name: Y, Type: Succeed}]}\n  End: true\n';
    expect(edit(brackets, { type: 'move-states', states: [id('M/Processor/X')], scope: rootScope })).toContain(
      '  End: true\n- {Name: "X",Type: Succeed} # the x\n',
    );
  });
});
