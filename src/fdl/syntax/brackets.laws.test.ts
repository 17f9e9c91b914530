import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish, type Json } from '../../base/index.ts';
import { expectAnswers, meaning, readsAsFresh } from '../../testing/reading-laws.ts';
import { printStyled } from '../../testing/styled-yaml.ts';
import { allStates } from '../walk.ts';
import { spanInText, stateAt } from './locate.ts';
import { readMessages } from './messages.ts';
import { readInPieces } from './read-in-pieces.ts';
import { readSource } from './read-source.ts';
import { readWhole } from './read-whole.ts';
import type { Source } from './source.ts';

/** `npm run fuzz` sets a number of its own. */
const runs = (usual: number): number => fc.readConfigureGlobal().numRuns ?? usual;

/** Items of lists in brackets, whole and broken, as JSON and as YAML allows them. */
const sound = [
  '{Name: A, Type: Pass, Next: B}',
  '{"Name": "B", "Type": "Succeed"}',
  '{\n    "Name": "C",\n    "Type": "Wait",\n    "Seconds": 5\n  }',
  '{\n\t\t"Name": "C",\n\t\t"Type": "Pass"\n\t}',
  "{Name: 'it''s', Type: Pass}",
  "{Name: it's, Type: Pass, }",
  '{Name: a"b, "Type":"Pass"}',
  '{"Name": "\\"x\\\\", "Type": "Pass"}',
  '{Name: A, # {note "\n    Type: Fail}',
  '{Name: "two\n  {lines", Type: Pass}',
  '{Name: D, Parameters: {x: [1, {y: "}"}]}, Type: Task}',
  '{Name: D, Parameters:\n  {x: 1}}',
  '{Name: https://x/y#z, Type: Pass}',
  '{Name: plain\n    on two, Type: Pass}',
];
const odd = [
  'text',
  '"quoted"',
  'a: b',
  '? a',
  ': b',
  '[1, 2]',
  '[{Name: A}]: x',
  '&x {Name: Z, Type: Pass}',
  '*x',
  '{<<: *x, Name: Y}',
  '!t {Name: T}',
  '{Name: A, Name: B}',
  '{Name: {a: 1}: b}',
  '{[a]: b, Name: L}',
  '{? a : b, Name: L}',
  '{Name: A, &a States: [1]}',
];
const broken = [
  '{Name: "open',
  "{Name: 'open",
  '{"Name": "A",\n    "Ne\n  }',
  '{Name: [1}',
  '{Name: A',
  '{Name',
  '{',
  '}',
  '"',
  '{Name: A, {',
  '{Name: A}}',
  '{Name: A} x',
  '{"Name" "A"}',
  '- a',
  '{Name: A,\n---\n}',
  '{Name: A\nType: B}',
  'Name: A\n',
];
const containers = [
  (inner: string) => `{Name: M, Type: Map, Processor: {StartAt: A, States: [${inner}]}, Next: B}`,
  (inner: string) =>
    `{\n    "Name": "M",\n    "Type": "Map",\n    "Processor": {\n      "States": [\n        ${inner}\n      ],\n      "StartAt": "A"\n    }\n  }`,
  (inner: string) =>
    `{"Type": "Parallel", "Name": "P", "Branches": [{"States": [${inner}]}, {"StartAt": "Z", "States":[{"Name": "Z"}, ${inner}]}], "Parameters": {"x": 1}}`,
  (inner: string) => `{Name: N, Type: Task, Parameters: {States: [${inner}]}}`,
  (inner: string) => `{Name: M, Description: "x, States: [", Type: Map, Processor: {States: [${inner}]}}`,
];
const separators = [
  ', ', ',', ',\n  ', ',\n  ', ',\n', '\n  ', ' # c\n  , ', ', # {c\n  ', ',# c\n  ', ',\n\n  # "note\n  ', ' , ', ',,', ',\r\n  ',
  ',\n\t', ' ',
]; // prettier-ignore
const heads = [
  '{"Type": "StateMachine", "States": [',
  '{\n  "StartAt": "A",\n  "States": [\n  ',
  '{\n\t"States": [\n\t',
  '{\r\n  "StartAt": "A",\r\n  "States": [\r\n  ',
  'States: [',
  'Type: x\nStates: [\n  ',
  'States:\n  [\n  ',
  'States: # list\n  [',
  '  States: [',
  '\ufeff{"States": [',
  'x: &x {Type: Pass}\nStates: [',
  '{"a": "States: [", "States":[',
  '{"Name": "broken,\n "States": [',
  "{'States' : [",
  '# c\n---\n{"States": [\n  ',
  '{"x": {"States": [1]}, "States": [',
  '{"x": 1, States: [, ',
  '',
  '- {Name: Q}\n- ',
];
const tails = [
  ']}', ']}', '\n  ],\n  "StartAt": "A"\n}\n', '\n  ],\n  "StartAt": "A"\n}\n', ']', ']\nName: n\n', '\n]\n', '', '\n  ]\nDescription: end\n',
  ']}\n...\n', ']\n---\nb: 1\n', ']} # end', ']: x', '\nDescription: end\n', ', ]}', ']}}', '\n]',
  '\n}\n', '\n}\n                \n  ,                \n\n  {Name: Z}]}', ', "x": "\n}            ]}',
]; // prettier-ignore
/** The same below dashes, with states in brackets inside. */
const blocks = [
  (inner: string) =>
    `States:\n- Name: M\n  Type: Map\n  Processor: {StartAt: A, States: [\n    ${inner}\n  ]}\n  Next: B\n- Name: B\n`,
  (inner: string) => `States:\n- {Name: M, Type: Map, Processor: {States: [${inner}]}}\n- {Name: B}\n`,
  (inner: string) =>
    `States:\n  - Name: M\n    Type: Map\n    Processor:\n      StartAt: A\n      States: [\n        ${inner}\n      ]\n    Next: B\n  - Name: B\n`,
  (inner: string) =>
    `States:\n  - Name: P\n    Type: Parallel\n    Branches:\n      - States:\n          [${inner}]\n        StartAt: A\n      - {States: [${inner}]}\n    End: true\n`,
];

