import { isList, isObject, type Json, type JsonObject, setOwn } from '../../base/index.ts';
import type { Flow, Scope, State } from '../model.ts';

/** Whether people write `Name` in front of `Type` in a scope; where it has no state, in the flow. */
export function isNameFirst(flow: Pick<Flow, 'states'>, scope: Pick<Scope, 'states'>): boolean {
  const written = [...scope.states, ...flow.states].find(isWritten)?.written.entries;
  if (!written) return false;
  const [name, type] = ['Name', 'Type'].map((key) => written.findIndex((entry) => entry.key === key));
  return name !== undefined && name >= 0 && (type === undefined || type < 0 || name < type);
}

const isWritten = ({ written }: State): boolean => written.entries.length > 0;

/** A template with the keys of its states in the order people use. */
export function inUsualOrder(value: Json, nameFirst: boolean): Json {
  if (isList(value)) return value.map((item) => inUsualOrder(item, nameFirst));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const ordered = nameFirst && keys.includes('Name') ? ['Name', ...keys.filter((key) => key !== 'Name')] : keys;
  return pick(value, ordered, nameFirst);
}

/** A scope with `StartAt` and `States` in the order they have in the one beside it. */
export function inOrderOf(value: Json, beside: Json | undefined): Json {
  if (!isObject(value) || !isObject(beside)) return value;
  const places = Object.keys(beside);
  const keys = Object.keys(value);
  if (!keys.every((key) => places.includes(key))) return value;
  return pick(
    value,
    keys.toSorted((a, b) => places.indexOf(a) - places.indexOf(b)),
  );
}

function pick(value: JsonObject, keys: readonly string[], nameFirst?: boolean): JsonObject {
  const copy: Record<string, Json> = {};
  for (const key of keys) {
    const inner = value[key] ?? null;
    setOwn(copy, key, nameFirst === undefined ? inner : inUsualOrder(inner, nameFirst));
  }
  return copy;
}
