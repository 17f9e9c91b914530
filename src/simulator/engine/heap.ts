/** A queue that gives the smallest entry first, as `before` orders them. */
export interface Heap<T> {
  readonly peek: () => T | undefined;
  readonly push: (entry: T) => void;
  readonly pop: () => T | undefined;
}

/**
 * Entries that come in order, as the branches of a fork do, stand in a plain line and cost nothing to sort; only those
 * that come out of order go into a binary heap.
 */
export function createHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const heap: T[] = [];
  let line: T[] = [];
  let head = 0;
  const lineFirst = (): boolean => {
    const waiting = head < line.length;
    return heap.length === 0 ? waiting : waiting && !before(heap[0] as T, line[head] as T);
  };
  const push = (entry: T): void => {
    const last = line.length - 1;
    if (last < head || !before(entry, line[last] as T)) line.push(entry);
    else {
      heap.push(entry);
      rise(heap, before);
    }
  };
  const pop = (): T | undefined => {
    if (!lineFirst()) return popHeap(heap, before);
    const first = line[head];
    head += 1;
    if (head === line.length || (head > 1_000 && 2 * head > line.length)) {
      line = line.slice(head);
      head = 0;
    }
    return first;
  };
  return { peek: () => (lineFirst() ? line[head] : heap[0]), push, pop };
}

function popHeap<T>(heap: T[], before: (a: T, b: T) => boolean): T | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (heap.length > 0 && last !== undefined) {
    heap[0] = last;
    sink(heap, before);
  }
  return first;
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
