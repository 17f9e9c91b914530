import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { diagnosticRecord } from '../check/check-flow.ts';
import type { State } from '../model.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

// While one state is half-typed every other one stays: the broken one is a ghost (?) with its last look.
const flow = dedent`
  Type: StateMachine
  Name: n
  SpecVersion: v1
  StartAt: Ask
  States:
  - Name: Ask
    Type: Wait
    Next: Work
  - Name: Work
    Type: Parallel
    Branches:
      - StartAt: X
        States:
          - Name: X
            Type: Wait
            Next: Y
          - Name: Y
            Type: Pass
            End: true
      - StartAt: Z
        States:
          - Name: Z
            Type: Pass
            End: true
    Next: Keep
  - {Name: Keep, Type: Pass, Next: Last}
  - Name: Last
    Type: Succeed
`;
const indented = flow.replaceAll(/^(?=[ -].)/gm, '  ');
const json = `${JSON.stringify(
  {
    Type: 'StateMachine',
    StartAt: 'Ask',
    States: [
      { Name: 'Ask', Type: 'Pass', Next: 'Work' },
      { Name: 'Work', Type: 'Wait', Next: 'Last' },
      { Name: 'Last', Type: 'Succeed' },
    ],
  },
  null,
  2,
)}\n`;
const oneLine = 'Type: StateMachine\nStartAt: A\nStates: [{Name: A, Type: Pass, Next: B}, {Name: B, Type: Succeed}]\n';

const look = (state: State): string => `${state.name.value}:${state.type}${state.stale ? '?' : ''}`;
const looks = (source: Source): string => source.flow.states.map(look).join(' ');
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** The slip: what stands in the text and what instead; then the line of the one problem, the ghost as it was and guessed. */
interface Slip {
  readonly what: string;
  readonly typed: readonly [string, string];
  readonly line: number;
  readonly ghost: 'Ask' | 'Work' | 'Keep' | 'Last';
  readonly guess?: string;
}
const types = { Ask: 'Wait', Work: 'Parallel', Keep: 'Pass', Last: 'Succeed' };
const healthy = Object.entries(types).map(([name, type]) => `${name}:${type}`);

const slips: readonly Slip[] = [
  { what: 'a stray line', typed: ['- Name: Ask\n', '- Name: Ask\nDescri: "half"\n'], line: 7, ghost: 'Ask' },
  {
    what: 'a stray line with an open quote',
    typed: ['- Name: Ask\n', '- Name: Ask\nDescri: "half\n'],
    line: 7,
    ghost: 'Ask',
  },
  { what: 'a stray word', typed: ['- Name: Ask\n', '- Name: Ask\nDescri\n'], line: 7, ghost: 'Ask' },
  { what: 'a stray key', typed: ['- Name: Ask\n', '- Name: Ask\nDescri:\n'], line: 7, ghost: 'Ask' },
  { what: 'a stray key of the language', typed: ['Next: Work\n', 'Next: Work\nParameters:\n'], line: 9, ghost: 'Ask' },
  { what: 'two stray lines', typed: ['  Next: Work\n', 'Next: Work\nEnd: true\n'], line: 8, ghost: 'Ask' },
  {
    what: 'a stray line in the last state',
    typed: ['- Name: Last\n', '- Name: Last\nDescri: x\n'],
    line: 28,
    ghost: 'Last',
  },
  {
    what: 'an open quote in the last one',
    typed: ['- Name: Last\n', '- Name: Last\nDescri: "x\n'],
    line: 28,
    ghost: 'Last',
  },
  { what: 'a key one blank to the left', typed: ['  Next: Work', ' Next: Work'], line: 8, ghost: 'Ask' },
  { what: 'a key one blank to the right', typed: ['  Next: Work', '   Next: Work'], line: 7, ghost: 'Ask' },
  { what: 'a tab before a key', typed: ['  Next: Work', '\tNext: Work'], line: 8, ghost: 'Ask' },
  { what: 'a tab before a dash', typed: ['- Name: Last', '\t- Name: Last'], line: 27, ghost: 'Last', guess: '' },
  { what: 'a dash one blank to the right', typed: ['- Name: Work', ' - Name: Work'], line: 9, ghost: 'Work' },
  { what: 'a dash two blanks to the right', typed: ['- Name: Work', '  - Name: Work'], line: 9, ghost: 'Work' },
  { what: 'no dash', typed: ['- Name: Work', '  Name: Work'], line: 9, ghost: 'Work' },
  { what: 'neither dash nor blanks', typed: ['- Name: Work', 'Name: Work'], line: 9, ghost: 'Work' },
  { what: 'no dash on the first state', typed: ['- Name: Ask', '  Name: Ask'], line: 6, ghost: 'Ask' },
  { what: 'no dash on the last state', typed: ['- Name: Last', '  Name: Last'], line: 27, ghost: 'Last' },
  { what: 'no colon', typed: ['Next: Work', 'Next Work'], line: 8, ghost: 'Ask' },
  { what: 'no blank behind the colon', typed: ['Next: Work', 'Next:Work'], line: 8, ghost: 'Ask' },
  { what: 'half a key', typed: ['Next: Work', 'Ne'], line: 8, ghost: 'Ask' },
  { what: 'an open bracket', typed: ['Next: Work', 'Next: [Work'], line: 8, ghost: 'Ask' },
  { what: 'an open brace', typed: ['Next: Work', 'Next: {Work'], line: 8, ghost: 'Ask' },
  { what: 'an open quote', typed: ['Type: Wait\n', 'Type: "Wait\n'], line: 7, ghost: 'Ask' },
  { what: 'an open single quote', typed: ['Type: Wait\n', "Type: 'Wait\n"], line: 7, ghost: 'Ask' },
  { what: 'half a name key', typed: ['- Name: Ask\n', '- Name\n'], line: 6, ghost: 'Ask', guess: '' },
  {
    what: 'half a state in braces',
    typed: [', Type: Pass, Next: Last}', ', Type: Pa'],
    line: 26,
    ghost: 'Keep',
    guess: '',
  },
  { what: 'block text that ends early', typed: ['Next: Work', 'Description: |\n   a\n  b'], line: 10, ghost: 'Ask' },
];

