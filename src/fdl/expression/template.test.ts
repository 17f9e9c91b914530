import { expect, test } from 'vitest';
import type { Template } from './ast.ts';
import { createEvalEnv } from './environment.ts';
import { parseExpression } from './parser.ts';
import { compileTemplate } from './template.ts';

const span = { from: 0, to: 0 };
const computed = (text: string): Template => ({
  kind: 'computed',
  expression: { text, root: parseExpression(text), span, textAt: 0, escaped: false },
  span,
});
const literal = (value: string | number | null): Template => ({ kind: 'literal', value, span });
const object = (entries: Record<string, Template>): Template => ({
  kind: 'object',
  entries: Object.entries(entries).map(([key, value]) => ({ key, keySpan: span, value })),
  span,
});
const fill = (template: Template) => compileTemplate(template)(data, createEvalEnv());
const data = { input: { x: 1 }, output: undefined, context: {}, global: {}, item: undefined };

test('R29: expressions are evaluated at every depth, in maps inside lists too; literals stay as they are', () => {
  const template = object({
    total: computed('$Input.x + 1'),
    note: literal('$Input.x'),
    rows: { kind: 'list', items: [object({ x: computed('$Input.x') }), literal(2)], span },
  });
  expect(fill(template)).toEqual({ ok: true, value: { total: 2, note: '$Input.x', rows: [{ x: 1 }, 2] } });
});

test('a template without expressions gives the same frozen value each time', () => {
  const template = object({ a: literal(1), b: { kind: 'list', items: [object({ c: literal(null) })], span } });
  const run = compileTemplate(template);
  const first = run(data, createEvalEnv());
  expect(run(data, createEvalEnv())).toBe(first);
  expect(first).toEqual({ ok: true, value: { a: 1, b: [{ c: null }] } });
  expect(first.ok && Object.isFrozen(first.value)).toBe(true);
});

test('the first expression that fails is the error', () => {
  expect(fill(object({ a: computed('$Input.y.z') }))).toMatchObject({
    ok: false,
    error: { code: 'FnF.ExpressionError' },
  });
});

test('a key called __proto__ is data', () => {
  const template: Template = {
    kind: 'object',
    entries: [{ key: '__proto__', keySpan: span, value: computed('$Input') }],
    span,
  };
  const result = fill(template);
  expect(result.ok && JSON.stringify(result.value)).toBe('{"__proto__":{"x":1}}');
});
