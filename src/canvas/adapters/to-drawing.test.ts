import { describe, expect, test } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { layoutGraph, projectGraph } from '../../graph/index.ts';
import { outletOf, wantedConnection, withPlaced } from './from-drawing.ts';
import { emptyDrawing, markSelected, toDrawing } from './to-drawing.ts';

const text = `StartAt: A
States:
- {Name: A, Type: Task, Next: P}
- Name: P
  Type: Parallel
  Branches:
  - {StartAt: X, States: [{Name: X, Type: Pass, End: true}]}
  Next: Z
- {Name: Z, Type: Succeed}
`;
const source = readSource(text);
const graph = projectGraph(source.flow, []);
const drawing = toDrawing(graph, layoutGraph(graph), emptyDrawing);

describe('what the drawing library gets', () => {
  test('nodes with a parent are placed within it, and parents come first', () => {
    const order = drawing.nodes.map((node) => [node.id, node.parentId]);
    expect(order).toEqual([
      ['~start', undefined],
      ['A', undefined],
      ['P', undefined],
      ['P/Branch0', 'P'],
      ['P/Branch0/~start', 'P/Branch0'],
      ['P/Branch0/X', 'P/Branch0'],
      ['Z', undefined],
    ]);
    const inner = drawing.nodeOf.get('P/Branch0/X');
    expect(inner?.position.x).toBeGreaterThan(0);
    expect(inner?.position.y).toBeGreaterThan(20);
  });

  test('sizes and handles are known before anything is measured', () => {
    const node = drawing.nodeOf.get('A');
    expect(node).toMatchObject({ width: 224, measured: { width: 224 } });
    expect(node?.handles?.map((handle) => `${handle.type} ${handle.id}`)).toEqual(['source next', 'target in']);
  });

  test('what did not change is the same object: one keystroke, one new node', () => {
    const next = readSource(text.replace('Type: Task', 'Type: Wait'), source);
    const after = projectGraph(next.flow, [], graph);
    const redrawn = toDrawing(after, layoutGraph(after), drawing);
    expect(redrawn.nodes.filter((node) => drawing.nodeOf.get(node.id) !== node).map((node) => node.id)).toEqual(['A']);
    expect(redrawn.edges.every((edge) => drawing.edgeOf.get(edge.id) === edge)).toBe(true);
  });

  test('selecting makes new objects of the selected ones only', () => {
    const marked = markSelected(drawing.nodes, new Set(['A']));
    expect(marked.filter((node) => node.selected).map((node) => node.id)).toEqual(['A']);
    expect(marked.filter((node, i) => node !== drawing.nodes[i])).toHaveLength(1);
  });
});

describe('what the drawing library reports', () => {
  test('a connection becomes an outlet and a target; from an entry it belongs to the scope', () => {
    expect(wantedConnection({ source: 'A', sourceHandle: 'catch:1', target: 'Z' })).toEqual({
      from: 'A',
      outlet: { kind: 'catch', index: 1 },
      to: 'Z',
    });
    expect(outletOf('P/Branch0/~start', 'start')).toEqual({ from: 'P/Branch0', outlet: { kind: 'start' } });
    expect(wantedConnection({ source: 'A', sourceHandle: 'in', target: 'Z' })).toBeUndefined();
  });

  test('dragged nodes are placed on whole pixels, the others stay placed', () => {
    const before = withPlaced(new Map(), [{ id: 'Z', position: { x: 1, y: 2 } }]);
    const after = withPlaced(before, [{ id: 'A', position: { x: 10.4, y: -3.6 } }]);
    expect([...after]).toEqual([
      ['Z', { x: 1, y: 2 }],
      ['A', { x: 10, y: -4 }],
    ]);
  });
});
