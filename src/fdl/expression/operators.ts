import { deepEqual, isList, isObject, type Json } from '../../base/index.ts';
import type { BinaryOperator, DataScope, Expression } from './ast.ts';
import { boundedText } from './call.ts';
import type { EvalEnv } from './environment.ts';
import { fail, type Site } from './fault.ts';
import { messages } from './messages.ts';
import { explainMissing } from './missing.ts';
import { matchPattern } from './pattern.ts';
import { printExpression } from './print.ts';
import { compareText, kindOf, toBoolean, toNumber, toText } from './values.ts';

/** A binary operation while it is evaluated. */
export interface Operation extends Site {
  readonly part: Extract<Expression, { kind: 'binary' }>;
}
/** Applies an operator to two values by the steps of reference section 6.3. `??`, `&&`, `||` stop early elsewhere. */
export type Operator = (a: Json, b: Json, at: Operation, data: DataScope, env: EvalEnv) => Json;

/** The operators the service's documents do not mention (decision U20). */
export const undocumentedOperators: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  '??',
  '^',
  '&',
  '|',
  '<<',
  '>>',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '=~',
  '!~',
] satisfies BinaryOperator[]);

/** Why two values do not go together: a missing one is explained, other kinds are named. */
function mismatch(a: Json, b: Json, at: Operation, data: DataScope, say: 'orderOf' | 'badOperands'): never {
  const { operator, left, right } = at.part;
  if (a !== null && b !== null) {
    return fail(at, messages[say](operator, messages.kind[kindOf(a)], messages.kind[kindOf(b)]));
  }
  const first = a === null ? explainMissing(left, data) : '';
  // One piece of advice is enough when both sides are missing for the same reason.
  const second = b === null ? explainMissing(right, data, first === '' ? 'with-advice' : 'bare') : '';
  return fail(at, [`${messages.missingOperand(operator)}.`, first, second].filter((text) => text !== '').join(' '));
}

function equal(a: Json, b: Json, at: Operation, env: EvalEnv): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  if (a === null || b === null) noteMissing(a, b, at, env);
  const left = toNumber(a);
  const right = left === undefined ? undefined : toNumber(b);
  if (right !== undefined) return left === right;
  const leftTruth = toBoolean(a);
  const rightTruth = leftTruth === undefined ? undefined : toBoolean(b);
  return rightTruth === undefined ? deepEqual(a, b) : leftTruth === rightTruth;
}

/** Somebody who writes `== null` means it; everybody else hears that a value is missing (decision U21). */
function noteMissing(a: Json, b: Json, at: Operation, env: EvalEnv): void {
  const { left, right } = at.part;
  const isWrittenNull = (value: Json, part: Expression): boolean => value === null && part.kind === 'literal';
  if (isWrittenNull(a, left) || isWrittenNull(b, right)) return;
  env.note('U21', messages.notes.missing(printExpression(a === null ? left : right)));
}

/** Negative, zero or positive, by number where both are or can be read as such, by text otherwise (ruling R23). */
function order(a: Json, b: Json, at: Operation, data: DataScope): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const left = toNumber(a);
  const right = toNumber(b);
  if (left !== undefined && right !== undefined) return left - right;
  const leftText = toText(a);
  const rightText = toText(b);
  if (leftText === undefined || rightText === undefined) return mismatch(a, b, at, data, 'orderOf');
  return compareText(leftText, rightText);
}

function add(a: Json, b: Json, at: Operation, data: DataScope): Json {
  if (typeof a === 'string' && typeof b === 'string') return boundedText(at, a + b);
  const left = toNumber(a);
  const right = toNumber(b);
  if (left !== undefined && right !== undefined) return finite(left + right, at);
  const leftText = toText(a);
  const rightText = toText(b);
  if (leftText === undefined || rightText === undefined) return mismatch(a, b, at, data, 'badOperands');
  return boundedText(at, leftText + rightText);
}

