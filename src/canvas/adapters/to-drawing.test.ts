import { describe, expect, test } from 'vitest';
import { type Diagnostic, type NodeId, readSource } from '../../fdl/index.ts';
import { layoutGraph, projectGraph } from '../../graph/index.ts';
import { emptyDrawing, markSelected, toDrawing } from './to-drawing.ts';

const text = `StartAt: A
States:
- {Name: A, Type: Task, Action: FC:InvokeFunction, Next: B}
- {Name: B, Type: Map, Next: C, Processor: {StartAt: In, States: [{Name: In, Type: Succeed}]}}
- {Name: C, Type: Succeed}
`;
const source = readSource(text);
const graph = projectGraph(source.flow, []);
const placement = layoutGraph(graph);
const first = toDrawing(graph, placement, emptyDrawing);

/** The picture of the flow with one state in error. */
const faulty = (state: string) =>
  projectGraph(source.flow, [{ state, severity: 'error' } as unknown as Diagnostic], graph);

describe('drawing again', () => {
  test('what did not change is the same list', () => {
    const again = toDrawing({ ...graph }, placement, first);
    expect(again.nodes).toBe(first.nodes);
    expect(again.edges).toBe(first.edges);
  });

  test('a node that looks different is drawn anew, all others and the edges stay', () => {
    const next = toDrawing(faulty('A'), placement, first);
    const changed = next.nodes.filter((node, i) => node !== first.nodes[i]).map((node) => node.id);
    expect(changed).toEqual(['A']);
    expect(next.edges).toBe(first.edges);
    expect(next.nodeOf.get('A')?.data.node.errors).toBe(1);
  });

  test('a layout that comes to the same places gives the same nodes', () => {
    const next = toDrawing(graph, layoutGraph(graph), first);
    next.nodes.forEach((node, i) => expect(node).toBe(first.nodes[i]));
    next.edges.forEach((edge, i) => expect(edge).toBe(first.edges[i]));
  });

  test('it equals a drawing made from nothing', () => {
    const changed = faulty('C');
    expect(toDrawing(changed, placement, first).nodes).toEqual(toDrawing(changed, placement, emptyDrawing).nodes);
  });
});

test('a selection touches what is selected, and no list when nothing is', () => {
  expect(markSelected(first.nodes, new Set())).toBe(first.nodes);
  const marked = markSelected(first.nodes, new Set(['A']));
  expect(marked.filter((node, i) => node !== first.nodes[i]).map((node) => node.id)).toEqual(['A']);
});

test('a node that only moved is drawn again from the same data', () => {
  const moved = toDrawing(graph, layoutGraph(graph, undefined, new Map([['C' as NodeId, { x: 500, y: 500 }]])), first);
  const [before, after] = [first.nodeOf.get('C'), moved.nodeOf.get('C')];
  expect(after?.position).not.toEqual(before?.position);
  expect(after?.data).toBe(before?.data);
  expect(after?.handles).toBe(before?.handles);
});
