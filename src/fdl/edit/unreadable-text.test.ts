import { describe, expect, test } from 'vitest';
import { id, order, refusal } from '../../testing/edit-text.ts';

describe('text that cannot be read', () => {
  const broken = order.replace('Type: Pass', 'Type: "Pass');

  test('an edit on it names the line; the other states can be edited', () => {
    expect(refusal(broken, { type: 'rename-state', state: id('Pay'), name: 'X' })).toMatch(
      /^text-unreadable: Pay .* line \d+ first/,
    );
    expect(refusal(broken, { type: 'set-field', state: id('Check'), path: ['Timeout'], value: '5' })).toBe('done');
  });

  test('a state that is gone is said to be gone', () => {
    expect(refusal(order, { type: 'remove-states', states: [id('Gone')] })).toMatch(/^unknown-state/);
    expect(refusal(order, { type: 'remove-states', states: [] })).toMatch(/^unknown-state: Nothing is selected/);
    expect(refusal('- a\n', { type: 'set-flow-field', key: 'Name', value: 'x' })).toMatch(/^text-unreadable/);
  });
});