describe.each([
  ['LF', (text: string) => text],
  ['CRLF', crlf],
])('one slip, with %s: one ghost, one problem', (_, ends) => {
  test.each(slips)('$what', ({ typed: [from, to], line, ghost, guess = ghost }) => {
    expect(flow).toContain(from);
    const text = ends(flow.replace(from, to));
    const fresh = readSource(text);
    const remembering = readSource(text, readSource(ends(flow)));
    const ghostly = (instead: string) => healthy.map((h) => (h.startsWith(`${ghost}:`) ? instead : h)).join(' ');
    expect(looks(fresh)).toBe(ghostly(`${guess}:Unknown?`));
    expect(looks(remembering)).toBe(ghostly(`${ghost}:${types[ghost]}?`));
    expect(fresh.problems.map((p) => diagnosticRecord(fresh, p).line)).toEqual([line]);
    expect(remembering.problems.map((p) => p.message)).toEqual(fresh.problems.map((p) => p.message));
    expect(looks(readSource(ends(flow), remembering))).toBe(healthy.join(' '));
  });
});

test.each(slips.filter(({ typed: [from] }) => !from.startsWith(' ')))(
  'the same where the dashes stand deeper than States: $what',
  ({ typed: [from, to], ghost }) => {
    const text = indented.replace(from, to.replaceAll(/\n {2,}/g, '$&  '));
    const states = readSource(text, readSource(indented)).flow.states;
    expect(states.map((s) => s.name.value)).toEqual(['Ask', 'Work', 'Keep', 'Last']);
    expect(states.filter((s) => s.stale).map((s) => s.name.value)).toEqual([ghost]);
  },
);

describe('fixes', () => {
  test.each([
    ['- Name: Ask\n', '- Name: Ask\nDescription: x\n', '- Name: Ask\n  Description: x\n'],
    ['- Name: Work', ' - Name: Work', '- Name: Work'],
    ['- Name: Work', '  Name: Work', '- Name: Work'],
    ['- Name: Work', 'Name: Work', '- Name: Work'],
  ])('%j became %j: the fix writes %j', (from, to, healed) => {
    const text = flow.replace(from, to);
    const [fix] = readSource(text).problems[0]?.fixes ?? [];
    if (!fix || !('replace' in fix)) throw new Error('no fix');
    const after = text.slice(0, fix.replace.from) + fix.insert + text.slice(fix.replace.to);
    expect(after).toBe(flow.replace(from, healed));
  });
});

