import { deepEqual, isList, isObject, type Json, type JsonObject, ownValue, setOwn } from '../../base/index.ts';
import { base64Of, bytesOfBase64, utf8Bytes, utf8Text } from './bytes.ts';
import { anyOf, boundedText, type Call, integerArgument, listArgument, objectArgument, textArgument } from './call.ts';
import { fail } from './fault.ts';
import { hashAlgorithms, hashText } from './hash.ts';
import { messages } from './messages.ts';
import { matchPattern } from './pattern.ts';
import { compareText } from './values.ts';

/** What a built-in gives back, as far as a Condition cares (rule H06, ruling R40). */
type Gives = 'boolean' | 'anything' | 'other';
export interface Builtin {
  readonly least: number;
  readonly most: number;
  readonly gives: Gives;
  readonly run: (call: Call) => Json;
}

const define = (least: number, most: number, gives: Gives, run: (call: Call) => Json): Builtin => ({
  least,
  most,
  gives,
  run,
});
const parsing = define(1, 1, 'anything', stringToJson);

/** The built-in functions (reference section 7) with the details of decisions U23 and U24. */
const builtins: ReadonlyMap<string, Builtin> = new Map([
  ['arrayContains', define(2, 2, 'boolean', (c) => listArgument(c, 1).some((item) => deepEqual(item, c.args[1])))],
  ['arrayUnique', define(1, 1, 'other', (c) => unique(listArgument(c, 1)))],
  ['toArray', define(0, Infinity, 'other', (c) => c.args)],
  ['format', define(1, Infinity, 'other', format)],
  ['length', define(1, 1, 'other', length)],
  ['split', define(2, 2, 'other', split)],
  ['regexMatchString', define(2, 2, 'boolean', regexMatchString)],
  ['get', define(2, 2, 'anything', get)],
  ['intAdd', define(2, 2, 'other', intAdd)],
  ['randomInt', define(2, 2, 'other', randomInt)],
  ['mapKeys', define(1, 1, 'other', (c) => sortedKeys(objectArgument(c, 1)))],
  ['mapValues', define(1, 1, 'other', mapValues)],
  ['jsonMerge', define(2, 2, 'other', (c) => mergeObjects(objectArgument(c, 1), objectArgument(c, 2)))],
  ['stringToJson', parsing],
  ['fromJSON', parsing],
  ['jsonToString', define(1, 1, 'other', (c) => boundedText(c.site, JSON.stringify(c.args[0] ?? null)))],
  ['fromBase64', define(1, 1, 'other', fromBase64)],
  ['toBase64', define(1, 1, 'other', (c) => boundedText(c.site, base64Of(utf8Bytes(textArgument(c, 1)))))],
  ['hash', define(2, 2, 'other', hash)],
  ['uuid', define(0, 0, 'other', (c) => c.env.uuid())],
]);

export const builtinNames: readonly string[] = [...builtins.keys()];
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
