import { expect, test } from 'vitest';
import { edit, id } from '../../testing/edit-text.ts';

test('conditions are tried in order, so branches and rules can be moved', () => {
  const text =
    'StartAt: C\nStates:\n- Name: C\n  Type: Choice\n  Branches:\n  # one\n  - {Condition: $Input.a, Next: C}\n  - {Condition: $Input.b, Next: C}\n  Default: C\n';
  expect(edit(text, { type: 'move-branch', state: id('C'), index: 1, to: 0 })).toBe(
    text.replace(/( {2}# one\n.*\n)(.*\n)/, '$2$1'),
  );
  expect(edit(text, { type: 'move-item', state: id('C'), path: ['Branches'], index: 0, to: 1 })).toBe(
    text.replace(/( {2}# one\n.*\n)(.*\n)/, '$2$1'),
  );
});
