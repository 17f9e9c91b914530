import { deepEqual, isList, isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { SimpleOp } from './json-ops.ts';
import type { Path } from './tree.ts';

/**
 * The smallest operations that turn one value into another, so that setting a whole object rewrites only what differs
 * in it. They are to be carried out in turn.
 */
export function minimalOps(path: Path, before: Json | undefined, after: Json): readonly SimpleOp[] {
  if (before !== undefined && deepEqual(before, after)) return [];
  if (isList(before) && isList(after) && after.length > 0 && before.length > 0) return listOps(path, before, after);
  if (isObject(before) && isObject(after) && isFilled(before) && isFilled(after)) return objectOps(path, before, after);
  return [{ op: 'set', path, value: after }];
}

const isFilled = (object: JsonObject): boolean => Object.keys(object).length > 0;

/** `Timeout` and `Timeout.$` are one attribute written in two ways. */
export const otherSpelling = (key: string): string => (key.endsWith('.$') ? key.slice(0, -2) : `${key}.$`);

function objectOps(path: Path, before: JsonObject, after: JsonObject): readonly SimpleOp[] {
  const ops: SimpleOp[] = [];
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  if (gone.length === Object.keys(before).length && gone.length > 1) return [{ op: 'set', path, value: after }];
  const switched = new Set<string>();
  for (const [key, value] of Object.entries(after)) {
    const other = otherSpelling(key);
    if (!Object.hasOwn(before, key) && gone.includes(other)) {
      switched.add(other);
      ops.push({ op: 'replace', path: [...path, other], key, value });
    } else ops.push(...minimalOps([...path, key], Object.hasOwn(before, key) ? before[key] : undefined, value));
  }
  return [
    ...ops,
    ...gone.filter((key) => !switched.has(key)).map((key): SimpleOp => ({ op: 'remove', path: [...path, key] })),
  ];
}

function listOps(path: Path, before: readonly Json[], after: readonly Json[]): readonly SimpleOp[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && deepEqual(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && deepEqual(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  const paired = shorter - head - tail;
  const ops: SimpleOp[] = [];
  for (let i = head; i < head + paired; i += 1) ops.push(...minimalOps([...path, i], before[i], after[i] ?? null));
  for (let i = before.length - tail - 1; i >= head + paired; i -= 1) ops.push({ op: 'remove', path: [...path, i] });
  const fresh = after.slice(head + paired, after.length - tail);
  if (fresh.length > 0)
    ops.push({ op: 'insert', path, index: head + paired, items: fresh.map((value) => ({ value })) });
  return ops;
}
