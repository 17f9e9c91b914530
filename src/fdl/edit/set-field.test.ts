import { describe, expect, test } from 'vitest';
import { edit, id, order, refusal } from '../../testing/edit-text.ts';
import { type FlowEdit } from '../index.ts';

describe('fields', () => {
  const set = (path: readonly (string | number)[], value: unknown): FlowEdit =>
    ({ type: 'set-field', state: id('Pay'), path, value }) as FlowEdit;

  test('parents are made as needed, list items appended', () => {
    const text = edit(order, set(['Catch', 0, 'Errors', 0], 'FnF.ALL'), set(['Catch', 0, 'Errors', 1], 'yes'));
    expect(text).toContain('    Catch:\n      - Errors:\n          - FnF.ALL\n          - "yes"\n    Next: Done');
  });

  test('an object that is set again changes only where it differs', () => {
    const with2 = edit(order, set(['Parameters'], { a: 1, b: { c: [1, 2] } })).replace('a: 1', 'a: 1 # why');
    expect(edit(with2, set(['Parameters'], { a: 1, b: { c: [1, 3] } }))).toBe(with2.replace('- 2', '- 3'));
  });

  test('an expression takes the place of the literal, and the other way round', () => {
    const literal = edit(order, set(['Timeout'], '30'));
    const computed = edit(literal, set(['Timeout.$'], '$Input.limit'));
    expect(computed).toBe(literal.replace('Timeout: "30"', 'Timeout.$: "$Input.limit"'));
    expect(edit(computed, set(['Timeout'], '30'))).toBe(literal);
  });

  test('Next and End exclude each other, Name takes its references along', () => {
    expect(edit(order, set(['End'], true))).toBe(order.replace('Next: Done', 'End: true'));
    expect(edit(order, set(['End'], true), set(['Next'], 'Check'))).toBe(order.replace('Next: Done', 'Next: Check'));
    expect(edit(order, set(['Name'], 'Pay: now'))).toBe(
      order.replace('Next: Pay', 'Next: "Pay: now"').replace('Name: Pay', 'Name: "Pay: now"'),
    );
  });

  test('clearing takes empty parents along', () => {
    const deep = edit(order, set(['Parameters', 'body', 'x.$'], '$Input.x'));
    expect(edit(deep, { type: 'clear-field', state: id('Pay'), path: ['Parameters', 'body', 'x.$'] })).toBe(order);
  });

  test('a state is no single value', () => {
    const text =
      'States:\n- Name: M\n  Type: Map\n  Processor:\n    States:\n    - Name: A\n      Type: Pass\n      x: {States: [1]}\n';
    const step = { type: 'set-field', state: id('M'), path: ['Processor', 'States', 0], value: 'A' } as const;
    expect(refusal(text, step)).toMatch(/^bad-value: A state is a mapping/);
    expect(refusal(text, { ...step, path: ['Processor', 'States'], value: { a: [{}] } })).toMatch(/^bad-value/);
    expect(refusal(text, { ...step, path: ['Processor'], value: { States: ['A'] } })).toMatch(/^bad-value/);
    expect(edit(text, { ...step, path: [...step.path, 'x', 'States', 0] })).toBe(text.replace('[1]', '[A]'));
  });

  test('what cannot be written is refused', () => {
    expect(refusal(order, set(['Seconds'], Number.NaN))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Seconds'], undefined))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Name'], ''))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Name'], 'Done'))).toMatch(/^name-taken/);
    expect(refusal(order, set([], 1))).toMatch(/^bad-value/);
    expect(refusal(order, set(['Type', 'x'], 1))).toMatch(/^bad-value: Type holds a single value/);
    expect(refusal(order, set(['Retry', 3], {}))).toMatch(/^bad-value/);
    expect(refusal(edit(order, set(['Retry'], null)), set(['Retry', 1], {}))).toMatch(/^bad-value: Retry has fewer/);
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    expect(refusal(order, set(['Parameters'], deep))).toMatch(/^bad-value: This value is nested/);
  });
});
