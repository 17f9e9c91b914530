import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/index.ts';
import { expectAnswers, meaning, readsAsFresh } from '../../testing/reading-laws.ts';
import type { StateId } from '../ids.ts';
import { allStates, findState } from '../walk.ts';
import { spanInText, stateAt } from './locate.ts';
import { readInPieces } from './read-in-pieces.ts';
import { readSource } from './read-source.ts';
import { readWhole } from './read-whole.ts';
import type { Source } from './source.ts';

/** `npm run fuzz` sets a number of its own. */
const runs = (usual: number): number => fc.readConfigureGlobal().numRuns ?? usual;

/** Pieces of flows, whole and broken, in every style people use. */
const items = [
  '- Name: A\n  Type: Pass\n  Next: B\n',
  '- {Name: B, Type: Succeed}\n',
  '- Type: Task # calls\n  Name: "C: d"\n\n  Parameters:\n    body: {a.$: $Input.a}\n  End: true\n',
  "- Name: 'E'\n  Type: Wait\n  Seconds: 5\n  Description: |\n    - Name: no state\n     States:\n  End: true\n",
  '# before\n- Name: P\n  Type: Parallel\n  Branches:\n  - StartAt: X\n    States:\n    - Name: X\n      Type: Pass\n      End: true\n  End: true\n',
  '- Name: A\n  Type: Fail\n',
  '- Name: 名\r\n  Type: Pass\r\n  End: true\r\n',
  '-\n  Name: late\n  Type: Pass\n',
  '- Name: half\n  Type\n',
  '- Name: "open\n',
  '- Name: [1\n  Type: Pass\n',
  '- just text\n',
  '-\n',
  '- &x {Name: Z, Type: Pass}\n',
  '- *x\n',
  '- <<: *x\n  Name: Y\n',
  'Descri: "half"\n  Type: Pass\n',
  'Descri: "half\n  Type: Pass\n  End: true\n',
  'Next: B\n',
  'x-list:\n',
  'Parameters:\n  a: 1\n',
  'Name: N\n  Type: Pass\n',
  '  Name: M\n  Type: Pass\n',
  ' - Name: shifted\n   Type: Pass\n',
  '  - Name: deep\n    Type: Pass\n',
  '\t- Name: tab\n',
];
/** The same with states inside, in the ways people indent them. */
const containers = [
  (inner: string) =>
    `- Name: M\n  Type: Map\n  ItemsPath: $Input.a\n  Processor:\n    StartAt: A\n    States:\n${indent(inner, 6)}  End: true\n`,
  (inner: string) =>
    `- Name: M\n  Type: Map\n  Processor:\n    States:\n${indent(inner, 4)}    StartAt: A\n  ItemsPath: $Input.a\n`,
  (inner: string) =>
    `- Type: Parallel\n  Name: Par\n  Branches:\n  - StartAt: A\n    States:\n${indent(inner, 4)}  - States:\n${indent(inner, 6)}    StartAt: B\n  Next: B\n  Catch:\n  - Errors: [x]\n    Next: B\n`,
  (inner: string) =>
    `- Name: Par\n  Type: Parallel\n  Branches:\n    - # first\n      StartAt: A\n      States:\n${indent(inner, 8)}    - {StartAt: Z, States: [{Name: Z, Type: Succeed}]}\n`,
];
const indent = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

const heads = [
  'Type: StateMachine\nName: n\nSpecVersion: v1\nStartAt: A\nStates:\n',
  '\ufeff# flow\n---\nStartAt: A\nStates: # list\n# first\n',
  'x: &x {Type: Pass, Name: Q}\nStates:\n',
  'Name: "broken\nStates:\n',
  'States:\r\n',
  '',
  'Type: StateMachine\n',
  'Stat:\n',
  'States:\n  Name: first\n  Type: Pass\n',
];
const tails = [
  '',
  '\n',
  'Description: end\n',
  'SpecVersion: v1\nmore: [1, 2]\n',
  '...\n',
  '---\nother: 1\n',
  'Type',
  '  ',
  '# end',
  'x: |\n  - Name: text\n',
  'x:\n  y:\n  - Name: text\n',
  'x: "a\n  - Name: text"\n',
];
const indented = (text: string): string => indent(text, 2);

const texts = fc
  .record({
    head: fc.constantFrom(...heads),
    body: fc.array(fc.constantFrom(...items), { maxLength: 5 }),
    tail: fc.constantFrom(...tails),
    deeper: fc.boolean(),
  })
  .map(({ head, body, tail, deeper }) => head + (deeper ? indented(body.join('')) : body.join('')) + tail);