/** JSON knows no infinity and no "not a number" (ruling R26), and minus zero is zero in it. */
function finite(value: number, at: Operation): number {
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  const byZero = at.part.operator === '/' || at.part.operator === '%';
  return fail(at, byZero ? messages.divisionByZero : messages.notFinite);
}

function arithmetic(compute: (a: number, b: number) => number): Operator {
  return (a, b, at, data) => {
    const left = toNumber(a);
    const right = toNumber(b);
    if (left === undefined || right === undefined) return mismatch(a, b, at, data, 'badOperands');
    return finite(compute(left, right), at);
  };
}

const lowest = -(2n ** 63n);
/** A number as a 64-bit integer (ruling R28): the fraction is cut off, what is out of range becomes the lowest one. */
function toInteger(value: number): bigint {
  const whole = BigInt(Math.trunc(value));
  return whole < lowest || whole >= -lowest ? lowest : whole;
}
const wrapped = (value: bigint): number => Number(BigInt.asIntN(64, value));
const bits = (compute: (a: bigint, b: bigint) => bigint): Operator =>
  arithmetic((a, b) => wrapped(compute(toInteger(a), toInteger(b))));

/** Shift counts are unsigned: 64 and more, and negative ones, push every bit out. */
function shift(a: bigint, by: bigint, left: boolean): bigint {
  if (by >= 0n && by < 64n) return left ? a << by : a >> by;
  return left || a >= 0n ? 0n : -1n;
}

const ordering =
  (holds: (order: number) => boolean): Operator =>
  (a, b, at, data) =>
    holds(order(a, b, at, data));

/** Both sides as booleans; the left one decides alone elsewhere, and only where it *is* a boolean. */
const logical =
  (compute: (a: boolean, b: boolean) => boolean): Operator =>
  (a, b, at, data) => {
    const left = toBoolean(a);
    const right = toBoolean(b);
    if (left === undefined || right === undefined) return mismatch(a, b, at, data, 'badOperands');
    return compute(left, right);
  };

const within: Operator = (a, b, at, data) => {
  if (isList(b)) return b.some((item) => deepEqual(a, item));
  if (!isObject(b)) {
    const why = b === null ? explainMissing(at.part.right, data) : '';
    return fail(at, why === '' ? messages.inNeedsCollection(messages.kind[kindOf(b)]) : why);
  }
  const key = toText(a);
  return key === undefined ? fail(at, messages.inNeedsKey(messages.kind[kindOf(a)])) : Object.hasOwn(b, key);
};

function matches(a: Json, b: Json, at: Operation, data: DataScope): boolean {
  const text = toText(a);
  const pattern = toText(b);
  if (text === undefined || pattern === undefined) {
    const part = text === undefined ? at.part.left : at.part.right;
    const value = text === undefined ? a : b;
    const why = value === null ? explainMissing(part, data) : '';
    return fail(at, why === '' ? messages.patternNeedsText(messages.kind[kindOf(value)]) : why);
  }
  const matched = matchPattern(pattern, text);
  return typeof matched === 'string' ? fail(at, matched) : matched;
}

/** `??` is decided before its right side is evaluated; what arrives here is the right side. */
export const operators: { readonly [K in BinaryOperator]: Operator } = {
  '??': (_, b) => b,
  '||': logical((a, b) => a || b),
  '&&': logical((a, b) => a && b),
  '==': (a, b, at, _, env) => equal(a, b, at, env),
  '!=': (a, b, at, _, env) => !equal(a, b, at, env),
  '<': ordering((o) => o < 0),
  '<=': ordering((o) => o <= 0),
  '>': ordering((o) => o > 0),
  '>=': ordering((o) => o >= 0),
  '=~': matches,
  '!~': (a, b, at, data) => !matches(a, b, at, data),
  in: within,
  '^': bits((a, b) => a ^ b),
  '&': bits((a, b) => a & b),
  '|': bits((a, b) => a | b),
  '<<': bits((a, b) => shift(a, b, true)),
  '>>': bits((a, b) => shift(a, b, false)),
  '+': add,
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
  '**': arithmetic((a, b) => a ** b),
};
