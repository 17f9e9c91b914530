import { describe, expect, test } from 'vitest';
import { createWorld } from '../functions/index.ts';
import { compileProgram, type Run, simulate } from '../simulator/index.ts';
import { flow } from '../testing/flow.ts';
import { createAnswers } from './answers.ts';
import { align, compareRuns, visitDifferences } from './compare-runs.ts';
import { diffValues, pathText } from './value-diff.ts';

const choosing = flow`
  - Type: Choice
    Name: Ask
    Branches: [{ Condition: $Input.n > 1, Next: Much }]
    Default: Little
  - { Type: Pass, Name: Much, OutputConstructor: { n.$: $Input.n * 10 }, Next: Last }
  - { Type: Pass, Name: Little, Next: Last }
  - { Type: Pass, Name: Last, End: true }
`;
const options = { executionName: 'run', mode: 'Standard', seed: 1, startTime: 0 } as const;
const runWith = (n: number): Run =>
  simulate(compileProgram(choosing), options, { n }, createWorld({ answers: createAnswers([]) }));

describe('two runs side by side', () => {
  test('a run equals itself', () => {
    const comparison = compareRuns(runWith(1), runWith(1));
    expect(comparison.first).toBeUndefined();
    expect(comparison.firstEvent).toBeUndefined();
    expect(comparison.rows.every(({ same }) => same)).toBe(true);
  });

  test('the same states are one row, what only one of them did stands alone', () => {
    const { rows, first, firstEvent } = compareRuns(runWith(1), runWith(5));
    expect(rows.map(({ left, right }) => [left?.stateName, right?.stateName])).toEqual([
      ['Ask', 'Ask'],
      ['Little', undefined],
      [undefined, 'Much'],
      ['Last', 'Last'],
    ]);
    expect(first).toBe(0);
    expect(firstEvent).toEqual({ left: 1, right: 1 });
  });

  test('two visits say at which stage and where in the data they differ', () => {
    const { rows } = compareRuns(runWith(2), runWith(3));
    const [, much] = rows;
    expect(visitDifferences(much!.left!, much!.right!)).toEqual([
      { stage: 'received', differences: [{ path: ['n'], before: 2, after: 3 }] },
      { stage: 'constructed', differences: [{ path: ['n'], before: 2, after: 3 }] },
      { stage: 'output', differences: [{ path: ['n'], before: 20, after: 30 }] },
    ]);
  });

  test('lists are put side by side along their longest common way', () => {
    const pairs = align([...'abcd'], [...'axcd'], (x, y) => x === y);
    expect(pairs).toEqual([
      [0, 0],
      [1, undefined],
      [undefined, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});

describe('two values', () => {
  test('differ where they differ, and only there', () => {
    const before = { a: 1, b: [1, 2], c: { d: 'x' } };
    const after = { a: 1, b: [1, 3, 4], c: 7 };
    expect(diffValues(before, after)).toEqual([
      { path: ['b', 1], before: 2, after: 3 },
      { path: ['b', 2], before: undefined, after: 4 },
      { path: ['c'], before: { d: 'x' }, after: 7 },
    ]);
    expect(diffValues(before, before)).toEqual([]);
    expect(diffValues(undefined, 1)).toEqual([{ path: [], before: undefined, after: 1 }]);
  });

  test('names of hostile keys stay names', () => {
    const hostile = JSON.parse('{"__proto__": {"a": 1}, "x y": 2}');
    expect(diffValues(hostile, {}).map(({ path }) => pathText('$Input', path))).toEqual([
      '$Input.__proto__',
      '$Input["x y"]',
    ]);
  });
});
