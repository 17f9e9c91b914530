import { describe, expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import type { DataScope } from './ast.ts';
import { createEvalEnv } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { parseExpression } from './parser.ts';

const input: Json = {
  a: { b: [10, { c: 'deep' }] },
  n: 7,
  list: ['x', 1],
  text: '{"k": 1}',
  nothing: null,
  'odd key': 'odd',
  i: 1,
  ready: true,
};
const scope: DataScope = {
  input,
  output: undefined,
  context: { Current: { Name: 'S' } },
  global: { g: 1 },
  item: undefined,
};

const valueOf = (text: string, data: Partial<DataScope> = {}): Json | undefined => {
  const result = evaluate(parseExpression(text), { ...scope, ...data });
  return result.ok ? result.value : undefined;
};
const errorOf = (text: string, data: Partial<DataScope> = {}): string => {
  const result = evaluate(parseExpression(text), { ...scope, ...data });
  if (result.ok) return `no error but ${JSON.stringify(result.value)}`;
  expect(result.error.code).toBe('FnF.ExpressionError');
  return result.error.detail;
};
const notesOf = (text: string): readonly string[] => {
  const notes: string[] = [];
  evaluate(
    parseExpression(text),
    scope,
    createEvalEnv(1, (code) => notes.push(code)),
  );
  return notes;
};

describe('reference 6.3: operators and their coercions', () => {
  test.each<[string, Json]>([
    ['"47" == 47', true],
    ['"10" == "10.0"', true],
    ['"TRUE" == "true"', true],
    ['"ready" == "Ready"', false],
    ['"10" < "9"', true],
    ['"10" < 9', false],
    ['"1" + "2"', '12'],
    ['1 + "2"', 3],
    ['1 + "a"', '1a'],
    ['[1,2] == [1,2]', true],
    ['false == 0', true],
    ['"0" == false', true],
    ['$Input.missing == false', true],
    ['$Input.missing == 0', true],
    ['$Input.missing == ""', false],
    ['$Input.missing != 1', true],
    ['true == 1', true],
    ['"yes" == true', false],
    ['{"a": 1, "b": [2]} == {"b": [2], "a": 1}', true],
    ['[1] == ["1"]', false],
    ['true < 5', false],
    ['"b" > true', false],
    ['true + "!"', 'true!'],
    ['"5" - 2', 3],
    ['"3" * "4"', 12],
    ['7 % 4', 3],
    ['-7 % 4', -3],
    ['2 ** 3 ** 2', 64],
    ['-2 ** 2', 4],
    ['10 - 4 - 3', 3],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['1 < 2 == true', true],
    ['1 | 6 ^ 4', 3],
    ['1 << 3 + 1', 16],
    ['-1 >> 70', -1],
    ['1 << 63', -9223372036854775808],
    ['5.9 & 4.2', 4],
    ['!"false"', true],
    ['!0 && "1"', true],
    ['-"12"', -12],
    ['!$Input.missing', true],
    ['false && $Input.text.x', false],
    ['true || $Input.text.x', true],
    ['"a" in ["b", "a"]', true],
    ['1 in ["1"]', false],
    ['[1] in [[1]]', true],
    ['"n" in $Input', true],
    ['"toString" in $Input', false],
    ['1 in {"1": 0}', true],
    ['"order-17" =~ "^order-[0-9]+$"', true],
    ['17 =~ "7"', true],
    ['"abc" !~ "z"', true],
  ])('%s is %j', (text, expected) => expect(valueOf(text)).toEqual(expected));

  test.each<[string, RegExp]>([
    ['$Input.missing >= 1', /missing value.*\$Input has no key "missing"/],
    ['"x" - 1', /- cannot work with a text and a number/],
    ['true + 0 * []', /a number and a list/],
    ['"maybe" && true', /a text and a boolean/],
    ['!"maybe"', /a text/],
    ['-"x"', /a text/],
    ['"a" in "abc"', /must be a list or an object, not a text/],
    ['"a" in $Input.missing', /has no key "missing"/],
    ['null in {"a": 1}', /must be a key/],
    ['"false" && $Input.text.x', /has no keys/],
    ['{"a": 1} < {"b": 1}', /an object/],
    ['[1] + "x"', /a list and a text/],
    ['[1] =~ "x"', /a list/],
    ['"x" =~ "("', /RE2/],
    ['"aa" =~ "(a)\\\\1"', /RE2/],
    ['"ab" =~ "a(?=b)"', /RE2/],
  ])('%s is an error', (text, message) => expect(errorOf(text)).toMatch(message));

  test('R23: printed numbers have no exponent below 1e21', () => {
    expect(valueOf('1e20 + "x"')).toBe('100000000000000000000x');
    expect(valueOf('0.00000012 + "x"')).toBe('0.00000012x');
    expect(valueOf('-1.5e-10 + "x"')).toBe('-0.00000000015x');
    expect(valueOf('1e21 + "x"')).toBe('1e+21x');
  });

  test('R23: texts are ordered by code points', () => {
    expect(valueOf('"\uffff" < "😀"')).toBe(true);
    expect(valueOf('"a" < "ab"')).toBe(true);
  });

  test('R26: a result that JSON cannot hold is an error', () => {
    expect(errorOf('1/0')).toMatch(/division by zero/);
    expect(errorOf('0/0')).toMatch(/division by zero/);
    expect(errorOf('10 ** 400')).toMatch(/not a number/);
    expect(valueOf('0 * -1 == 0 && 1 / (0 * -1 + 1) == 1')).toBe(true);
  });

  test('R28: "", 0, false and null count as absent, "false" does not', () => {
    expect(['""', '0', 'false', 'null', '$Input.missing'].map((t) => valueOf(`${t} ?? "other"`))).toEqual(
      Array(5).fill('other'),
    );
    expect(valueOf('"false" ?? 1')).toBe('false');
    expect(valueOf('"false" ? 1 : 2')).toBe(1);
    expect(valueOf('[] ? 1 : 2')).toBe(1);
    expect(valueOf('0 ? 1 : 2')).toBe(2);
    expect(valueOf('null ?? 0 ? 1 : 2')).toBe(2);
    expect(valueOf('false || true ? "yes" : "no"')).toBe('yes');
    expect(valueOf('0 ? 1')).toBe(null);
  });

  test('U20, U21: what the documents do not mention is noted', () => {
    expect(notesOf('1 + 1')).toEqual(['U20']);
    expect(notesOf('"a" =~ "a"')).toEqual(['U20']);
    expect(notesOf('true ? 1 : 2')).toEqual(['U20']);
    expect(notesOf('$Input.missing == 1')).toEqual(['U21']);
    expect(notesOf('$Input.missing == null')).toEqual([]);
    expect(notesOf('$Input.n == 7 && "n" in $Input')).toEqual([]);
  });
});

describe('reference 5: variables and paths', () => {
  test.each<[string, Json]>([
    ['$Input.a.b[1].c', 'deep'],
    ['$Input["odd key"]', 'odd'],
    ['$Input["a"].b[0]', 10],
    ['$Input.a.b[$Input.i].c', 'deep'],
    ['$Input.missing', null],
    ['$Input.nothing', null],
    ['$Context.Current.Name', 'S'],
    ['$Global.g', 1],
    ['$Input.a.b', [10, { c: 'deep' }]],
    ['[$Input.n, {"k": $Input.n}]', [7, { k: 7 }]],
    ['{"a" + "b": 1}', { ab: 1 }],
  ])('%s is %j', (text, expected) => expect(valueOf(text)).toEqual(expected));

  test.each<[string, RegExp]>([
    ['$Input.missing.x', /\$Input has no key "missing"; it has only "a", "n"/],
    ['$Input.nothing.x', /\$Input\.nothing is null/],
    ['$Input.n.x', /\$Input\.n is a number, which has no keys/],
    ['$Input.text.k', /get\(stringToJson\(\$Input\.text\), "k"\)/],
    ['$Input.list["1"]', /read by position: \$Input\.list\[0\], not by "1"/],
    ['$Input.list[2]', /2 items, position 2 is not among them/],
    ['$Input.list[0 - 1]', /position -1/],
    ['$Input.list.x', /is a list, whose items are read by position/],
    ['$Input.list["x"]', /read by position/],
    ['$Input.list[0.5]', /read by position: \$Input\.list\[0\], not by 0\.5/],
    ['$Input.a.b[9].c.d', /position 9/],
    ['$Input[null]', /null cannot be a key/],
    ['$Output.x', /\$Output exists only in an OutputConstructor/],
    ['$Item', /ItemConstructor/],
    ['$input.x', /did you mean \$Input/],
    ['$Inptu.x', /did you mean \$Input/],
    ['hello', /no variable hello.*quotes/],
    ['nope(1)', /no function nope/],
    ['lenght("x")', /did you mean length/],
    ['length()', /length takes one argument, not 0/],
    ['split("a")', /split takes 2 arguments/],
    ['format()', /at least one argument/],
    ['uuid(1)', /no arguments/],
    ['1 +', /not an expression: A value is expected here, not the end \(at character 4\)/],
  ])('%s is an error', (text, message) => expect(errorOf(text)).toMatch(message));

  test('only own properties are data: __proto__ and constructor are keys like any other', () => {
    expect(['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((k) => valueOf(`$Input.${k}`))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const hostile = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2, "hasOwnProperty": 3}') as Json;
    expect(valueOf('$Input.__proto__.x + $Input.constructor + $Input.hasOwnProperty', { input: hostile })).toBe(6);
    expect(JSON.stringify(valueOf('jsonMerge($Input, {"a": 1})', { input: hostile }))).toContain('"__proto__":{"x":1}');
    expect(JSON.stringify(valueOf('{"__proto__": 1}'))).toBe('{"__proto__":1}');
    expect(valueOf('$Input.list.length')).toBeUndefined();
  });

  test('reading a function answer without its Body says what is there and what to write instead', () => {
    const detail = errorOf('$Input.ObjectSize >= $Input.Threshold', { input: { Body: { ObjectSize: 5 } } });
    expect(detail).toContain('$Input has no key "ObjectSize"; it has only "Body"');
    expect(detail).toContain('write $Input.Body.ObjectSize');
    expect(detail).toContain('OutputConstructor with ObjectSize.$: $Output.Body.ObjectSize');
    expect(detail).toContain('$Input has no key "Threshold"');
  });

  test('a key that is nearly right is suggested', () => {
    expect(errorOf('$Input.ordrId > 1', { input: { orderId: 1 } })).toContain('did you mean $Input.orderId?');
  });

  test('the part at fault is named within the whole', () => {
    expect(errorOf('$Input.n > 1 && -$Input.text > 2')).toMatch(/^-\$Input\.text: .*\(in the expression .*&&.*\)$/);
  });
});

describe('bounds', () => {
  test('calls nested eleven deep are refused', () => {
    const nested = (depth: number) => 'toArray('.repeat(depth) + '1' + ')'.repeat(depth);
    expect(valueOf(nested(10))).toBeDefined();
    expect(errorOf(nested(11))).toMatch(/nested 11 deep; the language allows 10/);
  });

  test('texts that double again and again end in an error', () => {
    const big = 'x'.repeat(60_000);
    const doubled = `format("${'{}'.repeat(100)}", ${Array(100).fill('$Input.t').join(', ')})`;
    expect(errorOf(doubled, { input: { t: big } })).toMatch(/grows beyond/);
  });

  test('a pattern that would take a backtracking engine for ever is matched at once', () => {
    expect(valueOf('"' + 'a'.repeat(5_000) + '!" =~ "^(a+)+$"')).toBe(false);
    expect(errorOf(`"a" =~ "${'a?'.repeat(600)}"`)).toMatch(/1000 characters at most/);
    expect(errorOf('$Input.t =~ "(x{0,500}y){0,2}"', { input: { t: 'x'.repeat(1_000_000) } })).toMatch(/too costly/);
  });

  test('values nested beyond the stack end in an error', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as Json;
    const other = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as Json;
    expect(errorOf('$Input.a == $Input.b', { input: { a: deep, b: other } })).toMatch(/nested too deeply/);
    expect(errorOf('jsonToString($Input)', { input: deep })).toMatch(/nested too deeply/);
  });
});
