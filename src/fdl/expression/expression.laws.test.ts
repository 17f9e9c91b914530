import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import { builtinFunctions } from '../language/functions.ts';
import { base64Of, bytesOfBase64, utf8Bytes, utf8Text } from './bytes.ts';
import { evaluate } from './evaluate.ts';
import { parseExpression } from './parser.ts';
import { printExpression } from './print.ts';
import { compareText } from './values.ts';
import { walkExpression } from './walk.ts';

const builtinNames = builtinFunctions.map((builtin) => builtin.name);
const pieces = fc.constantFrom(
  ...[
    '$Input',
    '$Output',
    '$Context.a',
    '$input',
    '.a',
    '["b"]',
    '[0]',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '?',
    '??',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '%',
    '**',
    '==',
    '!=',
    '<',
    '>=',
    '&&',
    '||',
    '!',
    'in',
    '=~',
    '<<',
    '|',
    '^',
    ' ',
    '"a"',
    "'b'",
  ],
  ...['1', '0', '-2', '1e9', 'true', 'null', '{"k": 1}', '[1, "x"]', '"(a+)+"', 'get(', 'length(', ...builtinNames],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
);
const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;

/** Expressions that are well formed, so that evaluation gets somewhere. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      '1',
      '0',
      '"a"',
      '"7"',
      'true',
      'null',
      '[]',
      '{}',
      '$Input',
      '$Input.a',
      '$Input.b[0]',
      '$Output',
      '""',
    ),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(...'?? || && == != < <= > >= =~ !~ in ^ & | << >> + - * / % **'.split(' ')),
        tie('expression'),
      )
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom(...builtinNames), fc.array(tie('expression'), { maxLength: 3 }))
      .map(([f, args]) => `${f}(${args.join(', ')})`),
    fc.tuple(fc.constantFrom('!', '-'), tie('expression')).map(([op, a]) => op + a),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, {"k": ${b}}]`),
  ),
}));

test('reading never throws, and every span lies within the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      walkExpression(parseExpression(text), ({ span }) => {
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeGreaterThanOrEqual(span.from);
        expect(span.to).toBeLessThanOrEqual(text.length);
      });
    }),
    { numRuns: 3_000 },
  );
});

test('evaluating never throws and gives JSON or the one error', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, expression), anyJson, anyJson, (text, a, b) => {
      const data = { input: { a, b: [b] }, output: b, context: {}, global: {}, item: undefined };
      const result = evaluate(parseExpression(text), data);
      if (!result.ok) expect(result.error.code).toBe('FnF.ExpressionError');
      else
        expect(JSON.parse(JSON.stringify(result.value, (_, v: unknown) => (Object.is(v, -0) ? 0 : v)))).toBeDefined();
    }),
    { numRuns: 3_000 },
  );
});

test('an expression printed and read again means the same', () => {
  fc.assert(
    fc.property(expression, (text) => {
      const printed = printExpression(parseExpression(text));
      if (!printed.includes('…')) expect(printExpression(parseExpression(printed))).toBe(printed);
    }),
    { numRuns: 1_000 },
  );
});

test('the same data and seed give the same value', () => {
  fc.assert(
    fc.property(expression, anyJson, (text, a) => {
      const data = { input: { a }, output: undefined, context: {}, global: {}, item: undefined };
      expect(evaluate(parseExpression(text), data)).toEqual(evaluate(parseExpression(text), data));
    }),
    { numRuns: 500 },
  );
});

test('text goes to UTF-8 and Base64 and back as Node does it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = utf8Bytes(text);
      expect(Buffer.from(text).equals(bytes)).toBe(true);
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
      expect(utf8Text(bytes)).toBe(Buffer.from(text).toString());
    }),
  );
});

test('texts are ordered as their UTF-8 bytes are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