/** Lists of states in states in states, most of them well-formed. */
const nestedItems: fc.Arbitrary<string> = fc.letrec<{ list: string }>((tie) => ({
  list: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...items.slice(0, 8), ...items),
        fc.tuple(fc.constantFrom(...containers), tie('list')).map(([around, inner]) => around(inner)),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => list.join('')),
})).list;
const nestedTexts = fc
  .record({ body: nestedItems, tail: fc.constantFrom(...tails.slice(0, 4)), deeper: fc.boolean() })
  .map(({ body, tail, deeper }) => `${heads[0] ?? ''}${deeper ? indented(body) : body}${tail}`);
const snippets = [
  '',
  ' ',
  '\n',
  '- ',
  'a',
  ': ',
  '"',
  '#',
  '\t',
  '- Name: N\n',
  '  Type: Pass\n',
  '\r\n',
  'States:\n',
  '{',
  '&x ',
  '*x',
  '|',
  'Name: ',
  'Name: K\n',
  '  Name: L\n',
  'Descri: "half\n',
  'Next: B\n',
  ' - Name: s\n',
  'x:\n',
];
const edits = fc.array(fc.record({ at: fc.nat(400), drop: fc.nat(12), insert: fc.constantFrom(...snippets) }), {
  minLength: 1,
  maxLength: 6,
});
const nestedEdits = fc.array(fc.record({ at: fc.nat(2000), drop: fc.nat(12), insert: fc.constantFrom(...snippets) }), {
  minLength: 1,
  maxLength: 6,
});
/** Generated cases take their time on a busy machine. */
const patience = 3_600_000;

describe('laws of reading', { timeout: patience }, () => {
  test('reading with memory says what a fresh reading says', () => {
    readsAsFresh(texts, edits, runs(1000));
  });

  test('reading in pieces says what reading in one says', () => {
    const twice = fc.oneof(
      texts,
      nestedTexts,
      texts.map((text) => text + text),
    );
    fc.assert(
      fc.property(twice, (text) => {
        const { origins, ...rest } = finish(readInPieces(text));
        const { origins: expected, ...whole } = readSource(text);
        expect(rest).toEqual(whole);
        expect([...origins]).toEqual([...expected]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('the same where states are inside of states', () => {
    readsAsFresh(nestedTexts, nestedEdits, runs(1000));
  });

  test('a state whose text did not change is the same object, wherever it went', () => {
    const states = fc.uniqueArray(fc.constantFrom(...items.slice(0, 4)), { minLength: 1 });
    fc.assert(
      fc.property(states, fc.nat(), fc.constantFrom('', '\n# more\n', 'Description: end\n'), (list, seed, tail) => {
        const before = readSource(`StartAt: A\nStates:\n${list.join('')}${tail}`);
        const moved = list.toSorted((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
        const added = '- {Name: new, Type: Succeed}\n';
        const after = readSource(`# header\nStartAt: B\nStates:\n${added}${moved.join('')}${tail}`, before);
        const unmoved = before.flow.states.slice(0, -1);
        expect(after.flow.states).toHaveLength(list.length + 1);
        // Blank lines and comments at the end belong to the last state: only its text may be another.
        for (const state of unmoved) if (!isLastIn(after, state.id)) expect(after.flow.states).toContain(state);
      }),
    );
  });

  test('reading item by item equals reading the whole', () => {
    fc.assert(
      fc.property(fc.oneof(texts, nestedTexts), (text) => {
        const byItems = readSource(text);
        fc.pre(byItems.health === 'sound');
        expect(meaning(byItems)).toEqual(meaning(readWhole(text, undefined)));
      }),
      { numRuns: runs(500) },
    );
  });

  test('no text, however broken, makes reading or checking throw', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...snippets, ...items, ...heads)).map((a) => a.join('')),
    );
    fc.assert(fc.property(garbage, garbage, fc.nat(200), expectAnswers), { numRuns: runs(400) });
  });

  test('the state at a place inside of a state is that state', () => {
    fc.assert(
      fc.property(fc.oneof(texts, nestedTexts), (text) => {
        const source = readSource(text);
        for (const state of allStates(source.flow)) {
          const around = state.id.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'));
          const stale = around.some((id) => findState(source.flow, id as StateId)?.stale === true);
          if (stale || /[&*]x/.test(text)) continue;
          expect(stateAt(source, spanInText(source, state.id, state.span).from)?.id).toBe(state.id);
        }
      }),
    );
  });
});

const isLastIn = (source: Source, id: string): boolean => source.flow.states.at(-1)?.id === id;
