/** New lines look like those around them, and what stands around them stays what it is. */
import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { edit, id } from '../../testing/edit-text.ts';
import { rootScope } from '../index.ts';

const behind = (state: string, type: 'Task' | 'Wait' | 'Parallel' | 'Succeed') =>
  ({ type: 'add-state', scope: rootScope, state: { type }, after: id(state) }) as const;
const next = { kind: 'next' } as const;

describe('new lines look like their neighbours', () => {
  test('compact JSON stays compact', () => {
    const json = '{"StartAt":"A","States":[{"Name":"A","Type":"Pass","End":true}]}';
    expect(edit(json, behind('A', 'Wait'))).toBe(
      '{"StartAt":"A","States":[{"Name":"A","Type":"Pass","Next":"Wait"},{"Name":"Wait","Type":"Wait","Seconds":10,"End":true}]}',
    );
    expect(edit(json, { type: 'set-field', state: id('A'), path: ['x', 'y'], value: [1, 'b'] })).toContain(
      '"Type":"Pass","x":{"y":[1,"b"]},"End":true',
    );
  });

  test('so does a branch beside others in compact braces', () => {
    const text = `States:\n- Name: A\n  Type: Choice\n  Branches: [{"Condition":"$Input.a","Next":"A"}]\n`;
    expect(edit(text, { type: 'add-branch', state: id('A') })).toContain(
      '"Next":"A"},{"Condition":"$Input.value == true"}]\n',
    );
  });

  test('a key whose values are written in brackets elsewhere has brackets here, too', () => {
    const text = dedent`
      StartAt: A
      States:
        - Name: A
          Type: Task
          Retry:
            - {Errors: [FnF.ALL], MaxAttempts: 3}
          Catch:
            - Errors: [FC.Unknown]
              Next: A
          End: true
        - Name: B
          Type: Task
          End: true
    `;
    const rules = [{ Errors: ['a', 'b'], Next: 'A' }];
    const both = edit(
      text,
      { type: 'set-field', state: id('B'), path: ['Retry'], value: [{ Errors: ['a'], MaxAttempts: 1 }] },
      { type: 'set-field', state: id('B'), path: ['Catch'], value: rules },
    );
    expect(both).toContain(
      '    Retry:\n      - {Errors: [a], MaxAttempts: 1}\n    Catch:\n      - Errors: [a, b]\n        Next: A\n',
    );
  });

  test('a dash on a line of its own', () => {
    const text = 'StartAt: A\nStates:\n  -\n     Name: A\n     Type: Pass\n     End: true\n';
    expect(edit(text, behind('A', 'Succeed'))).toBe(
      text.replace('End: true', 'Next: Succeed') + '  -\n     Name: Succeed\n     Type: Succeed\n',
    );
  });

  test('the states inside of a new one have their keys in the order of those outside', () => {
    const text = 'StartAt: A\nStates:\n- Name: A\n  Type: Parallel\n  Branches: []\n  End: true\n';
    const added = edit(text, behind('A', 'Parallel'), { type: 'add-branch', state: id('A') });
    expect(added.match(/Name: .*\n *Type/g)).toHaveLength(5);
  });
});

describe('what stands around is kept', () => {
  const kept = '    Description: |+\n      kept\n\n\n';

  test('blank lines that belong to the text above', () => {
    const first = `StartAt: A\nStates:\n  - Name: A\n    Type: Pass\n${kept}`;
    const rest = '  - Name: B\n    Type: Succeed\n';
    const disconnect = { type: 'disconnect', from: id('A'), outlet: next } as const;
    expect(edit(`${first}    Next: B\n\n${rest}`, disconnect)).toBe(first + rest);
    expect(edit(`${first}    Next: B`, disconnect)).toBe(first);
    expect(edit(`${first}${rest}\n`, { type: 'remove-states', states: [id('B')] })).toBe(first);
    expect(edit(first + rest, { type: 'duplicate-states', states: [id('A')] })).toBe(
      first + first.slice(first.indexOf('  -')).replace('Name: A', 'Name: A 2') + rest,
    );
  });

  test('a text that keeps blank lines is not moved in front of some', () => {
    const [a, b] = [`  - Name: A\n${kept}`, '  - Name: B\n    Type: Succeed\n'];
    const moved = edit(`StartAt: B\nStates:\n${a}${b}\n`, { type: 'move-states', states: [id('A')], scope: rootScope });
    expect(moved).toBe(`StartAt: B\nStates:\n${b}\n${a}`);
  });

  test('a comment that a block of text above would swallow', () => {
    const text = 'StartAt: A\nStates:\n  - Name: A\n    Type: Wait\n    Seconds: 5\n      # in s\n    End: true\n';
    const value = 'two\nlines\n';
    expect(edit(text, { type: 'set-field', state: id('A'), path: ['Seconds'], value })).toBe(
      text.replace('5', '"two\\nlines\\n"'),
    );
    expect(edit(text, { type: 'set-field', state: id('A'), path: ['Description'], value })).toContain(
      'Seconds: 5\n    Description: "two\\nlines\\n"\n      # in s\n',
    );
  });

  test('a comment between the first entry, which goes, and the next one', () => {
    const text = 'StartAt: A\nStates:\n  - Next: B # then\n    # what for\n    Name: A\n    Type: Pass\n';
    expect(edit(text, { type: 'disconnect', from: id('A'), outlet: next })).toBe(
      text.replace('Next: B # then\n    # what', '# what'),
    );
  });

  test('blanks behind a value do not become part of the text in its place', () => {
    const text = 'StartAt: A\nStates:\n  - Name: A\n    Catch:\n      - Errors:\n          - FnF.ALL  \n';
    expect(edit(text, { type: 'set-field', state: id('A'), path: ['Catch', 0, 'Errors', 0], value: 'a\nb' })).toContain(
      '          - |-\n            a\n            b\n',
    );
  });

  test('the comment behind a branch in brackets goes where the branch goes', () => {
    const lines = ['{Condition: a, Next: A}', '{Condition: b, Next: A}', '{Condition: c, Next: A}'];
    const text = (order: readonly (readonly [number, string])[]): string =>
      `States: [\n {Name: A, Type: Choice, Branches: [\n${order
        .map(([i, word], at) => `  ${lines[i] ?? ''}${at < 2 ? ',' : ''} # ${word}\n`)
        .join('')} ]}]\n`;
    const before = text([[0, 'one'], [1, 'two'], [2, 'three']]); // prettier-ignore
    const after = text([[1, 'two'], [2, 'three'], [0, 'one']]); // prettier-ignore
    expect(edit(before, { type: 'move-branch', state: id('A'), index: 0, to: 2 })).toBe(after);
    expect(edit(after, { type: 'move-branch', state: id('A'), index: 2, to: 0 })).toBe(before);
  });

  test('a branch over several lines in brackets moves as it is written', () => {
    const text =
      'States: [\n {Name: A, Type: Parallel, Branches: [{\n   StartAt: x, # c\n   States: []}, {StartAt: y, States: []}]}]\n';
    expect(edit(text, { type: 'move-branch', state: id('A'), index: 0, to: 1 })).toBe(
      'States: [\n {Name: A, Type: Parallel, Branches: [{StartAt: y, States: []}, {\n   StartAt: x, # c\n   States: []}]}]\n',
    );
  });
});