const lists = (items: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ list: string }>((tie) => ({
    list: fc
      .array(
        fc.tuple(
          fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            fc.constantFrom(...items),
            fc.tuple(fc.constantFrom(...containers), tie('list')).map(([around, inner]) => around(inner)),
          ),
          fc.constantFrom(...separators.slice(0, 6), ...separators),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.map(([item, separator], i) => (i < parts.length - 1 ? item + separator : item)).join('')),
  })).list;
const around = (list: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...heads), list, fc.constantFrom(...tails)).map((p) => p.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...blocks), list).map(([block, inner]) => block(inner)) },
  );

/** Flows in the ways programs and people print them in brackets. */
const state = (name: string): fc.Arbitrary<Json> =>
  fc.record({
    Name: fc.constant(name),
    Type: fc.constantFrom('Pass', 'Task', 'Succeed'),
    Parameters: fc.constantFrom<Json>({ a: [1, { b: '}' }] }, { 'x.$': '$Input["a"]' }, [], 'it\'s {, "so"'),
  });
const flows = fc.tuple(state('A'), state('B'), state('C'), state('D')).map(([a, b, c, d]): Json => ({
  Type: 'StateMachine',
  StartAt: 'A',
  States: [a, { Name: 'M', Type: 'Map', ItemsPath: '$Input.a', Processor: { StartAt: 'B', States: [b, c] } }, d],
}));
const printed = fc.oneof(
  fc
    .tuple(flows, fc.constantFrom<string | number>(0, 2, 4, '\t'), fc.boolean())
    .map(([flow, space, crlf]) => JSON.stringify(flow, null, space).replaceAll('\n', crlf ? '\r\n' : '\n')),
  fc
    .tuple(flows, fc.integer(), fc.constantFrom('lf', 'crlf', 'mixed'), fc.constantFrom(0.5, 0.8, 1), fc.boolean())
    .map(([flow, seed, eol, share, bom]) => {
      const habits = { comments: 0.2, blankLines: 0.1, quotes: 0.4, finalNewline: true, marker: false, steady: false };
      return printStyled(flow, { ...habits, seed, flow: share, eol, bom });
    }),
);

