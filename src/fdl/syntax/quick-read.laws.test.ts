import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickRead } from './quick-read.ts';
import { readThoroughly, readWritten } from './read-written.ts';

/** `npm run fuzz` sets a number of its own. */
const runs = (usual: number): number => fc.readConfigureGlobal().numRuns ?? usual;

/** Pieces of YAML, usual and unusual; joined at random most of them are no YAML at all. */
const pieces = [
  'a', 'b: ', 'c:', '- ', '-', '\n', '\n  ', '\n    ', '\n      ', ' ', '{', '}', '[', ']', ', ', ',', ': ', ':', '"x"',
  '"y\\n"', "'z'", "'it''s'", '# c', ' # d', '1', '-2', '1.5', 'true', '~', 'null', '$Input.a', '&x ', '*x', '!t', '|',
  '>', '\r\n', '\t', '<<: ', '? ', '---', '...', 'é', '中文', '007', '0x1', '1e3', '.5', '--', '=', '%', '@', '`', '\\',
  '"', "'", '2020-01-01', '-a', 'k: v', '\n  k: v', '\n- k: v', '\n- ', '\n    k2: v', '\nq: r', '{a: 1}', '[1, 2]',
  '"k": ', '{"a": 1, "b": [true]}', 'acs:fc:::f', 'a:b', '#', 'x # y', '<', '+1', '(a)', '^', '\u2028', '\u0085', '😀',
]; // prettier-ignore
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

/** JSON the way programs print it. */
const json = fc
  .json({ maxDepth: 4 })
  .chain((text) =>
    fc.constantFrom(text, JSON.stringify(JSON.parse(text), null, 2), JSON.stringify(JSON.parse(text), null, '\t')),
  );

/** Block YAML that is nearly always understood at once. */
const { block } = fc.letrec<{ block: readonly string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc
      .constantFrom('v', '12', '"q # r"', "'s: t'", '$Input.a && $Input.b', '[a, "b", {c: 1}]', '{d: e}', '', '# c')
      .map((v) => [v]),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'Name', 'x.$', '"q"'), tie('block')), { minLength: 1, maxLength: 3 })
      .map((entries) => [
        '',
        ...entries.flatMap(([key, value]) => [
          `${key}: ${value[0] ?? ''}`,
          ...value.slice(1).map((line) => `  ${line}`),
        ]),
      ]),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((values) => ['', ...values.flatMap(listItem)]),
  ),
}));
function listItem(value: readonly string[]): readonly string[] {
  const [first = '', second = '', ...rest] = value;
  return first === '' && value.length > 1 ? [`- ${second}`, ...rest.map((line) => `  ${line}`)] : [`- ${first}`];
}
const blocks = block.map((lines) => `${lines.join('\n').trim()} # end\n`);

describe('quick reading', { timeout: 3_600_000 }, () => {
  test.each([
    ['pieces at random', texts, 6000],
    ['JSON', json, 300],
    ['block style', blocks, 600],
  ])('whatever it understands the YAML library reads alike: %s', (_, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (!quickRead(text)) return;
        const thorough = readThoroughly(text);
        expect(thorough.broken).toBe(false);
        expect(readWritten(text)).toEqual(thorough);
      }),
      { numRuns: runs(numRuns) },
    );
  });

  test('so is a key with nothing behind it, as that of the states is when these are read on their own', () => {
    for (const text of ['Type: StateMachine\nStates:\n', 'States:   # all\r\n\r\nName: a\r\n', '- a:\n  b:  \n- d:']) {
      expect(readWritten(text)).toEqual(readThoroughly(text));
    }
    expect(quickRead('# c\nType: StateMachine\nStates:  # all\n')).toBeDefined();
  });

  test('flows as people write them and JSON are understood', () => {
    expect(quickRead('- Name: A\n  Type: Task\n  Retry:\n  - {Errors: [FnF.ALL]} # all\n  End: true\n')).toBeDefined();
    expect(quickRead('{\n\t"Type": "StateMachine",\n\t"States": []\n}\n')).toBeDefined();
  });
});
