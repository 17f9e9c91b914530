import { isMap, isScalar, isSeq } from 'yaml';
import { isObject, type Json, type JsonObject, setOwn } from '../../base/index.ts';
import { parseDuration } from '../duration.ts';
import { parseInstant } from '../instant.ts';
import { messages } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { entriesOf, itemsOf, json, type Read, report, reportKind, sourceText, type Spot } from './yaml-reader.ts';

const { kinds } = messages;

/** A reader per key; a value of the result is present exactly when its key was given and readable. */
export type Shape<T> = { readonly [K in keyof T]-?: Read<T[K]> };

/** A map with these keys and no others; `required` ones must be there. */
export function map<T extends object>(shape: Shape<T>, required: readonly (keyof T & string)[] = []): Read<Partial<T>> {
  const allowed = Object.keys(shape);
  return (spot) => {
    if (!isMap(spot.node)) return reportKind(spot, kinds.map(allowed));
    const result: Partial<T> = {};
    const given = new Set<string>();
    for (const { name, keyOffset, spot: value } of entriesOf(spot.node, spot)) {
      if (!Object.hasOwn(shape, name)) {
        report(value, messages.unknownKey(name, allowed, nearest(name, allowed)), keyOffset);
        continue;
      }
      given.add(name);
      const read = shape[name as keyof T](value);
      if (read !== undefined) result[name as keyof T] = read;
    }
    for (const key of required) {
      if (!given.has(key))
        report({ ...spot, key: spot.key === '' ? key : `${spot.key}.${key}` }, messages.missingKey(key));
    }
    return result;
  };
}

/** Says so unless exactly one of the keys was given. */
export function needsOneOf(spot: Spot, keys: readonly string[]): boolean {
  if (!isMap(spot.node)) return false;
  const names = entriesOf(spot.node, spot).map(({ name }) => name);
  const given = names.filter((name) => keys.includes(name)).length;
  // A key that is misspelt is reported as unknown; that it is missing under its right name goes without saying.
  const misspelt = given === 0 && names.some((name) => nearest(name, keys) !== undefined);
  if (given !== 1 && !misspelt) report(spot, messages.expectedOneOf(keys));
  return given === 1;
}

/** A list; entries that cannot be read are left out (and reported). A key with nothing under it is an empty list. */
export function list<T>(of: Read<T>, least: 0 | 1 = 0): Read<readonly T[]> {
  return (spot) => {
    if (least === 0 && (spot.node === null || (isScalar(spot.node) && spot.node.value === null))) return [];
    const items = itemsOf(spot);
    if (!items || items.length < least) return reportKind(spot, least === 0 ? kinds.list : kinds.filledList);
    return items.map(of).filter((item): item is Exclude<typeof item, undefined> => item !== undefined);
  };
}

/** A map from any names to values of one kind. */
export function record<T>(of: Read<T>): Read<Readonly<Record<string, T>>> {
  return (spot) => {
    if (!isMap(spot.node)) return reportKind(spot, kinds.anyMap);
    const result: Record<string, T> = {};
    for (const { name, spot: value } of entriesOf(spot.node, spot)) {
      const read = of(value);
      if (read !== undefined) setOwn(result, name, read);
    }
    return result;
  };
}

export const text: Read<string> = (spot) => {
  const found = sourceText(spot.node);
  return found === undefined || isSeq(spot.node) ? reportKind(spot, kinds.text) : found;
};

export const boundedText = (least: number, most: number, what: string): Read<string> => {
  return (spot) => {
    const found = sourceText(spot.node);
    return found === undefined || found.length < least || found.length > most ? reportKind(spot, what) : found;
  };
};

export function oneOf<T extends string>(options: readonly T[]): Read<T> {
  return (spot) => {
    const found = sourceText(spot.node);
    return options.find((option) => option === found) ?? reportKind(spot, kinds.oneOf(options));
  };
}

export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER): Read<number> => {
  return (spot) => {
    const found = numberOf(spot);
    if (found !== undefined && Number.isSafeInteger(found) && found >= least && found <= most) return found;
    return reportKind(spot, least === Number.MIN_SAFE_INTEGER ? kinds.integer : kinds.wholeNumber(least, most));
  };
};
export const integer = wholeNumber(Number.MIN_SAFE_INTEGER);

function numberOf(spot: Spot): number | undefined {
  return isScalar(spot.node) && typeof spot.node.value === 'number' ? spot.node.value : undefined;
}

export const duration: Read<number> = (spot) => {
  return parseDuration(sourceText(spot.node) ?? '') ?? reportKind(spot, kinds.duration);
};

export const instant: Read<number> = (spot) => {
  return parseInstant(sourceText(spot.node) ?? '') ?? reportKind(spot, kinds.instant);
};

export const yes: Read<true> = (spot) => {
  return isScalar(spot.node) && spot.node.value === true ? true : reportKind(spot, kinds.yes);
};

export const jsonObject: Read<JsonObject> = (spot) => {
  if (!isMap(spot.node)) return reportKind(spot, kinds.object);
  const value: Json | undefined = json(spot);
  return isObject(value) ? value : undefined;
};
