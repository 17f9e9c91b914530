import { expect, test } from 'vitest';
import { couldBeBool } from './could-be-bool.ts';
import { parseExpression } from './parser.ts';
import { nestingDepth, pathsUsed, walkExpression } from './walk.ts';

test('walking visits every part, outside first, left to right', () => {
  const kinds: string[] = [];
  walkExpression(parseExpression('f($Input.a, [1]) ? {"k": !x} : 2'), (part) => kinds.push(part.kind));
  expect(kinds).toEqual([
    'conditional',
    'call',
    'member',
    'root',
    'list',
    'literal',
    'object',
    'literal',
    'unary',
    'unknown-root',
    'literal',
  ]);
});

test('nesting counts calls within calls, not levels of the tree', () => {
  expect(nestingDepth(parseExpression('1 + 2 * 3'))).toBe(0);
  expect(nestingDepth(parseExpression('length(split(a, b)) + uuid()'))).toBe(2);
  expect(nestingDepth(parseExpression('toArray(1 + length("x"))'))).toBe(2);
  expect(nestingDepth(parseExpression('$Input.a'))).toBe(0);
});

test('paths are collected as long as they are constant', () => {
  expect(pathsUsed(parseExpression('$Input.a.b[0] == $Global["k"] && $Input.list[$Input.i].x'))).toEqual([
    { root: '$Input', keys: ['a', 'b', 0] },
    { root: '$Global', keys: ['k'] },
    { root: '$Input', keys: ['list'] },
    { root: '$Input', keys: ['i'] },
  ]);
});

test.each([
  ['$Input.a', true],
  ['true', true],
  ['1', false],
  ['"true"', false],
  ['[true]', false],
  ['1 + 1', false],
  ['-1', false],
  ['!1', true],
  ['a in b', true],
  ['a =~ "x"', true],
  ['1 ?? false', true],
  ['a ? 1 : "x"', false],
  ['a ? 1 : b', true],
  ['length(a)', false],
  ['arrayContains(a, 1)', true],
  ['get(a, 1)', true],
  ['unknownFunction(a)', true],
])('H06: can %s give a boolean? %s', (text, expected) => expect(couldBeBool(parseExpression(text))).toBe(expected));
