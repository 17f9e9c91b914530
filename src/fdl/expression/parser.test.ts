import { describe, expect, test } from 'vitest';
import { parseExpression } from './parser.ts';
import { printExpression } from './print.ts';

const shape = (text: string): string => printExpression(parseExpression(text));
const problem = (text: string): string => {
  const expression = parseExpression(text);
  if (expression.kind !== 'broken') return `no problem: ${printExpression(expression)}`;
  return `${expression.span.from}-${expression.span.to} ${expression.message}`;
};

describe('precedence, loosest first (reference 6.3); all operators group to the left', () => {
  test.each([
    ['a || b && c', 'a || (b && c)'],
    ['a ?? b || c', 'a ?? (b || c)'],
    ['a && b == c', 'a && (b == c)'],
    ['a == b < c', '(a == b) < c'],
    ['a in b == c', '(a in b) == c'],
    ['a == b ^ c', 'a == (b ^ c)'],
    ['a & b | c', '(a & b) | c'],
    ['a | b << c', 'a | (b << c)'],
    ['a << b + c', 'a << (b + c)'],
    ['a - b - c', '(a - b) - c'],
    ['a + b * c', 'a + (b * c)'],
    ['a * b ** c', 'a * (b ** c)'],
    ['a ** b ** c', '(a ** b) ** c'],
    ['-a ** b', '-a ** b'],
    ['!a == b', '!a == b'],
    ['a ?? b ? c : d', '(a ?? b) ? c : d'],
    ['a ? b : c ?? d', 'a ? b : c ?? d'],
    ['a ? b : c ? d : e', 'a ? b : c ? d : e'],
    ['a<-1', 'a < -1'],
    ['a--1', 'a - -1'],
    ['$Input.some-key', '$Input.some - key'],
    ['$Input["some-key"].x[0]', '$Input["some-key"].x[0]'],
    ['$Input.in.true.订单', '$Input.in.true.订单'],
  ])('%s reads as %s', (text, expected) => expect(shape(text)).toBe(expected));
});

describe('literals (ruling R24)', () => {
  test.each<[string, unknown]>([
    ['7', 7],
    ['3.25', 3.25],
    ['1e3', 1000],
    ['2.5E-1', 0.25],
    ['"foo\\n\\u4e91\\/\\\\"', 'foo\n云/\\'],
    [`'it\\'s "so"'`, `it's "so"`],
    ['`raw \\n`', 'raw \\n'],
    ['true', true],
    ['nil', null],
    ['null', null],
  ])('%s', (text, value) => expect(parseExpression(text)).toMatchObject({ kind: 'literal', value }));
});

describe('what is no expression says where and what to do', () => {
  test.each([
    ['', '0-0 An expression is missing'],
    ['$Input.a = 1', '9-10 One = compares nothing; write =='],
    ['$Input.a === 1', '11-12 === is unknown; write =='],
    ['$Input.a and true', '9-12 "and" is no operator here; write &&'],
    ['not $Input.a', '0-3 "not" is no operator here; write !'],
    ['7.', '0-2 7. is not a number'],
    ['.5', '0-2 .5 is not a number'],
    ['0x1F', '0-4 0x1F is not a number'],
    ['1_000', '0-5 1_000 is not a number'],
    ['1e999', '0-5 1e999 is too large'],
    ['~1', '0-1 The operator ~ is not part'],
    ['$.status', '0-1 A variable begins with $ and a name'],
    ['${Input.a}', '0-1 There is no ${…}'],
    ['$Input.1', '6-8 A position in a list is written in brackets: [1]'],
    ['$Input.', '7-7 A name is expected after the dot, not the end'],
    ['$Input.*', '7-8 Slices, wildcards'],
    ['$Input[1:2]', '8-9 Slices, wildcards'],
    ['$Input[?(x)]', '7-8 Slices, wildcards'],
    ['$Input[-1]', '7-8 A list has no negative positions'],
    ['$Input["a"', '10-10 "]" is expected here, not the end'],
    ['get(x, 1).a', '9-10 A path can only follow a variable; write get'],
    ['get(x, 1)[0]', '9-10 A path can only follow a variable; write get'],
    ['(a).b', '3-4 A path can only follow a variable'],
    ['$Input.f(1)', '8-9 $Input.f is data, not a function'],
    ['{a: 1}', '1-2 The key of an object is a text; write "a"'],
    ['f(1,)', '4-5 A value is expected here, not ")"'],
    ['f(1 2)', '4-5 "," or ")" is expected'],
    ['1 2', '2-3 "2" cannot follow here'],
    ['"abc', '0-4 The text that begins here is not closed'],
    ['"a\\x"', '2-4 \\x is no known escape'],
    ['"a\nb"', '2-3 A quoted text cannot go over a line end'],
    ['a # b', '2-3 "#" has no meaning'],
    ['a ? b', 'no problem: a ? b : null'],
    ['(a ? b)', '6-7 ":" is expected here, not ")"'],
  ])('%j', (text, expected) => expect(problem(text)).toContain(expected));

  test('nesting and length are bounded', () => {
    expect(problem('('.repeat(50_000))).toContain('nested more than 200 levels');
    expect(problem('!'.repeat(50_000) + 'a')).toContain('nested more than 200 levels');
    expect(problem('a+'.repeat(5_000) + 'a')).toContain('nested more than 1000 levels');
    expect(problem('a'.repeat(200_000))).toContain('longer than 100000');
    expect(shape('a' + ' && a'.repeat(900))).toContain('…');
  });
});

test('spans say where each part is written', () => {
  expect(parseExpression(' f( $Input.a[0] , 1 )')).toMatchObject({
    kind: 'call',
    nameSpan: { from: 1, to: 2 },
    span: { from: 1, to: 21 },
    args: [
      { kind: 'index', span: { from: 4, to: 15 }, of: { span: { from: 4, to: 12 } } },
      { span: { from: 18, to: 19 } },
    ],
  });
});