const likelySound = fc.oneof(around(lists(sound)), around(lists([...sound, ...sound, ...odd])), printed);
const texts = fc.oneof(likelySound, around(lists([...sound, ...odd, ...broken])));
const snippets = [
  '', '', ' ', '\n', '\n  ', '\r\n', '\t', '{', '}', '[', ']', ',', '"', "'", '#', ' # ', ': ', ':', '\\', 'a', '-', '---\n', '\n---\n',
  '{Name: N}', '{Name: N},', ',\n  {', '"Name": "x"', 'States: [', '"States": [', '&x ', '*x', '\n{', '\n  {', '\n}', '? ', '!', 'x:\n',
]; // prettier-ignore
const edits = fc.array(fc.record({ at: fc.nat(3000), drop: fc.nat(6), insert: fc.constantFrom(...snippets) }), {
  minLength: 1,
  maxLength: 6,
});

/** A key that is a collection is nothing this language knows: such a state is broken where the YAML library goes on. */
const isUsual = ({ problems }: Source): boolean => problems.every((p) => p.message !== readMessages.complexKey);

/** `: x` as a state: the YAML library places a key that is not there where the item before ends. */
const hasNoKey = ({ flow }: Source): boolean =>
  allStates(flow).some(({ written }) => written.entries.some(({ key }) => key === ''));

/** Below dashes a state that has just been begun is broken, although YAML reads it as nothing or a word. */
const isBelowDashes = (text: string): boolean => /^[ \t]*-(?:\s|$)/m.test(text);

/** Generated cases take their time on a busy machine. */
const patience = 3_600_000;

describe('laws of reading lists in brackets', { timeout: patience }, () => {
  test('reading with memory says what a fresh reading says', () => {
    readsAsFresh(texts, edits, runs(1000));
  });

  test('where an item ends is looked at again when what is far behind it changes', () => {
    const insert = (at: number, what: string) => ({ at, drop: 0, insert: what });
    const open = 'States: [", {Name: A}, {Name: B}]';
    readsAsFresh(fc.constant(open), fc.constant([insert(31, '"'), insert(29, '"'), insert(10, '{')]), 1);
    const ended = '{"States": [\n  {"Name": A}\n}                                }';
    readsAsFresh(fc.constant(ended), fc.constant([insert(59, '{'), insert(59, ',')]), 1);
  });

  test('what YAML can read as a whole is read item by item, and means the same', () => {
    fc.assert(
      fc.property(likelySound, fc.option(edits, { freq: 2 }), (start, steps) => {
        const text = (steps ?? []).slice(0, 1).reduce((now, { at, drop, insert }) => {
          const from = at % (now.length + 1);
          return now.slice(0, from) + insert + now.slice(from + drop);
        }, start);
        const whole = readWhole(text, undefined);
        const byItems = readSource(text);
        if (whole.health === 'sound' && isUsual(whole) && !isBelowDashes(text))
          expect(byItems.health, text).toBe('sound');
        if (byItems.health === 'sound' && !hasNoKey(whole)) expect(meaning(byItems), text).toEqual(meaning(whole));
      }),
      { numRuns: runs(3000) },
    );
  });

  test('reading in pieces says what reading in one says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { origins, ...rest } = finish(readInPieces(text));
        const { origins: expected, ...whole } = readSource(text);
        expect(rest).toEqual(whole);
        expect([...origins]).toEqual([...expected]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('a state that did not change is the same object, wherever it went and however deep it is', () => {
    fc.assert(
      fc.property(flows, fc.constantFrom<string | number>(0, 2, '\t'), fc.boolean(), (flow, space, deeper) => {
        const text = JSON.stringify(flow, null, space);
        const before = readSource(text);
        const name = deeper ? /"Name": ?"B"/ : /"Name": ?"A"/;
        const after = readSource(`# moved\n${text.replace(name, (found) => `${found},"Description": "new"`)}`, before);
        const changed = allStates(after.flow).filter((state) => !allStates(before.flow).includes(state));
        expect(changed.map((s) => s.name.value)).toEqual(deeper ? ['M', 'B'] : ['A']);
      }),
    );
  });

  test('no text makes reading or checking throw; places are in the text', () => {
    fc.assert(fc.property(texts, texts, fc.nat(200), expectAnswers), { numRuns: runs(300) });
  });

  test('the state at a place inside of a state is that state', () => {
    fc.assert(
      fc.property(likelySound, (text) => {
        const source = readSource(text);
        if (/[&*]x/.test(text) || source.health !== 'sound') return;
        for (const { id, span } of allStates(source.flow)) {
          expect(stateAt(source, spanInText(source, id, span).from)?.id).toBe(id);
        }
      }),
    );
  });
});
