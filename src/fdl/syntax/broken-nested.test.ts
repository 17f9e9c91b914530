import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { diagnosticRecord } from '../check/check-flow.ts';
import type { State } from '../model.ts';
import { allStates, childScopes } from '../walk.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

// A slip in a state inside of others: that state is a ghost (?) with its last look, all others are as they were.
const flow = dedent`
  Type: StateMachine
  Name: n
  SpecVersion: v1
  StartAt: Big
  States:
  - Name: Big
    Type: Map
    ItemsPath: $Input.items
    Processor:
      StartAt: Ask
      States:
        - Name: Ask
          Type: Wait
          Seconds: 5
          Next: Fork
        - Name: Fork
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
                Type: Fail
          Next: Keep
        - {Name: Keep, Type: Pass, Next: Last}
        - Name: Last
          Type: Succeed
    Next: After
  - Name: After
    Type: Succeed
`;
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** A state with those inside of it in brackets, ghosts with a question mark. */
function look(state: State): string {
  const inside = childScopes(state).map((scope) => `[${scope.states.map(look).join(' ')}]`);
  return `${state.name.value}:${state.type}${state.stale ? '?' : ''}${inside.join('')}`;
}
const looks = ({ flow: { states } }: Source): string => states.map(look).join(' ');
const sound = 'Big:Map[Ask:Wait Fork:Parallel[X:Wait Y:Pass][Z:Fail] Keep:Pass Last:Succeed] After:Succeed';

/** What stands in the text, and what instead; the line of the one problem; who is the ghost, with a part of the reason. */
type Slip = readonly [what: string, from: string, to: string, line: number, ghost: string, reason: string];

const slips: readonly Slip[] = [
  ['an open quote', '- Name: X', '- Name: "X', 21, 'X', 'quote'],
  ['an open single quote', 'Type: Wait\n        Seconds', "Type: 'Wait\n        Seconds", 13, 'Ask', 'quote'],
  ['an open bracket', 'Seconds: 5', 'Seconds: [5', 14, 'Ask', 'bracket'],
  ['no colon', 'Seconds: 5', 'Seconds 5', 14, 'Ask', 'Seconds 5'],
  ['no blank behind the colon', 'Seconds: 5', 'Seconds:5', 14, 'Ask', 'blank'],
  ['half a key', 'Seconds: 5', 'Sec', 14, 'Ask', '"Sec"'],
  ['a tab before a key', '        Seconds: 5', '\tSeconds: 5', 14, 'Ask', 'tab'],
  ['a key one blank to the left', '        Seconds: 5', '       Seconds: 5', 14, 'Ask', 'stands left'],
  ['a key two blanks to the right', '        Seconds: 5', '          Seconds: 5', 13, 'Ask', 'Align'],
  ['a key under those of the list', '        Seconds: 5', '    Seconds: 5', 14, 'Ask', 'stands left'],
  ['a key under those of the Map', '        Seconds: 5', '  Seconds: 5', 14, 'Ask', 'stands left'],
  ['a key at the left edge', '        Seconds: 5', 'Seconds: 5', 14, 'Ask', 'stands left'],
  ['a word at the left edge', '        Seconds: 5', 'Sec', 14, 'Ask', 'stands left'],
  ['a key between all columns', '              Next: Y', '           Next: Y', 23, 'X', 'stands left'],
  ['a key of the innermost under those of the Parallel', '              Next: Y', '        Next: Y', 23, 'X', 'left'],
  ['no dash', '- Name: Fork', '  Name: Fork', 16, 'Fork', 'without its dash'],
  ['no dash on the first state', '- Name: Ask', '  Name: Ask', 12, 'Ask', 'without its dash'],
  ['no dash on the last state', '- Name: Last', '  Name: Last', 33, 'Last', 'without its dash'],
  ['no dash, innermost', '- Name: Y', '  Name: Y', 24, 'Y', 'without its dash'],
  ['a dash one blank to the right', '      - Name: Fork', '       - Name: Fork', 16, 'Fork', 'dash'],
  ['a dash one blank to the left', '      - Name: Last', '     - Name: Last', 33, 'Last', 'dash'],
  ['half a state in braces', ', Type: Pass, Next: Last}', ', Type: Pa', 32, 'Keep', 'bracket'],
  ['a dash alone', '- Name: X\n              Type: Wait\n              Next: Y\n', '-\n', 21, 'X', 'first key'],
  ['a dash with a blank', '- Name: X\n              Type: Wait\n              Next: Y\n', '- \n', 21, 'X', 'first key'],
  ['half of the first key', '- Name: X\n              Type: Wait\n              Next: Y\n', '- Na\n', 21, 'X', '"Na"'],
  ['the first key alone', '- Name: Z\n              Type: Fail\n', '- Name\n', 29, 'Z', '"Name"'],
];

