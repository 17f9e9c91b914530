import { describe, expect, test } from 'vitest';
import { readSource, type StateId } from '../../fdl/index.ts';
import { projectGraph } from '../../graph/index.ts';
import { keysAround, onlyTarget, type OutlineRow, outlineRows, stateOf } from './rows.ts';

const graph = projectGraph(
  readSource(`StartAt: Read
States:
- {Name: Read, Type: Task, Next: Sort}
- Name: Sort
  Type: Choice
  Branches: [{Condition: $Input.a, Next: Both}]
  Default: Nobody
- Name: Both
  Type: Parallel
  Branches:
  - {StartAt: X, States: [{Name: X, Type: Pass, End: true}]}
  - {States: []}
  Catch: [{Errors: [E], Next: Read}]
  End: true
`).flow,
  [],
);
const words = (row: OutlineRow): string => {
  const text =
    row.kind === 'state' ? row.node.label : row.kind === 'scope' ? row.label : `${row.outlet.kind} > ${row.toLabel}`;
  return `${'  '.repeat(row.level - 1)}${text}`;
};

describe('the structure as a tree', () => {
  test('a state with one way out is one line; forks, errors and what is inside a state begin open', () => {
    expect(outlineRows(graph, new Map()).map(words)).toEqual([
      'start > Read',
      'Read',
      'Sort',
      '  branch > Both',
      '  default > ',
      'Both',
      '  next > ',
      '  catch > Read',
      '  Branch0',
      '    start > X',
      '    X',
      '  Branch1',
    ]);
  });

  test('a way out that leads nowhere on purpose is an end', () => {
    const ways = outlineRows(graph, new Map()).filter((row) => row.kind === 'exit' && row.to === undefined);
    expect(ways.map((row) => row.kind === 'exit' && [row.outlet.kind, row.ends])).toEqual([
      ['default', false],
      ['next', true],
    ]);
  });

  test('what somebody opened or closed stays so', () => {
    const rows = outlineRows(
      graph,
      new Map([
        ['state Read', true],
        ['state Sort', false],
        ['scope Both/Branch0', false],
      ]),
    );
    expect(rows.map(words)).toEqual([
      'start > Read',
      'Read',
      '  next > Sort',
      'Sort',
      'Both',
      '  next > ',
      '  catch > Read',
      '  Branch0',
      '  Branch1',
    ]);
  });

  test('every row knows its place among its siblings', () => {
    const rows = outlineRows(graph, new Map());
    expect(rows.filter((row) => row.parent === 'state Both').map((row) => [row.place, row.siblings])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  test('a row is about a state: an exit about the one it leaves, a frame about the one it is in', () => {
    const rows = outlineRows(graph, new Map());
    expect(rows.map(stateOf)).toEqual([
      undefined,
      'Read',
      'Sort',
      'Sort',
      'Sort',
      'Both',
      'Both',
      'Both',
      'Both',
      'Both',
      'Both/Branch0/X',
      'Both',
    ]);
    expect(graph.nodes.map((node) => onlyTarget(graph, node)).filter(Boolean)).toEqual(['Read', 'Sort', 'X']);
  });

  test('what a state lies in has to be open for it to be seen', () => {
    expect(keysAround('Both/Branch0/X' as StateId)).toEqual(['scope Both/Branch0', 'state Both']);
    expect(keysAround('Read' as StateId)).toEqual([]);
  });
});
