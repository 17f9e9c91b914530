import { describe, expect, test, vi } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { projectGraph } from '../../graph/index.ts';
import { rowByKey, rowByTyping, sideways } from './keys.ts';
import { outlineRows } from './rows.ts';

const graph = projectGraph(
  readSource(`StartAt: Apple
States:
- {Name: Apple, Type: Task, Next: Avocado}
- {Name: Avocado, Type: Choice, Branches: [{Condition: $Input.a, Next: Apple}], Default: Banana}
- {Name: Banana, Type: Pass, End: true}
`).flow,
  [],
);
const rows = outlineRows(graph, new Map());
const indexOf = (name: string): number => rows.findIndex((row) => row.kind === 'state' && row.node.label === name);

describe('keys of the tree', () => {
  test('arrows, pages and the ends', () => {
    expect(
      ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'x'].map((k) => rowByKey(k, rows, 2, 2)),
    ).toEqual([3, 1, 0, rows.length - 1, 4, 0, undefined]);
    expect(rowByKey('ArrowUp', rows, 0, 5)).toBe(0);
  });

  test('typing goes to what begins so; the same letter again to the next one', () => {
    expect(rowByTyping(rows, 0, 'b')).toBe(indexOf('Banana'));
    expect(rowByTyping(rows, 0, 'av')).toBe(indexOf('Avocado'));
    expect(rowByTyping(rows, indexOf('Apple'), 'a')).toBe(indexOf('Avocado'));
    expect(rowByTyping(rows, indexOf('Avocado'), 'aa')).toBe(indexOf('Apple'));
    expect(rowByTyping(rows, 0, 'zebra')).toBeUndefined();
  });

  test('right opens and goes inside, left goes out and closes', () => {
    const at = indexOf('Avocado');
    const [toggle, go] = [vi.fn(), vi.fn()];
    const tree = { graph, rows, active: at, toggle, go, await: vi.fn() };
    sideways('ArrowRight', tree);
    expect(go).toHaveBeenLastCalledWith(rows[at + 1]);
    sideways('ArrowLeft', tree);
    expect(toggle).toHaveBeenLastCalledWith('state Avocado', false);
    sideways('ArrowLeft', { ...tree, active: at + 1 });
    expect(go).toHaveBeenLastCalledWith(rows[at]);
    sideways('ArrowRight', { ...tree, active: indexOf('Apple') });
    expect(toggle).toHaveBeenLastCalledWith('state Apple', true);
    expect(sideways('ArrowUp', tree)).toBe(false);
  });
});
