import { invariant, isList, isObject, type Json, type JsonObject, setOwn } from '../../base/index.ts';
import type { ItemText } from './patch/item-text.ts';
import type { Path } from './tree.ts';

/** One step of an edit, in terms of values. What it does to the text is another matter (`patch/`). */
export type Op = SimpleOp | { readonly op: 'together'; readonly ops: readonly SimpleOp[] };

/** `together` holds operations that do not touch each other: they are carried out on one reading of the text. */
export type SimpleOp =
  /** Replaces the value at a path or creates the entry; its parent exists. */
  | { readonly op: 'set'; readonly path: Path; readonly value: Json }
  /** Another key and value in the place of an entry. */
  | { readonly op: 'replace'; readonly path: Path; readonly key: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: Path }
  /** Several items of a list at once. */
  | { readonly op: 'remove-items'; readonly path: Path; readonly indices: readonly number[] }
  | { readonly op: 'insert'; readonly path: Path; readonly index: number; readonly items: readonly NewItem[] }
  /** The same value, written here instead of taken from elsewhere. */
  | { readonly op: 'write-out'; readonly path: Path };

/** An item for a list; with `text` it keeps its comments and quotes. */
export interface NewItem {
  readonly value: Json;
  readonly text?: ItemText | undefined;
}

/** Which state or scope an object of the document is, kept while the document changes around it. */
export type Identities = Map<object, string>;

/** What the document is after an operation. Shares everything that did not change. */
export function applyOp(root: Json, op: SimpleOp, identities: Identities): Json {
  switch (op.op) {
    case 'set':
      return changeAt(root, op.path, identities, (parent, step) => withChild(parent, step, op.value));
    case 'replace':
      return changeAt(root, op.path, identities, (parent, step) => withEntryReplaced(parent, step, op.key, op.value));
    case 'remove':
      return changeAt(root, op.path, identities, withoutChild);
    case 'remove-items':
      return changeAt(root, op.path, identities, (parent, step) => {
        const list = childOf(parent, step);
        invariant(isList(list), 'items are removed from lists');
        return withChild(
          parent,
          step,
          list.filter((_, index) => !op.indices.includes(index)),
        );
      });
    case 'insert':
      return changeAt(root, [...op.path, op.index], identities, (list, step) => {
        invariant(isList(list), 'items are inserted into lists');
        return list.toSpliced(Number(step), 0, ...op.items.map(({ value }) => value));
      });
    case 'write-out':
      return root;
  }
}

type Change = (parent: Json, step: string | number) => Json;

function changeAt(node: Json, path: Path, identities: Identities, change: Change): Json {
  const [step, ...rest] = path;
  invariant(step !== undefined, 'a path names something');
  const result =
    rest.length === 0
      ? change(node, step)
      : withChild(node, step, changeAt(childOf(node, step), rest, identities, change));
  if (typeof node === 'object' && node !== null && typeof result === 'object' && result !== null) {
    const identity = identities.get(node);
    if (identity !== undefined) identities.set(result, identity);
  }
  return result;
}

export function childOf(node: Json, step: string | number): Json {
  if (isList(node)) return node[Number(step)] ?? null;
  return isObject(node) && Object.hasOwn(node, step) ? (node[step] ?? null) : null;
}

/** The value at a path, or `undefined` where there is none. */
export function valueAt(root: Json, path: Path): Json | undefined {
  let node: Json | undefined = root;
  for (const step of path) {
    if (isList(node)) node = typeof step === 'number' ? node[step] : undefined;
    else node = isObject(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }
  return node;
}

function withChild(parent: Json, step: string | number, value: Json): Json {
  if (isList(parent)) return parent.with(Number(step), value);
  const copy = copyOf(parent);
  setOwn(copy, String(step), value);
  return copy;
}

function withEntryReplaced(parent: Json, step: string | number, key: string, value: Json): Json {
  const copy: Record<string, Json> = {};
  for (const [k, v] of Object.entries(copyOf(parent))) {
    if (k === String(step)) setOwn(copy, key, value);
    else if (k !== key) setOwn(copy, k, v);
  }
  return copy;
}

function withoutChild(parent: Json, step: string | number): Json {
  if (isList(parent)) return parent.toSpliced(Number(step), 1);
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(copyOf(parent))) if (key !== String(step)) setOwn(copy, key, value);
  return copy;
}

const copyOf = (parent: Json): Record<string, Json> => ({ ...((isObject(parent) ? parent : {}) as JsonObject) });
