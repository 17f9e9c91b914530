import { isList, isObject, type Json, type JsonObject, ownValue } from '../../base/index.ts';
import type { DataScope, Expression } from './ast.ts';
import { messages, pathSuffix } from './messages.ts';
import { printExpression } from './print.ts';
import { nearest } from './spelling.ts';
import { kindOf } from './values.ts';
import { pathOf } from './walk.ts';

const mostKeysShown = 8;

/**
 * Why a path gave null, in words: which key is missing where, what is there instead, and what to write. Empty for
 * expressions that are no path or whose path is there.
 */
export function explainMissing(
  part: Expression,
  data: DataScope,
  advice: 'with-advice' | 'bare' = 'with-advice',
): string {
  const path = pathOf(part);
  if (!path) return '';
  let text: string = path.root;
  let value: Json | undefined = rootValue(path.root, data);
  for (const key of path.keys) {
    if (value === null || value === undefined) break;
    const next: Json | undefined = child(value, key);
    if (next === undefined) {
      if (!isObject(value)) return '';
      const hint = advice === 'bare' ? undefined : adviceOn(text, value, String(key), path.root);
      return `${missingKey(text, value, String(key))}.${hint ? ` ${hint}` : ''}`;
    }
    text += typeof key === 'number' ? `[${key}]` : pathSuffix(key);
    value = next;
  }
  return value === null || value === undefined ? `${messages.isNull(text)}.` : '';
}

function rootValue(root: string, data: DataScope): Json | undefined {
  if (root === '$Input') return data.input;
  if (root === '$Output') return data.output;
  if (root === '$Context') return data.context;
  return root === '$Global' ? data.global : data.item;
}

function child(value: Json, key: string | number): Json | undefined {
  if (isList(value)) return value[Number(key)];
  return isObject(value) ? ownValue(value, String(key)) : undefined;
}

function missingKey(path: string, object: JsonObject, key: string): string {
  const keys = Object.keys(object);
  const shown = keys.slice(0, mostKeysShown);
  const has = keys.length === 0 ? messages.noKeysAtAll : messages.theKeys(shown, keys.length - shown.length);
  return messages.missingKey(path, key, has);
}

function adviceOn(path: string, object: JsonObject, key: string, root: string): string | undefined {
  return bodyHint(path, object, key, root) ?? nearHint(path, Object.keys(object), key);
}

/** The one mistake everybody makes first: reading a function's answer without its `Body`. */
function bodyHint(path: string, object: JsonObject, key: string, root: string): string | undefined {
  const isWhole = path === root && (root === '$Input' || root === '$Output');
  const body = isWhole ? ownValue(object, 'Body') : undefined;
  if (body === undefined) return undefined;
  const within = isObject(body) && Object.hasOwn(body, key);
  return within || Object.keys(object).length === 1
    ? messages.bodyHint(`${path}.Body${pathSuffix(key)}`, key)
    : undefined;
}

function nearHint(path: string, keys: readonly string[], key: string): string | undefined {
  const near = nearest(key, keys.slice(0, 200));
  return near === undefined ? undefined : messages.nearKey(path + pathSuffix(near));
}

/** The same for a value that has no keys at all: text, number, null. */
export function explainNoKeys(of: Expression, value: Json, key: string, data: DataScope): string {
  if (value === null) {
    const why = explainMissing(of, data);
    if (why !== '') return why;
  }
  const text = printExpression(of);
  const reason = messages.noKeys(text, messages.kind[kindOf(value)]);
  return typeof value === 'string' ? `${reason}; ${messages.jsonTextHint(text, key)}` : reason;
}
