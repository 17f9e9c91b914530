import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from './heap.ts';

test('the smallest entry comes first, whatever was pushed and popped before', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(20), { freq: 3 })), (moves) => {
      const heap = createHeap<number>((a, b) => a < b);
      const model: number[] = [];
      for (const move of moves) {
        if (move === null) {
          model.sort((a, b) => a - b);
          expect(heap.pop()).toBe(model.shift());
        } else {
          heap.push(move);
          model.push(move);
        }
        expect(heap.peek()).toBe(model.length > 0 ? Math.min(...model) : undefined);
      }
    }),
  );
});
