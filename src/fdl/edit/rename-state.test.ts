import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { edit, id, order } from '../../testing/edit-text.ts';
import { type FlowEdit, planEdit, readSource } from '../index.ts';

describe('names', () => {
  test.each([
    ['', '    Next: "two\\nlines"\n'],
    ['    End: true # why\n', '    Next: "two\\nlines" # why\n'],
    ['    Next: C # why\n', '    Next: "two\\nlines" # why\n'],
    ["    'Next': 'C'\n", '    \'Next\': "two\\nlines"\n'],
    ['    Next: |-\n      C\n', '    Next: "two\\nlines"\n'],
    ['    Next: |-\n      C\n      D\n', '    Next: "two\\nlines"\n'],
    ['    Next:\n      C\n', '    Next:\n      "two\\nlines"\n'],
  ])('of several lines take one where something leads to them: %j', (before, after) => {
    const flow = (line: string) =>
      `States:\n  - Name: A\n    Type: Pass\n${line}  - Name: |-\n      two\n      lines\n    Type: Succeed\n`;
    const step: FlowEdit = { type: 'connect', from: id('A'), outlet: { kind: 'next' }, to: id('two\nlines') };
    expect(edit(flow(before), step)).toBe(flow(after));
  });

  test('of several lines take one in every place that a rename reaches', () => {
    const flow = (name: string) =>
      dedent`
      StartAt: A
      States:
        - Name: A
          Type: Choice
          Branches:
            - Condition: $Input.x
              Next: A
          Default: A
      `.replace(/: A$/gm, `: ${name}`);
    expect(edit(flow('A'), { type: 'rename-state', state: id('A'), name: 'p\nq' })).toBe(flow('"p\\nq"'));
  });

  test('a rename reaches all references of its scope and no others', () => {
    const nested = dedent`
      StartAt: A
      States:
        - Name: A
          Type: Map
          Processor:
            StartAt: B
            States:
              - {Name: B, Type: Pass, Next: A}
              - {Name: A, Type: Pass, End: true}
          Catch:
            - Errors: [FnF.ALL]
              Next: B
          Next: 'B'
        - Name: B
          Type: Choice
          Branches: [{Condition: $Input.x, Next: B}]
          Default: B # loop
      `;
    expect(edit(nested, { type: 'rename-state', state: id('B'), name: '付款' })).toBe(
      nested
        .replace('        Next: B', '        Next: 付款')
        .replace("'B'", "'付款'")
        .replace('- Name: B', '- Name: 付款')
        .replace('Next: B}]', 'Next: 付款}]')
        .replace('Default: B', 'Default: 付款'),
    );
  });

  test.each([
    'Next:\n      B # end',
    'Next: # why\n      # more\n      B # end',
    'Next: >-\n      B',
    'Next: |- # why\n        B\n    # below',
    'Next: B # why',
    'Next: "B"',
    "'Next' : 'B'",
  ])('a rename keeps what stands around a name: %j', (next) => {
    const flow = `StartAt: A\nStates:\n  - Name: A\n    Type: Pass\n    ${next}\n  - {Name: B, Type: Succeed}\n`;
    const renamed = flow.replace(/\bB\b/g, 'the end');
    expect(edit(flow, { type: 'rename-state', state: id('B'), name: 'the end' })).toBe(renamed);
  });

  test('a comment behind the sign of a block stays when the block goes', () => {
    const flow = (next: string) =>
      `StartAt: A\nStates:\n  - Name: A\n    Type: Pass\n    Next: ${next}\n  - {Name: B C, Type: Succeed}\n`;
    const text = edit(flow('>- # why\n      B\n      C'), { type: 'rename-state', state: id('B C'), name: 'D' });
    expect(text).toBe(flow('D # why').replace('B C', 'D'));
  });

  test('ids that change are told, also those inside and those of namesakes', () => {
    const text =
      'StartAt: A\nStates:\n- {Name: A, Type: Map, Processor: {StartAt: X, States: [{Name: X, Type: Succeed}]}, Next: A}\n- {Name: A, Type: Succeed}\n';
    const plan = planEdit(readSource(text), { type: 'rename-state', state: id('A'), name: 'B' });
    expect(plan.ok && Object.fromEntries(plan.value.renamed ?? [])).toEqual({
      A: 'B',
      'A/Processor': 'B/Processor',
      'A/Processor/X': 'B/Processor/X',
      'A~~2': 'A',
    });
  });

  test('names that YAML would read as something else get quotes', () => {
    for (const name of [
      'true',
      'no',
      '1.0',
      '0x1F',
      '~',
      '2026-01-01',
      '1:30',
      '- a',
      '#a',
      'a: b',
      'a #b',
      "'",
      '"',
      '@x',
      '\ud800',
      'a\tb',
      '__proto__',
    ]) {
      const text = edit(order, { type: 'rename-state', state: id('Pay'), name });
      expect(readSource(text).flow.states[1]?.name.value).toBe(name);
      expect(readSource(text).flow.states[0]).toMatchObject({ next: { value: name } });
    }
  });
});
