import { assertNever, isList, isObject, type Json, setOwn } from '../../base/index.ts';
import { builtinFunction, builtinFunctions } from '../language/functions.ts';
import { limits } from '../language/limits.ts';
import type { DataScope, Expression } from './ast.ts';
import { builtinNamed } from './builtins.ts';
import type { EvalEnv } from './environment.ts';
import { fail, type Site } from './fault.ts';
import { messages } from './messages.ts';
import { explainMissing, explainNoKeys } from './missing.ts';
import { type Operation, operators, undocumentedOperators } from './operators.ts';
import { printExpression } from './print.ts';
import { nearest } from './spelling.ts';
import { isAbsent, kindOf, printNumber, toBoolean, toNumber, toText } from './values.ts';
import { nestingDepth } from './walk.ts';

/**
 * An expression as a function. It stops with a private signal where the expression cannot be evaluated; `faultOf`
 * turns that into a `FlowError`. Callers that want a `Result` use `evaluate`.
 */
export type Compiled = (data: DataScope, env: EvalEnv) => Json;

const roots = ['$Input', '$Output', '$Context', '$Global', '$Item'];
const compiledAlready = new WeakMap<Expression, Compiled>();

/** Compiles an expression once (calls nested beyond the limit fail when run, decision U24); asking again for the same object gives the same function. */
export function compileExpression(expression: Expression): Compiled {
  const known = compiledAlready.get(expression);
  if (known) return known;
  const depth = nestingDepth(expression);
  const site = { part: expression, whole: expression };
  const fresh: Compiled =
    depth > limits.functionDepth
      ? () => fail(site, messages.callsTooDeep(depth, limits.functionDepth))
      : compile(expression, expression);
  compiledAlready.set(expression, fresh);
  return fresh;
}

function compile(part: Expression, whole: Expression): Compiled {
  const site: Site = { part, whole };
  switch (part.kind) {
    case 'literal': {
      const { value } = part;
      return () => value;
    }
    case 'root':
      return compileRoot(part.name, site);
    case 'unknown-root':
      return () => fail(site, unknownVariable(part.name));
    case 'member':
      return compileMember(compile(part.of, whole), part.of, part.key, site);
    case 'index':
      return compileIndex(part, whole);
    case 'unary':
      return compileUnary(part, whole);
    case 'binary':
      return compileBinary(part, whole);
    case 'conditional':
      return compileConditional(part, whole);
    case 'list': {
      const items = part.items.map((item) => compile(item, whole));
      return (data, env) => items.map((item) => item(data, env));
    }
    case 'object':
      return compileObject(part, whole);
    case 'call':
      return compileCall(part, whole);
    case 'broken':
      return () => fail(site, messages.notAnExpression(part.message, part.span.from + 1));
    default:
      return assertNever(part);
  }
}

function compileRoot(name: Extract<Expression, { kind: 'root' }>['name'], site: Site): Compiled {
  switch (name) {
    case '$Input':
      return (data) => data.input;
    case '$Context':
      return (data) => data.context;
    case '$Global':
      return (data) => data.global;
    case '$Output':
      return (data) => (data.output === undefined ? fail(site, messages.noOutputHere) : data.output);
    case '$Item':
      return (data) => (data.item === undefined ? fail(site, messages.noItemHere) : data.item);
    default:
      return assertNever(name);
  }
}

function unknownVariable(name: string): string {
  const near = nearest(name.startsWith('$') ? name : `$${name}`, roots);
  return near === undefined ? messages.unknownVariable(name) : messages.nearVariable(name, near);
}

function compileMember(of: Compiled, ofPart: Expression, key: string, site: Site): Compiled {
  return (data, env) => {
    const value = of(data, env);
    if (isObject(value)) return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
    if (isList(value)) return fail(site, listNeedsPosition(ofPart, key));
    return fail(site, explainNoKeys(ofPart, value, key, data));
  };
}

function listNeedsPosition(of: Expression, key: string): string {
  return messages.listNeedsPosition(printExpression(of), key);
}

function compileIndex(part: Extract<Expression, { kind: 'index' }>, whole: Expression): Compiled {
  const site = { part, whole };
  const of = compile(part.of, whole);
  const at = compile(part.at, whole);
  return (data, env) => {
    const value = of(data, env);
    const key = at(data, env);
    if (isList(value)) return itemOf(value, key, part, site);
    const text = toText(key);
    if (text === undefined) {
      const why = key === null ? explainMissing(part.at, data) : '';
      return fail(site, why === '' ? messages.badKey(messages.kind[kindOf(key)]) : why);
    }
    if (isObject(value)) return Object.hasOwn(value, text) ? (value[text] ?? null) : null;
    return fail(site, explainNoKeys(part.of, value, text, data));
  };
}

