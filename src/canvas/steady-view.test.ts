import { describe, expect, test } from 'vitest';
import { readSource, type StateId } from '../fdl/index.ts';
import { layoutGraph, projectGraph, type Stood } from '../graph/index.ts';
import { scopeShift } from './steady-view.ts';

const flow = (inner: string): string => `StartAt: M
States:
- Name: M
  Type: Map
  Processor:
    StartAt: X
    States:
    - {Name: X, Type: Choice, Branches: [{Condition: $Input.a, Next: Y}${inner}], Default: Y}
    - {Name: Y, Type: Pass, End: true}
    - {Name: Z, Type: Pass, End: true}
  End: true
`;
const pictured = (text: string, before?: Stood): Stood => {
  const graph = projectGraph(readSource(text).flow, [], before?.graph);
  return { graph, placement: layoutGraph(graph, undefined, undefined, before) };
};
const x = 'M/Processor/X' as StateId;

describe('the view', () => {
  test('follows the scope of the state that is worked on when its container grows', () => {
    const before = pictured(flow(''));
    const after = pictured(flow(', {Condition: $Input.b, Next: Z}'), before);
    const moved = (id: string): number =>
      after.placement.boxes.get(id as never)!.x - before.placement.boxes.get(id as never)!.x;
    const shift = scopeShift(before, after, x);
    expect(shift?.x).not.toBe(0);
    expect(shift?.x).toBe(moved('M/Processor/~start'));
    expect(moved(x)).toBe(shift?.x);
  });
  test('stays where the scope did not move, and for the states of the flow itself', () => {
    const before = pictured(flow(''));
    expect(scopeShift(before, pictured(flow(''), before), x)).toBeUndefined();
    expect(
      scopeShift(before, pictured(flow(', {Condition: $Input.b, Next: Z}'), before), 'M' as StateId),
    ).toBeUndefined();
  });
});
