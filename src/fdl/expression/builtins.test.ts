import { describe, expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import { builtinFunctions } from '../language/functions.ts';
import { builtinNamed } from './builtins.ts';
import { createEvalEnv } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { parseExpression } from './parser.ts';

const scope = { input: { csv: 'a,b' }, output: undefined, context: {}, global: {}, item: undefined };
const run = (text: string, seed = 1) => evaluate(parseExpression(text), scope, createEvalEnv(seed));
const valueOf = (text: string, seed = 1): Json | undefined => {
  const result = run(text, seed);
  return result.ok ? result.value : undefined;
};
const errorOf = (text: string): string => {
  const result = run(text);
  return result.ok ? `no error but ${JSON.stringify(result.value)}` : result.error.detail;
};

describe('reference 7: built-in functions', () => {
  test('every function of the language table is there', () => {
    expect(builtinFunctions.filter((f) => !builtinNamed(f.name))).toEqual([]);
  });

  test.each<[string, Json]>([
    ['format("{}-{}", "cn", 7)', 'cn-7'],
    ['length({"a": 1, "b": 2, "c": 3})', 3],
    ['arrayContains(["red", 5], "5")', false],
    ['arrayContains(["red", 5], 5)', true],
    ['arrayContains([{"a": [1]}], {"a": [1]})', true],
    ['arrayUnique(["x", "y", "x"])', ['x', 'y']],
    ['arrayUnique([1, "1", {"a": 1, "b": 2}, {"b": 2, "a": 1}, null, null])', [1, '1', { a: 1, b: 2 }, null]],
    ['jsonMerge({"k": 1}, {"k": 2, "z": 3})', { k: 2, z: 3 }],
    ['jsonMerge({"k": {"a": 1}}, {"k": {"b": 2}})', { k: { b: 2 } }],
    ['hash("", "SHA-1")', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['hash("", "MD5")', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['hash("云", "MD5")', 'a45fb6bbf291a6e74cee70210a1fa9a1'],
    ['hash("abc", "SHA-256")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['length(hash("abc", "SHA-512"))', 128],
    ['fromBase64("Y2xvdWQ=")', 'cloud'],
    ['toBase64("cloud")', 'Y2xvdWQ='],
    ['fromBase64(toBase64("云 and 😀"))', '云 and 😀'],
    ['fromBase64("")', ''],
    ['fromBase64("/w==")', '\ufffd'],
    [`get(get(stringToJson('{"n": [1, 2]}'), "n"), 1)`, 2],
    ['get({"a": 1}, "b")', null],
    ['get([null], 0)', null],
    ['split("a,b,,c", ",")', ['a', 'b', '', 'c']],
    ['split("é😀", "")', ['é', '😀']],
    ['length(split($Input.csv, ","))', 2],
    ['length("é😀")', 2],
    ['length([])', 0],
    ['toArray()', []],
    ['toArray(1, "a", [2])', [1, 'a', [2]]],
    ['mapKeys({"b": 1, "a": 2})', ['a', 'b']],
    ['mapValues({"b": 1, "a": 2})', [2, 1]],
    ['jsonToString({"a": [1, "x", null]})', '{"a":[1,"x",null]}'],
    ['stringToJson("[1, 2]")', [1, 2]],
    ['fromJSON("3")', 3],
    ['intAdd(2, -5)', -3],
    ['regexMatchString("^[a-z]+$", "abc")', true],
    ['regexMatchString("b", "abc")', true],
    ['regexMatchString("abc", "b")', false],
  ])('%s is %j', (text, expected) => expect(valueOf(text)).toEqual(expected));

  test('U23: format writes texts as they are and everything else as compact JSON; surplus stays', () => {
    expect(valueOf('format("{} {} {}", {"a": 1}, [true, null])')).toBe('{"a":1} [true,null] {}');
    expect(valueOf('format("{}", "a", "b")')).toBe('a');
    expect(valueOf('format("{}", "{}")')).toBe('{}');
    expect(valueOf('format("{} is {}", "{}", 1)')).toBe('{} is 1');
    expect(valueOf('format("{}", $Input.missing)')).toBe('null');
  });

  test('R25: what is no text comes back from stringToJson unchanged, with a note', () => {
    const notes: string[] = [];
    const result = evaluate(
      parseExpression('stringToJson($Input)'),
      scope,
      createEvalEnv(1, (code) => notes.push(code)),
    );
    expect(result).toEqual({ ok: true, value: scope.input });
    expect(notes).toEqual(['R25']);
  });

  test('U24: randomInt is at least the first and below the second, and the seed decides', () => {
    const drawn = Array.from({ length: 50 }, (_, seed) => Number(valueOf('randomInt(3, 6)', seed)));
    expect([...new Set(drawn)].sort()).toEqual([3, 4, 5]);
    expect(valueOf('randomInt(0, 1000000)', 7)).toBe(valueOf('randomInt(0, 1000000)', 7));
    expect(valueOf('randomInt(-2, -1)')).toBe(-2);
  });

  test('uuid is a version 4 UUID and the seed decides', () => {
    expect(valueOf('uuid()', 5)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(valueOf('uuid()', 5)).toBe(valueOf('uuid()', 5));
    expect(valueOf('uuid() == uuid()')).toBe(false);
  });

  test.each<[string, RegExp]>([
    ['length(5)', /argument 1 of length must be a list, an object or a text, not the number 5/],
    ['arrayContains("abc", "a")', /must be a list, not a text/],
    ['arrayUnique({})', /must be a list, not an object/],
    ['format(1)', /must be a text/],
    ['split("a", 1)', /argument 2 of split must be a text/],
    ['get([1], 1)', /one item, position 1/],
    ['get([1], -1)', /position -1/],
    ['get([1], "0")', /argument 2 of get must be a whole number/],
    ['get({"a": 1}, 1)', /must be a text/],
    ['get("abc", 0)', /a list or an object, not a text/],
    ['intAdd(1, 1.5)', /must be a whole number, not the number 1.5/],
    ['intAdd("1", 1)', /must be a whole number, not a text/],
    ['randomInt(3, 3)', /no whole number from 3 to below 3/],
    ['mapKeys([1])', /must be an object, not a list/],
    ['jsonMerge({}, null)', /must be an object, not null/],
    ['stringToJson("{a}")', /not JSON/],
    ['stringToJson("1e999")', /JSON can hold/],
    ['fromBase64("Y2xvdWQ")', /not Base64/],
    ['fromBase64("Y2x*dWQ=")', /not Base64/],
    ['fromBase64("_-8=")', /not Base64/],
    ['toBase64(1)', /must be a text/],
    ['hash("a", "md5")', /there are MD5, SHA-1, SHA-256, SHA-512/],
    ['regexMatchString("[", "a")', /RE2/],
  ])('%s is an error', (text, message) => expect(errorOf(text)).toMatch(message));
});