describe('without a readable line "States:" the list is found all the same', () => {
  test.each(['', 'Stat\n', 'Stat:\n', 'States\n', 'States: x\n'])('%j', (instead) => {
    for (const start of [flow, indented]) {
      const text = start.replace('States:\n', instead);
      const source = readSource(text, readSource(start));
      expect(looks(source)).toBe(healthy.join(' '));
      expect(source.problems).toHaveLength(1);
      expect(looks(readSource(text))).toBe(healthy.join(' '));
    }
  });
});

describe('what YAML allows is not taken for a slip', () => {
  test.each([
    ["a key of one's own with a list", 'x-notes:\n- one\n- Name: two\n'],
    ['a mapping with a list', 'x-notes:\n  a: b\n  c:\n  - Name: d\n'],
    ['block text', 'x: |\n  - Name: text\n  Name: text\n'],
    ['text over several lines', 'x: "a\n  - text\n  b: c"\n'],
    ['plain text over several lines', 'x: a\n  and more\n'],
    ['brackets over several lines', 'x: {a: 1,\n  b: 2}\n'],
  ])('%s behind the states', (_, tail) => {
    for (const start of [flow, indented]) {
      const source = readSource(start + tail);
      expect(source.problems).toEqual([]);
      expect(looks(source)).toBe(healthy.join(' '));
    }
  });
});

test('a name given twice in a row leaves the state as it is', () => {
  const source = readSource(flow.replace('- Name: Work\n', '- Name: Work\n  Name: Works\n'));
  expect(looks(source)).toBe(healthy.join(' '));
  expect(source.problems.map(({ message }) => message)).toEqual([expect.stringContaining('"Name" is given twice')]);
});

describe('lists in brackets', () => {
  test.each([
    ['half a key', '"Next": "Last"', '"Ne'],
    ['no value', '"Next": "Last"', '"Next": "La'],
    ['no closing brace', '"Next": "Last"\n    },', '"Next": "Last"\n'],
    ['no comma', '"Wait",\n', '"Wait"\n'],
    ['a brace too many', '    {\n      "Name": "Work",', '    {\n      {\n      "Name": "Work",'],
    ['an open quote in the name', '"Name": "Work"', '"Name": "Work'],
  ])('JSON with %s keeps the other states', (_, from, to) => {
    expect(json).toContain(from);
    for (const ends of [(text: string) => text, crlf]) {
      const source = readSource(ends(json.replace(from, to)), readSource(ends(json)));
      expect(looks(source)).toContain('Ask:Pass ');
      expect(looks(source)).toMatch(/ Last:Succeed$/);
      expect(source.flow.states.some((s) => s.stale)).toBe(true);
      expect(source.health).toBe('partial');
    }
  });

  test('a JSON text without its end keeps all states', () => {
    expect(looks(readSource(json.replace('  ]\n}\n', '')))).toBe('Ask:Pass Work:Wait Last:Succeed');
  });

  test.each([
    ['an open quote', 'Type: Pass, Next: B}', 'Type: "Pass, Next: B}'],
    ['half a state', '{Name: A, Type: Pass, Next: B}', '{Name: A, Ty'],
  ])('on one line, with %s', (_, from, to) => {
    expect(looks(readSource(oneLine.replace(from, to), readSource(oneLine)))).toBe('A:Pass? B:Succeed');
  });
});

test('ten thousand broken states are a list of hundreds and a number', () => {
  const text = `States:\n${'- Name: "A\n  Type: Pass\n'.repeat(10_000)}- Name: Z\n  Type: Succeed\n`;
  const source = readSource(text);
  expect(source.flow.states).toHaveLength(10_001);
  expect(look(source.flow.states.at(-1) as State)).toBe('Z:Succeed');
  expect(source.problems.length).toBeLessThan(1_001);
  expect(source.problems.at(-1)?.message).toContain('9750 more');
});

test('an empty first line is looked at once: a quote that is closed nowhere ends the reading all the same', () => {
  for (const text of ['\n- Name: "A\n', '\n"', "\r\n- Name: x\n  Type: 'open\n", '\n[', '\n- Name: {a: "b\n']) {
    expect(readSource(text).problems.length, JSON.stringify(text)).toBeGreaterThan(0);
  }
});