describe.each([
  ['LF', (text: string) => text],
  ['CRLF', crlf],
])('one slip inside of states, with %s: one ghost, one problem', (_, ends) => {
  test.each(slips)('%s', (_what, from, to, line, ghost, reason) => {
    expect(flow).toContain(from);
    const text = ends(flow.replace(from, to));
    const fresh = readSource(text);
    const remembering = readSource(text, readSource(ends(flow)));
    const ghostly = sound.replace(new RegExp(`\\b${ghost}:\\w+`), '$&?');
    expect(looks(remembering)).toBe(ghostly);
    expect(fresh.problems.map((p) => diagnosticRecord(fresh, p).line)).toEqual([line]);
    expect(fresh.problems[0]?.message).toContain(reason);
    expect(remembering.problems.map((p) => [p.message, p.span])).toEqual(
      fresh.problems.map((p) => [p.message, p.span]),
    );
    expect(allStates(remembering.flow).find((s) => s.id === remembering.problems[0]?.state)?.name.value).toBe(ghost);
    expect(looks(readSource(ends(flow), remembering))).toBe(sound);
  });
});

describe('a slip in a state around others: it is a ghost, those inside of it are not', () => {
  test.each([
    ['half a key', '  ItemsPath: $Input.items', '  Items', 'Big'],
    ['an open quote', '  ItemsPath: $Input.items', '  ItemsPath: "$Input.items', 'Big'],
    ['half a key in the scope', '    StartAt: Ask', '    Sta', 'Big'],
    ['half a key behind the states', '  Next: After', '  Nex', 'Big'],
    ['half a key further inside', '        Next: Keep', '        Nex', 'Fork'],
    ['no colon behind Processor', '  Processor:', '  Processor', 'Big'],
  ])('%s', (_, from, to, ghost) => {
    const before = readSource(flow);
    const source = readSource(flow.replace(from, to), before);
    expect(looks(source)).toBe(sound.replace(new RegExp(`${ghost}:\\w+`), '$&?'));
    expect(source.problems).toHaveLength(1);
    const inside = allStates(source.flow).filter((s) => s.name.value === 'X' || s.name.value === 'Z');
    for (const state of inside) expect(allStates(before.flow)).toContain(state);
    expect(looks(readSource(flow, source))).toBe(sound);
  });
});

test('states inside of a ghost are ghosts where nothing is known of them now', () => {
  const before = readSource(flow);
  const source = readSource(flow.replace(/ {2}Processor:[^]*(?= {2}Next: After)/, '  Proc\n'), before);
  expect(looks(source)).toBe(sound.replaceAll(/:\w+/g, '$&?').replace('After:Succeed?', 'After:Succeed'));
});

test('typing in one state leaves all others the objects they were, at every depth', () => {
  const before = readSource(flow);
  for (const text of [flow.replace('Seconds: 5', 'Seconds: 56'), flow.replace('Seconds: 5', 'Sec')]) {
    const after = readSource(text, before);
    const changed = allStates(after.flow).filter((state) => !allStates(before.flow).includes(state));
    expect(changed.map((state) => state.name.value)).toEqual(['Big', 'Ask']);
  }
});

describe('what YAML allows is not taken for a slip', () => {
  test.each([
    [
      'rules behind the states',
      '    Next: After',
      '    Catch:\n      - Errors: [E]\n        Next: After\n    Next: After',
    ],
    ['rules in the column of their key', '  Next: After', '  Catch:\n  - Errors: [E]\n    Next: After\n  Next: After'],
    ['text over several lines', '  Next: After', '  Description: "a\n    b: c\n    - Name: d"\n  Next: After'],
    ['plain text over several lines', '  Next: After', '  Description: a\n    and more\n  Next: After'],
    [
      'block text that looks like states',
      '  Next: After',
      '  Description: |\n    States:\n      - Name: d\n  Next: After',
    ],
    ['block text in front', '  ItemsPath', '  Description: |\n    States:\n    - Name: d\n  ItemsPath'],
    ['brackets over several lines', '  Next: After', '  Retry: [{Errors: [a],\n    MaxAttempts: 2}]\n  Next: After'],
    [
      'a mapping of lists',
      '  Next: After',
      '  OutputConstructor:\n    States:\n    - Name: one\n    - two\n  Next: After',
    ],
    ['comments further left', '        Seconds: 5', '# here\n   # and there\n        Seconds: 5'],
  ])('%s', (_, from, to) => {
    const source = readSource(flow.replace(from, to));
    expect(source.problems).toEqual([]);
    expect(looks(source)).toBe(sound);
  });
});

describe('typing a state inside of others is calm', () => {
  const typed = '- Name: New\n              Type: Pass\n              End: true\n';
  test('whatever is typed so far, every other state is as it was, and no other is complained of', () => {
    let source = readSource(flow);
    for (let length = 1; length < typed.length; length += 1) {
      const more = `${' '.repeat(12)}${typed.slice(0, length)}\n`;
      source = readSource(flow.replace('            - Name: Y', `${more}            - Name: Y`), source);
      const names = source.problems.map((p) => allStates(source.flow).find((s) => s.id === p.state)?.name.value);
      expect(
        names.filter((name) => name === undefined || !'New'.startsWith(name)),
        more,
      ).toEqual([]);
      expect(looks(source).replace(/ N?e?w?:\w+\??(?= Y)/, ''), more).toBe(sound);
    }
  });
});