/** A list is read by whole positions; any key in quotes is an error, also one of digits (ruling R27). */
function itemOf(list: readonly Json[], index: Json, part: Extract<Expression, { kind: 'index' }>, site: Site): Json {
  if (typeof index !== 'number' || !Number.isInteger(index)) {
    return fail(
      site,
      listNeedsPosition(part.of, typeof index === 'number' ? printNumber(index) : JSON.stringify(index)),
    );
  }
  if (index < 0 || index >= list.length)
    fail(site, messages.outOfRange(printExpression(part.of), String(index), list.length));
  return list[index] ?? null;
}

function compileUnary(part: Extract<Expression, { kind: 'unary' }>, whole: Expression): Compiled {
  const site = { part, whole };
  const operand = compile(part.operand, whole);
  const refuse = (value: Json, data: DataScope): never => {
    const why = value === null ? explainMissing(part.operand, data) : '';
    return fail(site, why === '' ? messages.badOperand(part.operator, messages.kind[kindOf(value)]) : why);
  };
  if (part.operator === '!') {
    return (data, env) => {
      const value = operand(data, env);
      const truth = toBoolean(value);
      return truth === undefined ? refuse(value, data) : !truth;
    };
  }
  return (data, env) => {
    const value = operand(data, env);
    const number = toNumber(value);
    return number === undefined ? refuse(value, data) : number === 0 ? 0 : -number;
  };
}

function compileBinary(part: Extract<Expression, { kind: 'binary' }>, whole: Expression): Compiled {
  const site: Operation = { part, whole };
  const left = compile(part.left, whole);
  const right = compile(part.right, whole);
  const apply = operators[part.operator];
  const note = undocumentedOperators.has(part.operator) ? messages.notes.operator(part.operator) : undefined;
  const stopsAt = part.operator === '&&' ? false : part.operator === '||' ? true : undefined;
  return (data, env) => {
    if (note !== undefined) env.note('U20', note);
    const a = left(data, env);
    if (stopsAt !== undefined && a === stopsAt) return a;
    if (part.operator === '??' && !isAbsent(a)) return a;
    return apply(a, right(data, env), site, data, env);
  };
}

function compileConditional(part: Extract<Expression, { kind: 'conditional' }>, whole: Expression): Compiled {
  const test = compile(part.test, whole);
  const then = compile(part.then, whole);
  const otherwise = compile(part.otherwise, whole);
  const note = messages.notes.operator('? :');
  return (data, env) => {
    env.note('U20', note);
    return isAbsent(test(data, env)) ? otherwise(data, env) : then(data, env);
  };
}

function compileObject(part: Extract<Expression, { kind: 'object' }>, whole: Expression): Compiled {
  const entries = part.entries.map((entry) => ({
    key: compile(entry.key, whole),
    value: compile(entry.value, whole),
    site: { part: entry.key, whole },
  }));
  return (data, env) => {
    const object: Record<string, Json> = {};
    for (const entry of entries) {
      const key = entry.key(data, env);
      const text = toText(key) ?? fail(entry.site, messages.badKey(messages.kind[kindOf(key)]));
      setOwn(object, text, entry.value(data, env));
    }
    return object;
  };
}

function compileCall(part: Extract<Expression, { kind: 'call' }>, whole: Expression): Compiled {
  const site = { part, whole };
  const builtin = builtinNamed(part.name);
  if (!builtin) return () => fail(site, unknownFunction(part.name));
  const wrong = wrongCount(part.name, part.args.length);
  if (wrong !== undefined) return () => fail(site, wrong);
  const args = part.args.map((arg) => compile(arg, whole));
  const { name } = part;
  return (data, env) => builtin({ name, args: args.map((arg) => arg(data, env)), site, env });
}

function unknownFunction(name: string): string {
  const near = nearest(
    name,
    builtinFunctions.map((f) => f.name),
  );
  return near === undefined ? messages.unknownFunction(name) : messages.nearFunction(name, near);
}

function wrongCount(name: string, given: number): string | undefined {
  const { least = 0, most = Infinity } = builtinFunction(name) ?? {};
  if (given >= least && given <= most) return undefined;
  return messages.argumentCount(name, wantedCount(least, most), given);
}

function wantedCount(least: number, most: number): string {
  if (least === most) return messages.exactly(least);
  return most === Infinity ? messages.atLeast(least) : messages.between(least, most);
}
