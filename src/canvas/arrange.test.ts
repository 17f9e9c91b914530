import { describe, expect, test } from 'vitest';
import type { NodeId } from '../fdl/index.ts';
import { arranged, type Named } from './arrange.ts';

const item = (id: string, x: number, y: number, width = 100, height = 40): Named => ({
  id: id as NodeId,
  box: { x, y, width, height },
});
const items = [item('a', 0, 0), item('b', 60, 100, 200), item('c', 30, 300, 100, 80)];
const at = (how: Parameters<typeof arranged>[0], which = items): unknown[] =>
  [...arranged(how, which)].map(([id, { x, y }]) => [id, x, y]);

describe('lining up', () => {
  test('at an edge: the outermost one says where', () => {
    expect(at('left')).toEqual([
      ['a', 0, 0],
      ['b', 0, 100],
      ['c', 0, 300],
    ]);
    expect(at('right').map((a) => (a as number[])[1])).toEqual([160, 60, 160]);
    expect(at('bottom').map((a) => (a as number[])[2])).toEqual([340, 340, 300]);
  });

  test('at the middle, whatever the sizes', () => {
    const centers = [...arranged('center', items)].map(([id, { x }]) => x + (id === 'b' ? 100 : 50));
    expect(new Set(centers).size).toBe(1);
  });

  test('evenly: the ends stay, the gaps become the same', () => {
    expect(at('down')).toEqual([
      ['a', 0, 0],
      ['b', 60, 150],
      ['c', 30, 300],
    ]);
  });

  test('two have no gap to even out', () => {
    expect(at('across', items.slice(0, 2))).toEqual([]);
  });
});
