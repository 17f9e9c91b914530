import { describe, expect, it } from 'vitest';
import { movingHandlers } from './use-moving.ts';

/** Whether the picture was a layer after each step of one gesture, and after its end. */
function layersOf(zooms: readonly number[], { large }: { readonly large: boolean }): readonly boolean[] {
  const marks: boolean[] = [];
  const { onMoveStart, onMove, onMoveEnd } = movingHandlers((isLayer) => marks.push(isLayer), large);
  const at = (zoom: number) => ({ x: 0, y: 0, zoom });
  onMoveStart(null, at(1));
  for (const zoom of zooms) onMove(null, at(zoom));
  onMoveEnd(null, at(zooms.at(-1) ?? 1));
  return marks;
}

describe('the picture while it is moved', () => {
  it('is a layer as long as it keeps its size, and none at rest', () => {
    expect(layersOf([1, 1, 1], { large: false })).toEqual([true, true, true, false]);
  });
  it('is painted with every step while it grows or shrinks', () => {
    expect(layersOf([1.1, 1.2, 1.2, 1.1], { large: false })).toEqual([false, false, true, false, false]);
  });
  it('is a layer after the first step where it is large', () => {
    expect(layersOf([0.9, 0.8, 0.9, 0.95], { large: true })).toEqual([false, true, true, true, false]);
  });
  it('is painted again before a layer would be blurred', () => {
    expect(layersOf([1.1, 1.3, 1.5, 1.6, 0.7], { large: true })).toEqual([false, true, false, true, false, false]);
  });
});
