import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import type { State } from '../model.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

const order = dedent`
  Type: StateMachine
  Name: order
  SpecVersion: v1
  StartAt: Charge
  States:
    # money first
    - Name: Charge
      Type: Task
      Action: FC:InvokeFunction
      Timeout.$: $Input.limit
      Next: Notify

    - Name: Notify
      Type: Parallel
      Branches:
        - StartAt: Mail
          States: [{Name: Mail, Type: Pass, End: true}]
      End: true
  Description: two steps
`;
const names = (source: Source): readonly string[] =>
  source.flow.states.map((s) => (s.stale ? `${s.name.value}?` : s.name.value));
const messages = (text: string): readonly string[] => readSource(text).problems.map((p) => p.message);
const type = (source: Source, index: number): State['type'] | undefined => source.flow.states[index]?.type;

describe('a readable text', () => {
  const source = readSource(order);

  test('becomes a flow with its attributes, wherever these stand', () => {
    expect(source.health).toBe('sound');
    expect(source.flow.name?.value).toBe('order');
    expect(source.flow.description?.value).toBe('two steps');
    expect(order.slice(source.flow.description?.span.from, source.flow.description?.span.to)).toBe('two steps');
  });

  test.each(['States :', '"States" : # all', '? States\n:', "? 'States' # all\n:"])(
    'its list may begin with %s',
    (line) => {
      const written = readSource(order.replace('States:', line));
      expect(written.health).toBe('sound');
      expect(names(written)).toEqual(['Charge', 'Notify']);
    },
  );

  test('a comment on the second line of a text is no key', () => {
    const text =
      'StartAt: M\nStates:\n- Name: M\n  Type: Map\n  Processor:\n    States:\n    - Name: A\n      Type: Succeed\n  Description: a text\n    of two lines # - Name: x\n  End: true\n';
    expect(readSource(text).health).toBe('sound');
  });

  test.each(['- *b', '- {<<: *b}'])('states that come in again through %s are there twice', (again) => {
    const text = `StartAt: P\nStates:\n- Name: P\n  Type: Parallel\n  Branches:\n  - &b\n    StartAt: X\n    States:\n    - Name: X\n      Type: Succeed\n  ${again}\n`;
    const [state] = readSource(text).flow.states;
    const branches = state?.type === 'Parallel' ? state.branches : [];
    expect(branches.map(({ states }) => states.map(({ id }) => id))).toEqual([['P/Branch0/X'], ['P/Branch1/X']]);
  });

  test('has states with ids that are paths', () => {
    const [charge, notify] = source.flow.states;
    expect(charge?.id).toBe('Charge');
    expect(notify?.type === 'Parallel' && notify.branches[0]?.states[0]?.id).toBe('Notify/Branch0/Mail');
  });

  test('counts places inside of a state from where its lines begin', () => {
    const [charge] = source.flow.states;
    const origin = source.origins.get('Charge' as State['id']) ?? -1;
    expect(order.slice(origin).startsWith('  - Name: Charge')).toBe(true);
    expect(order.slice(origin + (charge?.name.span.from ?? 0), origin + (charge?.name.span.to ?? 0))).toBe('Charge');
  });

  test('parses expressions where they stand', () => {
    const [charge] = source.flow.states;
    expect(charge?.type === 'Task' && charge.timeout).toMatchObject({
      kind: 'computed',
      expression: { text: '$Input.limit', textAt: 0, escaped: false, root: { kind: 'member', key: 'limit' } },
    });
  });
});

describe('reading again', () => {
  const before = readSource(order);

  test('keeps what did not change as it was', () => {
    const after = readSource(order.replace('limit', 'limits'), before);
    expect(after.flow.states[0]).not.toBe(before.flow.states[0]);
    expect(after.flow.states[1]).toBe(before.flow.states[1]);
    expect(readSource(order, before)).toBe(before);
  });

  test('a state that only moved is the same, its origin follows', () => {
    const after = readSource(`# longer\n${order}`, before);
    expect(after.flow.states).toEqual(before.flow.states);
    expect(after.flow.states[0]).toBe(before.flow.states[0]);
    expect(after.origins.get('Notify' as State['id'])).toBe((before.origins.get('Notify' as State['id']) ?? 0) + 9);
  });

  test('a half-typed state keeps its last look and leaves the others alone', () => {
    const after = readSource(order.replace('Next: Notify', 'Next'), before);
    expect(after.health).toBe('partial');
    expect(names(after)).toEqual(['Charge?', 'Notify']);
    expect(after.flow.states[0]).toMatchObject({ type: 'Task', stale: true, next: { value: 'Notify' } });
    expect(after.flow.states[1]).toBe(before.flow.states[1]);
    const healed = readSource(order, after);
    expect(healed.health).toBe('sound');
    expect(healed.flow.states[1]).toBe(before.flow.states[1]);
  });

  test('without memory such a state shows the name and type its lines give', () => {
    const fresh = readSource(order.replace('Next: Notify', 'Next'));
    expect(fresh.flow.states[0]).toMatchObject({
      type: 'Unknown',
      stale: true,
      name: { value: 'Charge' },
      writtenType: { value: 'Task' },
    });
  });

  test('a new name is remembered by position while the state is broken', () => {
    const renamed = readSource(order.replace('Name: Charge', 'Name: "Charg'), before);
    expect(names(renamed)).toEqual(['Charge?', 'Notify']);
  });

  test('half-typed lines at the wrong column break one state at most', () => {
    const text = order.replace('\n\n', '\nNext: Notify\n\n');
    expect(names(readSource(text, before))).toEqual(['Charge?', 'Notify']);
    expect(messages('States:\n  - Name: A\n - Name: B\n')).toEqual([expect.stringContaining('This dash')]);
  });

  test('while the head cannot be read the flow keeps its last attributes', () => {
    const after = readSource(order.replace('Name: order', 'Name: "order'), before);
    expect(after).toMatchObject({ health: 'partial', headStale: true, flow: { name: { value: 'order' } } });
    expect(after.flow.states[0]).toBe(before.flow.states[0]);
  });
});

