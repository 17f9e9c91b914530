import { describe, expect, test } from 'vitest';
import { type NodeId, readSource, type ScopeId, type StateId } from '../fdl/index.ts';
import { layoutGraph, projectGraph } from '../graph/index.ts';
import { dropPlaceAt, scopeAt, withinScope } from './drop-places.ts';

const graph = projectGraph(
  readSource(`StartAt: A
States:
- {Name: A, Type: Task, Next: P}
- Name: P
  Type: Parallel
  Branches:
  - {StartAt: X, States: [{Name: X, Type: Pass, End: true}]}
  - {StartAt: Y, States: []}
  End: true
`).flow,
  [],
);
const placement = layoutGraph(graph);
const centre = (id: string) => {
  const { x, y, width, height } = placement.boxes.get(id as NodeId)!;
  return { x: x + width / 2, y: y + height / 2 };
};

describe('where something dropped goes', () => {
  test('onto an edge: into it', () => {
    const [a, b] = placement.routes.get('next@A')!;
    expect(dropPlaceAt(graph, placement, { x: a!.x + 5, y: (a!.y + b!.y) / 2 })).toMatchObject({ edge: 'next@A' });
  });
  test('onto a state: behind it', () => {
    expect(dropPlaceAt(graph, placement, centre('A'))).toEqual({ scope: '', edge: undefined, after: 'A' });
  });
  test('into a frame: into its scope, also an empty one', () => {
    expect(dropPlaceAt(graph, placement, centre('P/Branch1'))).toMatchObject({ scope: 'P/Branch1', after: undefined });
  });
  test('into the open: into the flow', () => {
    expect(dropPlaceAt(graph, placement, { x: 5000, y: 0 })).toEqual({ scope: '', edge: undefined, after: undefined });
  });
  test('a container that is dragged is no place for itself', () => {
    expect(scopeAt(graph, placement, centre('P/Branch1'), new Set(['P' as StateId]))).toBe('');
  });
  test('places inside a scope count from its frame', () => {
    const frame = placement.boxes.get('P/Branch1' as NodeId)!;
    const at = { x: frame.x + 30, y: frame.y + 40 };
    expect(withinScope(placement, 'P/Branch1' as ScopeId, at)).toEqual({ x: 30, y: 40 });
  });
});
