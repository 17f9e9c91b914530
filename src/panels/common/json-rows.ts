/** Which places of a value are open, found and changed: everything a tree of it shows, as plain functions. */
import { deepEqual, isList, isObject, type Json, ownValue } from '../../base/index.ts';

export type Key = string | number;
export type Path = readonly Key[];

/** Keys and values inside a value, in order; nothing for a scalar. */
export function childrenOf(value: Json): readonly (readonly [Key, Json])[] {
  if (isList(value)) return value.map((item, i) => [i, item] as const);
  return isObject(value) ? Object.entries(value) : [];
}

export const isContainer = (value: Json): boolean => typeof value === 'object' && value !== null;

/** How a value looks when it is closed or has nothing inside. */
export function shortText(value: Json): string {
  if (isList(value)) return value.length === 0 ? '[]' : `[…${value.length}]`;
  if (isObject(value)) {
    const count = Object.keys(value).length;
    return count === 0 ? '{}' : `{…${count}}`;
  }
  const text = JSON.stringify(value);
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}

const mostFound = 200;

/** Paths of keys and scalars in which the words typed occur, and of everything around them. */
export function findIn(
  value: Json,
  text: string,
): { readonly hits: ReadonlySet<string>; readonly open: ReadonlySet<string> } {
  const wanted = text.trim().toLowerCase();
  const hits = new Set<string>();
  const open = new Set<string>();
  if (wanted === '') return { hits, open };
  const visit = (here: Json, path: Path, depth: number): void => {
    for (const [key, inside] of childrenOf(here)) {
      if (hits.size >= mostFound || depth > 100) return;
      const at = [...path, key];
      const scalar = !isContainer(inside) && shortText(inside).toLowerCase().includes(wanted);
      if (scalar || String(key).toLowerCase().includes(wanted)) {
        hits.add(pathKey(at));
        for (let i = 0; i < at.length; i += 1) open.add(pathKey(at.slice(0, i)));
      }
      if (isContainer(inside)) visit(inside, at, depth + 1);
    }
  };
  visit(value, [], 0);
  return { hits, open };
}

export const pathKey = (path: Path): string => JSON.stringify(path);

/** Whether the value under a key is another one than before, or new. */
export function isChanged(before: Json | undefined, key: Key, value: Json): boolean {
  if (before === undefined) return false;
  return !deepEqual(insideOf(before, key), value);
}

export function insideOf(value: Json | undefined, key: Key): Json | undefined {
  if (isList(value)) return typeof key === 'number' ? value[key] : undefined;
  return isObject(value) ? ownValue(value, String(key)) : undefined;
}
