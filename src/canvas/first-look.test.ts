import { describe, expect, test } from 'vitest';
import { readSource } from '../fdl/index.ts';
import { layoutGraph, projectGraph } from '../graph/index.ts';
import { randomFlow } from '../testing/random-flow.ts';
import { emptyDrawing, toDrawing } from './adapters/to-drawing.ts';
import { partWithin } from './first-look.ts';

const pictureOf = (text: string) => {
  const graph = projectGraph(readSource(text).flow, []);
  return { graph, placement: layoutGraph(graph) };
};

const ladder = `StartAt: A
States:
- {Name: A, Type: Choice, Branches: [{Condition: $Input.x, Next: Z}], Default: B}
- {Name: B, Type: Map, Next: C, Processor: {StartAt: In, States: [{Name: In, Type: Succeed}]}}
- {Name: C, Type: Pass, Next: D}
- {Name: D, Type: Pass, Next: Z}
- {Name: Z, Type: Succeed}
`;

describe('what is drawn first', () => {
  const { graph, placement } = pictureOf(ladder);
  const inner = placement.boxes.get(graph.nodes.find(({ label }) => label === 'In')?.id ?? graph.nodes[0]!.id)!;
  const part = partWithin(graph, placement, inner);
  const labels = part.nodes.map(({ label }) => label);

  test('a node in view comes with everything it lies in', () => {
    expect(labels).toContain('In');
    expect(labels).toContain('B');
    expect(part.nodes.some(({ kind }) => kind === 'scope')).toBe(true);
  });

  test('an edge that passes through the view comes with both its ends, what is far away stays out', () => {
    expect(part.edges.map(({ to }) => to)).toContain('Z');
    expect(labels).toEqual(expect.arrayContaining(['A', 'Z']));
    expect(labels).not.toContain('D');
  });
});

test('what is always wanted is there, with everything it lies in', () => {
  const { graph, placement } = pictureOf(ladder);
  const far = { x: 1e6, y: 1e6, width: 1, height: 1 };
  const inner = graph.nodes.find(({ label }) => label === 'In')!.id;
  expect(partWithin(graph, placement, far).nodes).toEqual([]);
  expect(partWithin(graph, placement, far, [inner]).nodes.map(({ kind }) => kind)).toEqual(['Map', 'scope', 'Succeed']);
});

test('drawing the whole after a part of it comes to the same as drawing it at once', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const { graph, placement } = pictureOf(randomFlow(seed));
    const look = { x: -200, y: -50, width: 500, height: 400 };
    const part = toDrawing(partWithin(graph, placement, look), placement, emptyDrawing);
    const ids = new Set(part.nodes.map(({ id }) => id));
    for (const node of part.nodes) if (node.parentId !== undefined) expect(ids).toContain(node.parentId);
    for (const edge of part.edges) expect(ids.has(edge.source) && ids.has(edge.target)).toBe(true);
    const whole = toDrawing(graph, placement, part);
    const atOnce = toDrawing(graph, placement, emptyDrawing);
    expect(whole.nodes).toEqual(atOnce.nodes);
    expect(whole.edges).toEqual(atOnce.edges);
    for (const node of part.nodes) expect(whole.nodes).toContain(node);
  }
});
