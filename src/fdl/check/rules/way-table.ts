/**
 * The names and ways of a scope as numbers in flat lists. A judgement over ten thousand states then follows no pointers,
 * and a keystroke only patches what differs from the table before: the states between the common beginning and end.
 */
import type { Scope, State } from '../../model.ts';
import { exitsOf, mayEnd } from './exits.ts';

export interface WayTable {
  readonly states: readonly State[];
  /** The number of every state's name. */
  readonly names: Int32Array;
  /** Numbers of the names its outlets lead to: those of state `i` from `first[i]` up to `first[i + 1]`. */
  readonly targets: Int32Array;
  readonly first: Int32Array;
  readonly marks: Uint8Array;
  /** Grows with every name that is met; tables that come from one another share it. */
  readonly numbering: Map<string, number>;
}
export const mark = { stale: 1, unread: 2, ends: 4, container: 8, nameless: 16 } as const;

/** How far two lists of states are the same objects, from either end. */
export interface Overlap {
  readonly head: number;
  readonly tail: number;
}
const none: Overlap = { head: 0, tail: 0 };

export function overlapOf(before: readonly State[], after: readonly State[]): Overlap {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** The table of a scope; with the table before, only states that are new objects are looked at. */
export function tableOf({ states }: Pick<Scope, 'states'>, before?: WayTable): WayTable {
  if (before?.states === states) return before;
  // Names that are gone keep their numbers; now and then all are given out anew.
  const last = before && before.numbering.size <= 4 * states.length + 1000 ? before : undefined;
  const numbering = last?.numbering ?? new Map<string, number>();
  const overlap = last ? overlapOf(last.states, states) : none;
  const part = readPart(states.slice(overlap.head, states.length - overlap.tail), numbering);
  if (!last || overlap.head + overlap.tail === 0) return { states, numbering, ...part };
  return { states, numbering, ...splice(last, part, overlap) };
}

type Columns = Pick<WayTable, 'names' | 'targets' | 'first' | 'marks'>;

function readPart(states: readonly State[], numbering: Map<string, number>): Columns {
  const numberOf = (name: string): number => {
    const known = numbering.get(name) ?? numbering.size;
    if (known === numbering.size) numbering.set(name, known);
    return known;
  };
  const names = new Int32Array(states.length);
  const first = new Int32Array(states.length + 1);
  const marks = new Uint8Array(states.length);
  const targets: number[] = [];
  states.forEach((state, i) => {
    names[i] = numberOf(state.name.value);
    marks[i] = marksOf(state);
    for (const { target } of exitsOf(state)) targets.push(numberOf(target.value));
    first[i + 1] = targets.length;
  });
  return { names, targets: Int32Array.from(targets), first, marks };
}

function marksOf(state: State): number {
  const { type, stale, name } = state;
  return (
    (stale ? mark.stale : 0) |
    (stale && type === 'Unknown' ? mark.unread : 0) |
    (mayEnd(state) ? mark.ends : 0) |
    (type === 'Parallel' || type === 'Map' ? mark.container : 0) |
    (name.value === '' ? mark.nameless : 0)
  );
}

function splice(last: Columns, part: Columns, { head, tail }: Overlap): Columns {
  const size = head + part.names.length + tail;
  const tailAt = last.names.length - tail;
  const targetsHead = last.first[head] ?? 0;
  const targetsTail = last.first[tailAt] ?? 0;
  const first = new Int32Array(size + 1);
  first.set(last.first.subarray(0, head));
  for (let i = 0; i <= part.names.length; i += 1) first[head + i] = (part.first[i] ?? 0) + targetsHead;
  const drift = targetsHead + part.targets.length - targetsTail;
  for (let i = 0; i <= tail; i += 1) first[size - tail + i] = (last.first[tailAt + i] ?? 0) + drift;
  return {
    names: concat(Int32Array, last.names.subarray(0, head), part.names, last.names.subarray(tailAt)),
    marks: concat(Uint8Array, last.marks.subarray(0, head), part.marks, last.marks.subarray(tailAt)),
    targets: concat(
      Int32Array,
      last.targets.subarray(0, targetsHead),
      part.targets,
      last.targets.subarray(targetsTail),
    ),
    first,
  };
}

function concat<T extends Int32Array | Uint8Array>(make: new (length: number) => T, ...parts: readonly T[]): T {
  const whole = new make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two tables have the same states in the same order, by name and kind. */
export function sameNames(a: WayTable, b: WayTable): boolean {
  if (a.numbering !== b.numbering || a.names.length !== b.names.length) return false;
  return a.names.every((name, i) => name === b.names[i] && a.marks[i] === b.marks[i]);
}
