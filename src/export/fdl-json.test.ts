import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { yamlToJson } from './fdl-json.ts';

const json = (text: string): string => {
  const result = yamlToJson(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

test('values become JSON, keys keep their order, also those that look like numbers', () => {
  expect(json('b: 1\n"2": two\n"1": one # gone\na: [x, {y: null}]\nempty: {}\nnone: []\n')).toBe(`{
  "b": 1,
  "2": "two",
  "1": "one",
  "a": [
    "x",
    {
      "y": null
    }
  ],
  "empty": {},
  "none": []
}
`);
});

test('numbers keep their digits, texts that look like other things stay texts', () => {
  expect(JSON.parse(json('n: [1.10, 1e3, 0x10, -0]\nt: ["1", yes, 2026-01-01, "null"]'))).toEqual({
    n: [1.1, 1000, 16, -0],
    t: ['1', 'yes', '2026-01-01', 'null'],
  });
  expect(json('big: 123456789012345678901234567890\ncent: 1.10')).toContain('123456789012345678901234567890');
  expect(json('cent: 1.10')).toContain('1.10');
});

test('aliases and merge keys are written out; a quoted << is a key', () => {
  const text = 'base: &b {x: 1, y: 2}\nuse: {<<: *b, y: 3}\ncopy: *b\n';
  expect(JSON.parse(json(text))).toEqual({ base: { x: 1, y: 2 }, use: { x: 1, y: 3 }, copy: { x: 1, y: 2 } });
  expect(JSON.parse(json('{"<<": 1}'))).toEqual({ '<<': 1 });
});

test('what is no YAML is refused with its line', () => {
  const result = yamlToJson('a: 1\nb: "x\n');
  expect(result.ok ? '' : result.error.message).toMatch(/cannot be read as YAML \(line \d/);
});

test('alias bombs and bottomless nests are refused, not suffered', () => {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
  const bomb = ['a: &a [x]', ...[...'bcdefghi'].map((name, i) => level(name, 'abcdefghi'[i]!))].join('\n');
  expect(yamlToJson(bomb).ok).toBe(false);
  expect(yamlToJson('a: &a [*a]').ok).toBe(false);
  expect(yamlToJson('['.repeat(20_000)).ok).toBe(false);
});

test('whatever JSON a YAML text says comes out again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(json(stringify(plain)))).toEqual(plain);
    }),
  );
});
