import { deepEqual, isList, isObject, type Json, type JsonObject, ownValue, setOwn } from '../../base/index.ts';
import type { BuiltinFunction } from '../language/functions.ts';
import { base64Of, bytesOfBase64, utf8Bytes, utf8Text } from './bytes.ts';
import { anyOf, boundedText, type Call, integerArgument, listArgument, objectArgument, textArgument } from './call.ts';
import { fail } from './fault.ts';
import { hashAlgorithms, hashText } from './hash.ts';
import { messages } from './messages.ts';
import { matchPattern } from './pattern.ts';
import { compareText } from './values.ts';

/** Computes a call whose number of arguments is already known to be right. */
type Builtin = (call: Call) => Json;

/** The built-in functions (reference section 7) with the details of decisions U23 and U24; arity is in the language table. */
const builtins: ReadonlyMap<string, Builtin> = new Map<BuiltinFunction['name'], Builtin>([
  ['arrayContains', (c) => listArgument(c, 1).some((item) => deepEqual(item, c.args[1]))],
  ['arrayUnique', (c) => unique(listArgument(c, 1))],
  ['toArray', (c) => c.args],
  ['format', format],
  ['length', length],
  ['split', split],
  ['regexMatchString', regexMatchString],
  ['get', get],
  ['intAdd', intAdd],
  ['randomInt', randomInt],
  ['mapKeys', (c) => sortedKeys(objectArgument(c, 1))],
  ['mapValues', mapValues],
  ['jsonMerge', (c) => mergeObjects(objectArgument(c, 1), objectArgument(c, 2))],
  ['stringToJson', stringToJson],
  ['fromJSON', stringToJson],
  ['jsonToString', (c) => boundedText(c.site, JSON.stringify(c.args[0] ?? null))],
  ['fromBase64', fromBase64],
  ['toBase64', (c) => boundedText(c.site, base64Of(utf8Bytes(textArgument(c, 1))))],
  ['hash', hash],
  ['uuid', (c) => c.env.uuid()],
]);

export const builtinNamed = (name: string): Builtin | undefined => builtins.get(name);

/** Shallow union, the second wins; keys stay own data whatever they are called. Also how `$Global` grows. */
export function mergeObjects(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, Json> = {};
  for (const source of [first, second]) for (const key of Object.keys(source)) setOwn(merged, key, source[key] ?? null);
  return merged;
}

/** Each value's first occurrence. A canonical text stands for deep equality, so that long lists cost linear time. */
function unique(list: readonly Json[]): Json {
  const seen = new Set<string>();
  return list.filter((item) => {
    const before = seen.size;
    return seen.add(canonical(item)).size > before;
  });
}

function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

function format(call: Call): Json {
  const pieces = textArgument(call, 1).split('{}');
  const filled = pieces.map((piece, i) => {
    if (i === pieces.length - 1) return piece;
    const value = call.args[i + 1];
    if (value === undefined) return `${piece}{}`;
    return piece + (typeof value === 'string' ? value : JSON.stringify(value));
  });
  return boundedText(call.site, filled.join(''));
}

function length(call: Call): Json {
  const value = anyOf(call, 1, ['list', 'object', 'text'], messages.aMeasurable);
  if (isList(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  return [...String(value)].length;
}

function split(call: Call): Json {
  const text = textArgument(call, 1);
  const separator = textArgument(call, 2);
  return separator === '' ? [...text] : text.split(separator);
}

function regexMatchString(call: Call): Json {
  call.env.note('U24', messages.notes.patternOrder);
  const matched = matchPattern(textArgument(call, 1), textArgument(call, 2));
  return typeof matched === 'string' ? fail(call.site, matched) : matched;
}

function get(call: Call): Json {
  call.env.note('U24', messages.notes.notEverywhere(call.name));
  const from = anyOf(call, 1, ['list', 'object'], messages.aCollection);
  if (isObject(from)) return ownValue(from, textArgument(call, 2)) ?? null;
  const list = listArgument(call, 1);
  const index = integerArgument(call, 2);
  return (
    list[index] ?? (index in list ? null : fail(call.site, messages.outOfRange('the list', String(index), list.length)))
  );
}

function intAdd(call: Call): Json {
  call.env.note('U24', messages.notes.notEverywhere(call.name));
  return integerArgument(call, 1) + integerArgument(call, 2);
}

function randomInt(call: Call): Json {
  call.env.note('U24', messages.notes.notEverywhere(call.name));
  const low = integerArgument(call, 1);
  const high = integerArgument(call, 2);
  if (low >= high) fail(call.site, messages.emptyRange(low, high));
  return low + Math.floor(call.env.random() * (high - low));
}

const sortedKeys = (object: JsonObject): readonly string[] => Object.keys(object).sort(compareText);

function mapValues(call: Call): Json {
  const object = objectArgument(call, 1);
  return sortedKeys(object).map((key) => object[key] ?? null);
}

/** A value that is no text comes back unchanged, so that both ways of reading `$Output.Body` work (ruling R25). */
function stringToJson(call: Call): Json {
  const text = call.args[0] ?? null;
  if (typeof text !== 'string') {
    call.env.note('R25', messages.notes.parsedAlready(call.name));
    return text;
  }
  try {
    const value = JSON.parse(text) as Json;
    return hasInfinity(text, value) ? fail(call.site, messages.notFinite) : value;
  } catch (problem) {
    if (problem instanceof SyntaxError) return fail(call.site, messages.badJson(problem.message));
    throw problem;
  }
}

/** `1e999` is JSON to the letter, but becomes a number that JSON cannot hold. Only long numbers can be such. */
function hasInfinity(text: string, value: Json): boolean {
  if (!/\d[eE]\+?\d{3}|\d{309}/.test(text)) return false;
  const within = (part: Json): boolean => {
    if (typeof part === 'number') return !Number.isFinite(part);
    return typeof part === 'object' && part !== null && Object.values(part).some(within);
  };
  return within(value);
}

function fromBase64(call: Call): Json {
  const bytes = bytesOfBase64(textArgument(call, 1));
  return bytes ? utf8Text(bytes) : fail(call.site, messages.badBase64);
}

function hash(call: Call): Json {
  const text = textArgument(call, 1);
  const algorithm = textArgument(call, 2);
  return hashText(text, algorithm) ?? fail(call.site, messages.unknownHash(algorithm, hashAlgorithms));
}