describe('styles', () => {
  test.each([
    ['JSON', '{"States": [{"Name": "A", "Type": "Pass"}, {"Name": "B", "Type": "Fail"}]}'],
    ['flow style', 'States: [{Name: A, Type: Pass}, {Name: B, Type: Fail}]'],
    ['dashes under the key', 'States:\n- Name: A\n  Type: Pass\n- Name: B\n  Type: Fail\n'],
    ['CRLF and BOM', '\ufeffStates:\r\n  - Name: A\r\n    Type: Pass\r\n  - Name: B\r\n    Type: Fail\r\n'],
    ['document markers', '---\nStates:\n- {Name: A, Type: Pass}\n- {Name: B, Type: Fail}\n...\n'],
    ['an alias between states', 'States:\n- &a\n  Name: A\n  Type: Pass\n- <<: *a\n  Name: B\n  Type: Fail\n'],
    ['indented as a whole', '  Name: x\n  States:\n    - {Name: A, Type: Pass}\n    - {Name: B, Type: Fail}\n'],
    ['quoted keys', '"States":\n- "Name": A\n  "Type": Pass\n- {Name: B, Type: Fail}\n'],
    [
      'a block scalar with dashes',
      'States:\n- Name: A\n  Description: |\n    - Name: no\n  Type: Pass\n- {Name: B, Type: Fail}\n',
    ],
  ])('%s', (_, text) => {
    const source = readSource(text);
    expect(source.problems).toEqual([]);
    expect(names(source)).toEqual(['A', 'B']);
    expect([type(source, 0), type(source, 1)]).toEqual(['Pass', 'Fail']);
  });

  test('names are what is written, even where YAML sees a number', () => {
    expect(names(readSource('States:\n- Name: 1.0\n- Name: yes\n- Name: __proto__\n- Name: "a/b ~"\n'))).toEqual([
      '1.0',
      'yes',
      '__proto__',
      'a/b ~',
    ]);
  });

  test('states of one name and without a name have ids of their own', () => {
    const { flow } = readSource('States:\n- Name: A\n- Name: A\n- Type: Pass\n- Type: Pass\n');
    expect(flow.states.map((s) => s.id)).toEqual(['A', 'A~~2', '~~1', '~~2']);
  });

  test('a merged attribute says so and points at the alias', () => {
    const text = 'base: &b {Type: Pass, End: true}\nStates:\n- <<: *b\n  Name: A\n';
    const [state] = readSource(text).flow.states;
    expect(state).toMatchObject({ type: 'Pass', end: { value: true } });
    expect(state?.written.entries.map((e) => [e.key, e.merged])).toEqual([
      ['Name', false],
      ['Type', true],
      ['End', true],
    ]);
  });
});

describe('text that is no flow gets one clear sentence', () => {
  test.each([
    ['', 'The file is empty'],
    ['# only a comment\n', 'The file is empty'],
    ['- a\n- b\n', 'The file is a list'],
    ['hello world', 'a single value'],
    ['Condition:$Input.a=="b"', 'A blank is missing after "Condition:"'],
    ['a: 1\n---\nb: 2\n', 'Only one document'],
    ['a: {b: 1', 'not closed'],
    ['a: "b', 'Add the closing quote'],
    ['a: `b`', 'quotes'],
    ['a: !$Input.b', 'quotes'],
    ['a: *b', 'not defined before'],
    ['a: &x [*x]', 'contains itself'],
    ['a: 1\na: 2\n', 'given twice'],
    ['? [a]\n: 1\n', 'cannot be a key'],
    ['a:\n\tb: 1\n', 'tab'],
    ['a: 1\n b: 2\n', 'Align'],
    ['[', ''],
  ])('%j', (text, words) => {
    expect(messages(text)[0]).toContain(words);
  });

  test.each(['"a" == $Input.b', "'it' == $Input.b", '[1] == $Input.b', '> 1', '- 1', '$Input.a == "x: y"'])(
    'an expression YAML reads as something else, %s, wants quotes; the fix sets them',
    (expression) => {
      for (const key of ['Condition', 'ItemsPath', 'total.$']) {
        const text = `a: 1\n${key}: ${expression}\nb: 2\n`;
        const [problem] = readSource(text).problems;
        expect(problem?.message).toContain(`The expression under "${key}"`);
        const fix = problem?.fixes[0];
        const at = fix && 'replace' in fix ? fix.replace : problem?.span;
        expect(text.slice(at?.from, at?.to)).toBe(expression);
        expect(fix && 'insert' in fix && fix.insert).toBe(`'${expression.replaceAll("'", "''")}'`);
      }
    },
  );

  test('aliases that multiply are stopped', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`);
    expect(messages(`a0: &a0 [1]\n${lines.join('\n')}\n`)).toEqual([expect.stringContaining('expand to more values')]);
  });

  test('nesting beyond any use is refused, two hundred levels are not', () => {
    expect(messages(`a: ${'['.repeat(200)}${']'.repeat(200)}`)).toEqual([]);
    expect(messages(`a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`).length).toBeGreaterThan(0);
  });

  test('one slip is one problem, and each broken state has its own', () => {
    const found = readSource('States:\n- Name: "A\n- {Name: B}\n- Name: [C\n').problems;
    expect(found.map((p) => p.state)).toEqual(['A', '[C']);
  });
});
