import { describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { diagnosticRecord } from '../check/check-flow.ts';
import type { State } from '../model.ts';
import { allStates, childScopes } from '../walk.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

// In brackets, too, a half-typed state is a ghost (?) with its last look, and all others are as they were.
const json = `${JSON.stringify(
  {
    Type: 'StateMachine',
    Name: 'n',
    StartAt: 'Ask',
    States: [
      { Name: 'Ask', Type: 'Wait', Seconds: 5, Next: 'Big' },
      {
        Name: 'Big',
        Type: 'Map',
        ItemsPath: '$Input.items',
        Processor: {
          StartAt: 'X',
          States: [
            { Name: 'X', Type: 'Wait', Seconds: 1, Next: 'Y' },
            { Name: 'Y', Type: 'Pass', Parameters: { a: [1, 2] }, End: true },
          ],
        },
        Next: 'Keep',
      },
      { Name: 'Keep', Type: 'Pass', Next: 'Last' },
      { Name: 'Last', Type: 'Succeed' },
    ],
  },
  null,
  2,
)}\n`;
const sound = 'Ask:Wait Big:Map[X:Wait Y:Pass] Keep:Pass Last:Succeed';

function look(state: State): string {
  const inside = childScopes(state).map((scope) => `[${scope.states.map(look).join(' ')}]`);
  return `${state.name.value}:${state.type}${state.stale ? '?' : ''}${inside.join('')}`;
}
const looks = ({ flow: { states } }: Source): string => states.map(look).join(' ');
const ghostly = (ghost: string): string => sound.replace(new RegExp(`\\b${ghost}:\\w+`), '$&?');
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const tabs = (text: string): string => text.replaceAll(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));

/** What stands in the text, and what instead; who is the ghost, the line of the one problem, and part of what it says. */
type Slip = readonly [what: string, from: string, to: string, ghost: string, line: number, reason: string];

const slips: readonly Slip[] = [
  ['an open quote', '"Seconds": 5,', '"Seconds": "5,', 'Ask', 9, 'quote'],
  ['half a key', '"Seconds": 5,', '"Sec', 'Ask', 9, 'quote'],
  ['no colon', '"Seconds": 5,', '"Seconds" 5,', 'Ask', 9, '"Seconds" is not followed'],
  ['no comma', '"Seconds": 5,', '"Seconds": 5', 'Ask', 9, 'commas'],
  ['neither value nor comma', '"Seconds": 5,', '"Seconds":', 'Ask', 9, '"Seconds" has no value'],
  ['an open bracket', '"Seconds": 5,', '"Seconds": [5,', 'Ask', 9, 'not closed'],
  ['no closing brace', '    },\n    {\n      "Name": "Keep"', '    ,\n    {\n      "Name": "Keep"', 'Big', 12, 'not closed'],
  ['neither brace nor comma', '    },\n    {\n      "Name": "Keep"', '    {\n      "Name": "Keep"', 'Big', 12, 'not closed'],
  ['two commas', '    },\n    {\n      "Name": "Keep"', '    },,\n    {\n      "Name": "Keep"', 'Big', 39, 'A comma'],
  ['a brace too many', '    },\n    {\n      "Name": "Keep"', '    }},\n    {\n      "Name": "Keep"', 'Big', 39, 'closes nothing'],
  ['an open quote in the name', '"Name": "Keep"', '"Name": "Keep', 'Keep', 41, 'quote'],
  ['an open quote in the last one', '"Succeed"', '"Succeed', 'Last', 47, 'quote'],
  ['no brace behind the last one', '"Succeed"\n    }', '"Succeed"\n', 'Last', 45, 'not closed'],
  ['an open quote further inside', '"Seconds": 1,', '"Seconds": "1,', 'X', 22, 'quote'],
  ['an open bracket further inside', '"Seconds": 1,', '"Seconds": [1,', 'X', 22, 'not closed'],
  ['half a key further inside', '"Seconds": 1,', '"Se', 'X', 22, 'quote'],
  ['no closing bracket further inside', '2\n              ]', '2\n', 'Y', 29, 'not closed'],
  ['no closing brace further inside', '"Y"\n          },', '"Y"\n          ,', 'X', 19, 'not closed'],
  ['an open quote around others', '"$Input.items",', '"$Input.items,', 'Big', 15, 'quote'],
  ['half a key around others', '"ItemsPath": "$Input.items",', '"Item', 'Big', 15, 'quote'],
  ['no colon in front of others', '"Processor": {', '"Processor" {', 'Big', 16, '"Processor" is not followed'],
  ['half a key behind others', '"Next": "Keep"', '"Nex', 'Big', 38, 'quote'],
  ['no end of the list inside', '          }\n        ]\n', '          }\n', 'Big', 18, 'not closed'],
]; // prettier-ignore

describe.each([
  ['LF', (text: string) => text],
  ['CRLF', crlf],
  ['tabs', tabs],
])('one slip in JSON, with %s: one ghost, one problem', (_, written) => {
  test.each(slips)('%s', (_what, from, to, ghost, line, reason) => {
    expect(json).toContain(from);
    const text = written(json.replace(from, to));
    const before = readSource(written(json));
    expect(looks(before)).toBe(sound);
    const fresh = readSource(text);
    const source = readSource(text, before);
    expect(looks(source)).toBe(ghostly(ghost));
    expect(fresh.problems.map((p) => diagnosticRecord(fresh, p).line)).toEqual([line]);
    expect(source.problems.map((p) => [p.message, p.span])).toEqual(fresh.problems.map((p) => [p.message, p.span]));
    expect(source.problems[0]?.message).toContain(reason);
    expect(allStates(source.flow).find((s) => s.id === source.problems[0]?.state)?.name.value).toBe(ghost);
    const others = allStates(source.flow).filter((s) => !s.stale && s.name.value !== 'Big');
    for (const state of others) expect(allStates(before.flow)).toContain(state);
    expect(looks(readSource(written(json), source))).toBe(sound);
  });
});

