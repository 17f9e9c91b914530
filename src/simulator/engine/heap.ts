/** A binary heap: the smallest entry first, as `before` orders them. */
export interface Heap<T> {
  readonly size: () => number;
  readonly peek: () => T | undefined;
  readonly push: (entry: T) => void;
  readonly pop: () => T | undefined;
}

export function createHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const entries: T[] = [];
  return {
    size: () => entries.length,
    peek: () => entries[0],
    push: (entry) => {
      entries.push(entry);
      rise(entries, before);
    },
    pop: () => {
      const first = entries[0];
      const last = entries.pop();
      if (entries.length > 0 && last !== undefined) {
        entries[0] = last;
        sink(entries, before);
      }
      return first;
    },
  };
}

/** Moves the last entry up to its place. */
function rise<T>(entries: T[], before: (a: T, b: T) => boolean): void {
  let at = entries.length - 1;
  const entry = entries[at] as T;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = entries[above] as T;
    if (!before(entry, parent)) break;
    entries[at] = parent;
    at = above;
  }
  entries[at] = entry;
}

/** Moves the first entry down to its place. */
function sink<T>(entries: T[], before: (a: T, b: T) => boolean): void {
  const entry = entries[0] as T;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= entries.length) break;
    if (below + 1 < entries.length && before(entries[below + 1] as T, entries[below] as T)) below += 1;
    if (!before(entries[below] as T, entry)) break;
    entries[at] = entries[below] as T;
    at = below;
  }
  entries[at] = entry;
}
