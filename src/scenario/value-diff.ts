import { deepEqual, isList, isObject, type Json, ownValue } from '../base/index.ts';

/** One place where two values differ; a side that has nothing there is `undefined`. */
export interface ValueDifference {
  readonly path: readonly (string | number)[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** How deep two values are compared key by key; below, a difference is told as a whole. */
const deepest = 100;

/** Where two values differ, as far down as they are alike in kind. At most `most` places. */
export function diffValues(before: Json | undefined, after: Json | undefined, most = 200): readonly ValueDifference[] {
  const found: ValueDifference[] = [];
  const visit = (a: Json | undefined, b: Json | undefined, path: ValueDifference['path']): void => {
    if (found.length >= most || a === b) return;
    if (path.length < deepest && isObject(a) && isObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        visit(ownValue(a, key), ownValue(b, key), [...path, key]);
      }
    } else if (path.length < deepest && isList(a) && isList(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i += 1) visit(a[i], b[i], [...path, i]);
    } else if (path.length >= deepest || !deepEqual(a, b)) found.push({ path, before: a, after: b });
  };
  visit(before, after, []);
  return found;
}

/** A place in a value as FDL writes it: `$Input.orders[0].id`, `$Output["x y"]`. */
export function pathText(root: string, path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${text}.${key}` : `${text}[${JSON.stringify(key)}]`;
  }, root);
}