describe('a slip between states breaks none of them', () => {
  test('no comma: the fix sets it', () => {
    const text = json.replace('    },\n    {\n      "Name": "Keep"', '    }\n    {\n      "Name": "Keep"');
    const source = readSource(text, readSource(json));
    expect(looks(source)).toBe(sound);
    expect(source.health).toBe('partial');
    const [fix] = source.problems[0]?.fixes ?? [];
    if (!fix || !('replace' in fix)) throw new Error('no fix');
    expect(text.slice(0, fix.replace.from) + fix.insert + text.slice(fix.replace.to)).toBe(json);
  });

  test.each([
    ['an open quote before the list', '"Name": "n"', '"Name": "n', 'quote'],
    ['half of the key of the list', '"States": [', '"States: [', 'quote'],
    ['no end of the text', '  ]\n}\n', '', 'bracket'],
    ['no end of the list', '  ]\n}\n', '}\n', 'bracket'],
    ['a comma before the first', '"States": [', '"States": [,', 'Unexpected ,'],
  ])('%s', (_, from, to, reason) => {
    const source = readSource(json.replace(from, to), readSource(json));
    expect(looks(source)).toBe(sound);
    expect(source.headStale).toBe(true);
    expect(source.flow.name?.value).toBe('n');
    expect(source.problems.map((p) => p.message)).toEqual([expect.stringContaining(reason)]);
  });
});

describe('YAML in brackets', () => {
  const flow = dedent`
    Type: StateMachine
    States: [
      {Name: Ask, Type: Wait, Next: Big}, # first
      {Name: Big, Type: Map, Processor: {States: [
        {Name: X, Type: Wait, Next: Y},
        {Name: Y, Type: Pass}]}, Next: Keep},
      {Name: Keep, Type: Pass, Next: Last},
      {Name: Last, Type: Succeed},
    ]
    StartAt: Ask
  `;

  test.each([
    ['an open quote', 'Type: Wait, Next: Big', 'Type: "Wait, Next: Big', 'Ask'],
    ['half a state', 'Type: Wait, Next: Big}', 'Ty', 'Ask'],
    ['an open quote inside', 'Type: Wait, Next: Y', 'Type: "Wait, Next: Y', 'X'],
    ['an open bracket', '{Name: Keep,', '{Name: Keep, [', 'Keep'],
    ['an open quote in the last one', 'Succeed}', '"Succeed}', 'Last'],
  ])('%s', (_, from, to, ghost) => {
    expect(flow).toContain(from);
    const source = readSource(flow.replace(from, to), readSource(flow));
    expect(looks(source)).toBe(ghostly(ghost));
    expect(source.flow.startAt?.value).toBe('Ask');
    expect(source.problems).toHaveLength(1);
  });

  test('lines left of the key are said to be so; the states are read', () => {
    const source = readSource(flow.replace('  {Name: Keep', '{Name: Keep'));
    expect(looks(source)).toBe(sound);
    expect(source.problems.map((p) => [p.message.slice(0, 25), diagnosticRecord(source, p).line])).toEqual([
      ['This line stands left of ', 7],
    ]);
  });

  test('a key behind a list that is not closed stays a key', () => {
    const source = readSource(flow.replace(/^\]\n/m, ''), readSource(flow));
    expect(looks(source)).toBe(sound);
    expect(source.headStale).toBe(true);
  });
});

test('a comma that is missing behind a text with a quote in it is missed', () => {
  const source = readSource('States: [\n  {Name: a"b, "Type":"Pass"}\n  {Name: A, Type: Pass}]\n');
  expect(source.problems.map(({ message }) => message)).toEqual(['Entries inside brackets are separated by commas.']);
  expect(source.flow.states.map(({ name }) => name.value)).toEqual(['a"b', 'A']);
});

test('typing in one state leaves all others the objects they were, at every depth', () => {
  const before = readSource(json);
  for (const text of [json.replace('"Seconds": 1', '"Seconds": 17'), json.replace('"Seconds": 1,', '"Sec')]) {
    const after = readSource(text, before);
    const changed = allStates(after.flow).filter((state) => !allStates(before.flow).includes(state));
    expect(changed.map((state) => state.name.value)).toEqual(['Big', 'X']);
  }
});

test('while a state is typed in, every other one is as it was', () => {
  const typed = '{\n      "Name": "New",\n      "Type": "Pass",\n      "End": true\n    },';
  let source = readSource(json);
  for (let length = 1; length <= typed.length; length += 1) {
    const text = json.replace('{\n      "Name": "Keep"', `${typed.slice(0, length)}\n    {\n      "Name": "Keep"`);
    source = readSource(text, source);
    const others = source.flow.states.filter(({ name }) => ['Ask', 'Big', 'Keep', 'Last'].includes(name.value));
    expect(others.map(look).join(' '), typed.slice(0, length)).toBe(sound);
  }
});
