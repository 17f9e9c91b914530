import { describe, expect, test } from 'vitest';
import { looseRoute, middleOf, roundedPath } from './rounded-path.ts';

describe('the way of an edge', () => {
  test('has round corners, smaller ones where there is little room', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 4, y: 20 },
      { x: 4, y: 40 },
    ];
    expect(roundedPath(points)).toBe('M0 0L0 18Q0 20 2 20L2 20Q4 20 4 22L4 40');
  });
  test('nothing is drawn for nothing', () => expect(roundedPath([])).toBe(''));
  test('its middle is on its longest piece', () => {
    expect(
      middleOf([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
        { x: 80, y: 10 },
      ]),
    ).toEqual({ x: 40, y: 10 });
  });
  test('while a node is dragged it goes down, or around when the target is above', () => {
    expect(looseRoute({ x: 0, y: 0 }, { x: 50, y: 100 }, 'bottom')).toHaveLength(5);
    const around = looseRoute({ x: 0, y: 0 }, { x: 0, y: -200 }, 'right');
    expect(Math.max(...around.map((p) => p.x))).toBeGreaterThan(100);
  });
});
