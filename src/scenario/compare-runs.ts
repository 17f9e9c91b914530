import type { Json } from '../base/index.ts';
import type { Decision, ExecutionEvent, Visit } from '../simulator/index.ts';
import { visitsOf } from '../simulator/index.ts';
import { diffValues, type ValueDifference } from './value-diff.ts';

/** Two visits side by side; a side is missing where only the other run came through. */
export interface PathRow {
  readonly left: Visit | undefined;
  readonly right: Visit | undefined;
  /** Alike: what came in, what was called and what went out are the same on both sides. */
  readonly same: boolean;
}

export interface RunComparison {
  readonly rows: readonly PathRow[];
  /** The first row that is not alike. */
  readonly first: number | undefined;
  /** The first events that differ, by number in each run; `undefined` when the histories are the same. */
  readonly firstEvent: { readonly left: number | undefined; readonly right: number | undefined } | undefined;
}

export interface ComparedRun {
  readonly events: readonly ExecutionEvent[];
  readonly decisions: readonly Decision[];
}

/** Puts the paths of two runs beside each other: visits to the same state in the same branch or item are one row. */
export function compareRuns(left: ComparedRun, right: ComparedRun): RunComparison {
  const [a, b] = [visitsOf(left.events, left.decisions), visitsOf(right.events, right.decisions)];
  const rows = align(a, b, (x, y) => x.state === y.state).map(([i, j]): PathRow => {
    const [l, r] = [i === undefined ? undefined : a[i], j === undefined ? undefined : b[j]];
    return { left: l, right: r, same: l !== undefined && r !== undefined && visitDifferences(l, r).length === 0 };
  });
  const first = rows.findIndex(({ same }) => !same);
  return { rows, first: first < 0 ? undefined : first, firstEvent: firstEventOf(left.events, right.events) };
}

/** What two visits differ in, stage by stage. */
export interface StageDifference {
  readonly stage: 'received' | 'constructed' | 'parameters' | 'raw' | 'output' | 'error' | 'attempts';
  readonly differences: readonly ValueDifference[];
}

export function visitDifferences(left: Visit, right: Visit): readonly StageDifference[] {
  return stagesOf(left).flatMap(([stage, value], i): readonly StageDifference[] => {
    const differences = diffValues(value, stagesOf(right)[i]?.[1]);
    return differences.length === 0 ? [] : [{ stage, differences }];
  });
}

function stagesOf(visit: Visit): readonly (readonly [StageDifference['stage'], Json | undefined])[] {
  const { attempts, error } = visit;
  return [
    ['received', visit.received],
    ['constructed', visit.constructed],
    ['parameters', attempts.at(-1)?.parameters],
    ['raw', attempts.at(-1)?.raw],
    ['output', visit.output],
    ['error', error && { Code: error.code, Detail: error.detail }],
    ['attempts', attempts.length],
  ];
}

function firstEventOf(left: readonly ExecutionEvent[], right: readonly ExecutionEvent[]): RunComparison['firstEvent'] {
  const most = Math.max(left.length, right.length);
  for (let i = 0; i < most; i += 1) {
    const [a, b] = [left[i], right[i]];
    if (a === b || (a && b && sameEvent(a, b))) continue;
    return { left: a?.id, right: b?.id };
  }
  return undefined;
}

function sameEvent(a: ExecutionEvent, b: ExecutionEvent): boolean {
  return a.type === b.type && a.at === b.at && a.state === b.state && diffValues(a.detail, b.detail, 1).length === 0;
}

type Pair = readonly [number | undefined, number | undefined];
/** Beyond so many comparisons the middle part is put side by side as it stands. */
const mostCells = 4_000_000;

/** The longest common way through two lists, what is only in one of them in between. */
export function align<T>(a: readonly T[], b: readonly T[], alike: (x: T, y: T) => boolean): readonly Pair[] {
  const matches = (i: number, j: number): boolean => {
    const [x, y] = [a[i], b[j]];
    return x !== undefined && y !== undefined && alike(x, y);
  };
  let start = 0;
  while (start < Math.min(a.length, b.length) && matches(start, start)) start += 1;
  let tail = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (tail < shorter && matches(a.length - 1 - tail, b.length - 1 - tail)) tail += 1;
  const head = Array.from({ length: start }, (_, i): Pair => [i, i]);
  const end = Array.from({ length: tail }, (_, i): Pair => [a.length - tail + i, b.length - tail + i]);
  return [...head, ...alignMiddle(start, a.length - tail, b.length - tail, matches), ...end];
}

function alignMiddle(
  start: number,
  endA: number,
  endB: number,
  matches: (i: number, j: number) => boolean,
): readonly Pair[] {
  const [n, m] = [endA - start, endB - start];
  if (n * m > mostCells) return [...onlyLeft(start, endA), ...onlyRight(start, endB)];
  const width = m + 1;
  const lengths = new Uint16Array((n + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const longest = matches(start + i, start + j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      lengths[i * width + j] = longest;
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    if (matches(start + i, start + j)) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) pairs.push([start + i++, undefined]);
    else pairs.push([undefined, start + j++]);
  }
  return [...pairs, ...onlyLeft(start + i, endA), ...onlyRight(start + j, endB)];
}

const onlyLeft = (from: number, to: number): readonly Pair[] =>
  Array.from({ length: to - from }, (_, i): Pair => [from + i, undefined]);
const onlyRight = (from: number, to: number): readonly Pair[] =>
  Array.from({ length: to - from }, (_, i): Pair => [undefined, from + i]);
