import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../base/index.ts';
import { type FlowEdit, planEdit, readSource, rootScope, type ScopeId, type StateId } from '../index.ts';

const id = (text: string): StateId => text as StateId;
const scope = (text: string): ScopeId => text as ScopeId;

/** Takes the common indent away, and the first line end. */
function dedent(parts: TemplateStringsArray): string {
  const text = (parts[0] ?? '').replace(/^\n/, '').replace(/ +$/, '');
  const margin = /^ */.exec(text)?.[0].length ?? 0;
  return text.replace(new RegExp(`^ {0,${margin}}`, 'gm'), '');
}

function edit(text: string, ...edits: readonly FlowEdit[]): string {
  return edits.reduce((now, step) => {
    const plan = planEdit(readSource(now), step);
    if (!plan.ok) throw new Error(plan.error.message);
    return applyChanges(now, plan.value.changes);
  }, text);
}

function refusal(text: string, step: FlowEdit): string {
  const plan = planEdit(readSource(text), step);
  return plan.ok ? 'done' : `${plan.error.reason}: ${plan.error.message}`;
}

const order = dedent`
  StartAt: Check
  States:
    # is there enough?
    - Name: Check # stock
      Type: Task
      Next: Pay

    - Name: Pay
      Type: Pass
      Next: Done

    - Name: Done
      Type: Succeed
  `;

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

describe('fields', () => {
  const set = (path: readonly (string | number)[], value: unknown): FlowEdit =>
    ({ type: 'set-field', state: id('Pay'), path, value }) as FlowEdit;

  test('parents are made as needed, list items appended', () => {
    const text = edit(order, set(['Catch', 0, 'Errors', 0], 'FnF.ALL'), set(['Catch', 0, 'Errors', 1], 'yes'));
    expect(text).toContain('    Catch:\n      - Errors:\n          - FnF.ALL\n          - "yes"\n    Next: Done');
  });

  test('an object that is set again changes only where it differs', () => {
    const with2 = edit(order, set(['Parameters'], { a: 1, b: { c: [1, 2] } })).replace('a: 1', 'a: 1 # why');
    expect(edit(with2, set(['Parameters'], { a: 1, b: { c: [1, 3] } }))).toBe(with2.replace('- 2', '- 3'));
  });

  test('an expression takes the place of the literal, and the other way round', () => {
    const literal = edit(order, set(['Timeout'], '30'));
    const computed = edit(literal, set(['Timeout.$'], '$Input.limit'));
    expect(computed).toBe(literal.replace('Timeout: "30"', 'Timeout.$: "$Input.limit"'));
    expect(edit(computed, set(['Timeout'], '30'))).toBe(literal);
  });

  test('Next and End exclude each other, Name takes its references along', () => {
    expect(edit(order, set(['End'], true))).toBe(order.replace('Next: Done', 'End: true'));
    expect(edit(order, set(['End'], true), set(['Next'], 'Check'))).toBe(order.replace('Next: Done', 'Next: Check'));
    expect(edit(order, set(['Name'], 'Pay: now'))).toBe(
      order.replace('Next: Pay', 'Next: "Pay: now"').replace('Name: Pay', 'Name: "Pay: now"'),
    );
  });

  test('clearing takes empty parents along', () => {
    const deep = edit(order, set(['Parameters', 'body', 'x.$'], '$Input.x'));
    expect(edit(deep, { type: 'clear-field', state: id('Pay'), path: ['Parameters', 'body', 'x.$'] })).toBe(order);
  });

  test('what cannot be written is refused', () => {
    expect(refusal(order, set(['Seconds'], Number.NaN))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Seconds'], undefined))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Name'], ''))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Name'], 'Done'))).toMatch(/^name-taken/);
    expect(refusal(order, set([], 1))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Type', 'x'], 1))).toMatch(/^bad-value: Type holds a single value/);
    expect(refusal(order, set(['Retry', 3], {}))).toMatch(/^bad-value/);
    expect(refusal(edit(order, set(['Retry'], null)), set(['Retry', 1], {}))).toMatch(/^bad-value: Retry has fewer/);
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    expect(refusal(order, set(['Parameters'], deep))).toMatch(/^bad-value: This value is nested/);
  });
});

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
});

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
