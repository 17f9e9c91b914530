import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { edit, id, refusal } from '../../testing/edit-text.ts';
import { type FlowEdit, planEdit, readSource } from '../index.ts';

describe('text that counts in several places', () => {
  const shared = dedent`
    StartAt: A
    States:
      - Name: A
        Type: Task
        Retry: &r
          - Errors: [FnF.ALL]
            MaxAttempts: 1
        Next: B
      - Name: B
        Type: Task
        Retry: *r
        End: true
    `;
  const more = (state: string): FlowEdit => ({
    type: 'set-field',
    state: id(state),
    path: ['Retry', 0, 'MaxAttempts'],
    value: 5,
  });

  test('an edit says what else it would change', () => {
    expect(refusal(shared, more('A'))).toMatch(/^shared-by-alias: .* B/);
    expect(refusal(shared, more('B'))).toMatch(/^shared-by-alias: .* A/);
    expect(refusal(shared, { type: 'remove-states', states: [id('A')] })).toMatch(/^shared-by-alias: .* B/);
  });

  test('the offered edit writes a copy out, after which the place can be changed alone', () => {
    const plan = planEdit(readSource(shared), more('B'));
    const offer = plan.ok ? undefined : plan.error.offer;
    expect(offer).toBeDefined();
    const local = edit(shared, offer as FlowEdit, more('B'));
    expect(local).toContain('MaxAttempts: 1\n');
    expect(local).toContain('MaxAttempts: 5\n');
    expect(local).not.toContain('*r');
  });

  /** Does what is offered, as often as something is. */
  function parted(text: string, step: FlowEdit): string {
    const plan = planEdit(readSource(text), step);
    if (plan.ok) return edit(text, step);
    if (!plan.error.offer) throw new Error(plan.error.message);
    return parted(edit(text, plan.error.offer), step);
  }

  test('where the text itself stands, the others are offered copies', () => {
    const local = parted(shared.replace('*r', '*r # as A'), more('A'));
    expect(local).toBe(
      shared
        .replace('MaxAttempts: 1', 'MaxAttempts: 5')
        .replace('Retry: *r', 'Retry: # as A\n      - Errors: [FnF.ALL]\n        MaxAttempts: 1'),
    );
    const gone = parted(shared, { type: 'remove-states', states: [id('A')] });
    expect(gone).toBe(
      'StartAt: B\nStates:\n  - Name: B\n    Type: Task\n    Retry:\n      - Errors: [FnF.ALL]\n        MaxAttempts: 1\n    End: true\n',
    );
  });

  test('branches that are one text can be parted and put in another order', () => {
    const branch = 'StartAt: X\n        States:\n          - Name: X\n            Type: Pass\n            End: true\n';
    const text = `StartAt: P\nStates:\n  - Name: P\n    Type: Parallel\n    Branches:\n      - &b\n        ${branch}      - *b\n    End: true\n`;
    const step: FlowEdit = { type: 'move-branch', state: id('P'), index: 1, to: 0 };
    expect(refusal(text, step)).toMatch(/^shared-by-alias: This comes from \*b.* P\./);
    expect(parted(text, step)).toBe(
      text.replace(/( +- &b\n[^]*?)( +)- \*b\n/, (_, first: string, margin: string) => `${margin}- ${branch}${first}`),
    );
  });

  const catcher = '[{Errors: [FnF.ALL], Next: B}]';
  test.each([
    [
      'a list',
      `- {Name: A, Type: Task, Catch: &c ${catcher}, Next: C}\n- {Name: C, Type: Task, Catch: *c, End: true}\n`,
    ],
    ['a merge key', `- &t {Name: A, Type: Task, Catch: ${catcher}, Next: C}\n- {<<: *t, Name: C, Next: B}\n`],
    ['a name', '- {Name: A, Type: Task, Next: &n B}\n- {Name: C, Type: Pass, Next: *n}\n'],
  ])('a rename reaches %s that several states of the scope share', (_, states) => {
    const text = `StartAt: A\nStates:\n${states}- {Name: B, Type: Succeed}\n`;
    const step: FlowEdit = { type: 'rename-state', state: id('B'), name: 'Over' };
    expect(edit(text, step)).toBe(text.replace(/\bB\b/g, 'Over'));
  });

  test('a rename reaches shared text outside of the states, and the name itself by its alias', () => {
    const text = `x: &c ${catcher}\nStartAt: A\nStates:\n- {Name: A, Type: Task, Catch: *c, Next: &n B}\n- {Name: *n, Type: Succeed}\n`;
    expect(edit(text, { type: 'rename-state', state: id('B'), name: 'Over' })).toBe(text.replace(/\bB\b/g, 'Over'));
  });

  test.each(['P/Branch0/B', 'P/Branch1/B'])('a rename of %s leaves text alone that another scope reads', (state) => {
    const branch = (rules: string) =>
      `{StartAt: A, States: [{Name: A, Type: Task, Catch: ${rules}, End: true}, {Name: B, Type: Succeed}]}`;
    const text = `StartAt: P\nStates:\n- Name: P\n  Type: Parallel\n  Branches:\n  - ${branch(`&c ${catcher}`)}\n  - ${branch('*c')}\n  End: true\n`;
    const step: FlowEdit = { type: 'rename-state', state: id(state), name: 'Over' };
    expect(refusal(text, step)).toMatch(/^shared-by-alias/);
  });

  test('what a merge key brings in is overridden on the spot', () => {
    const merged = 'x: &x {Type: Pass, End: true}\nStartAt: A\nStates:\n- Name: A\n  <<: *x\n- {Name: B, <<: *x}\n';
    expect(edit(merged, { type: 'set-field', state: id('A'), path: ['Type'], value: 'Succeed' })).toBe(
      merged.replace('  <<: *x\n', '  <<: *x\n').replace('- Name: A\n', '- Name: A\n  Type: Succeed\n'),
    );
    expect(refusal(merged, { type: 'clear-field', state: id('B'), path: ['End'] })).toMatch(/^shared-by-alias/);
    expect(edit(merged, { type: 'make-local', path: ['States', 1] })).toContain('- {Name: B, Type: Pass, End: true}\n');
  });
});
