import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { edit, id, order } from '../../testing/edit-text.ts';
import { rootScope } from '../index.ts';

describe('removing', () => {
  test('leads past the state and takes its comment along', () => {
    expect(edit(order, { type: 'remove-states', states: [id('Check')] })).toBe(dedent`
      StartAt: Pay
      States:
        - Name: Pay
          Type: Pass
          Next: Done

        - Name: Done
          Type: Succeed
      `);
  });

  test('what led to the last state ends instead', () => {
    const text = edit(order, { type: 'remove-states', states: [id('Pay'), id('Done')] });
    expect(text).toMatch(/Type: Task\n {4}End: true\n$/);
  });

  test('a Next that End makes ineffective does not stay behind', () => {
    const text =
      'StartAt: A\nStates:\n- Name: A\n  Type: Pass\n  Next: B\n  End: true # both\n- Name: B\n  Type: Pass\n  Next: A\n';
    expect(edit(text, { type: 'remove-states', states: [id('B')] })).toBe(
      'StartAt: A\nStates:\n- Name: A\n  Type: Pass\n  End: true # both\n',
    );
  });

  test('where it is not certain what comes next, the transition goes', () => {
    const choice =
      'StartAt: A\nStates:\n- Name: A\n  Type: Pass\n  Next: C\n- Name: C\n  Type: Choice\n  Branches:\n  - Condition: $Input.x\n    Next: A\n  Default: B\n- Name: B\n  Type: Succeed\n';
    const text = edit(choice, { type: 'remove-states', states: [id('C')] });
    expect(text).toBe('StartAt: A\nStates:\n- Name: A\n  Type: Pass\n- Name: B\n  Type: Succeed\n');
  });

  test('the last state leaves an empty list, which the next one fills', () => {
    const empty = edit(order, { type: 'remove-states', states: [id('Check'), id('Pay'), id('Done')] });
    expect(empty).toBe('StartAt: Check\nStates: []\n');
    const again = edit(empty, { type: 'add-state', scope: rootScope, state: { type: 'Pass' }, after: undefined });
    expect(again).toBe('StartAt: Pass\nStates:\n  - Type: Pass\n    Name: Pass\n    End: true\n');
  });
});
