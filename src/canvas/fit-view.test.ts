import { describe, expect, it } from 'vitest';
import type { Box } from '../base/index.ts';
import { fitView } from './fit-view.ts';

const view = { width: 520, height: 520 };
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
/** Where a box of the picture stands in the view. */
function placed(bounds: Box, boxes: readonly Box[], of: Box) {
  const { x, y, zoom } = fitView(bounds, boxes, view);
  return { left: of.x * zoom + x, bottom: (of.y + of.height) * zoom + y, zoom };
}

describe('showing everything', () => {
  it('is in the middle, no larger than life', () => {
    expect(fitView(box(0, 0, 200, 100), [box(0, 0, 200, 100)], view)).toEqual({ x: 160, y: 210, zoom: 1 });
  });
  it('fills the view where nothing lies in the corner of the zoom control', () => {
    const [bounds, tower] = [box(0, 0, 600, 600), box(200, 0, 200, 600)];
    expect(placed(bounds, [tower], tower).bottom).toBeCloseTo(520 - 20.8);
  });
  it('keeps above the zoom control what would lie below it', () => {
    const [bounds, last] = [box(0, 0, 600, 600), box(0, 540, 220, 60)];
    const { left, bottom } = placed(bounds, [last], last);
    expect(left).toBeLessThan(124);
    expect(bottom).toBeLessThanOrEqual(520 - 42);
  });
  it('shows the beginning of a ladder that is too long', () => {
    const { y, zoom } = fitView(box(0, 0, 240, 100_000), [box(0, 0, 240, 60)], view);
    expect(zoom).toBe(0.12);
    expect(y).toBeGreaterThan(0);
  });
});
