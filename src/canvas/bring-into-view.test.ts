import { expect, test } from 'vitest';
import { bringIntoView } from './bring-into-view.ts';

const view = { width: 500, height: 400 };
const card = (x: number, y: number) => ({ x, y, width: 200, height: 60 });
const still = { x: 0, y: 0, zoom: 1 };

test('what can be seen stays where it is', () => {
  expect(bringIntoView(card(0, 0), still, view)).toBeUndefined();
  expect(bringIntoView(card(300, 340), still, view)).toBeUndefined();
});

test('what is cut off or just outside comes in by the least move, at the same zoom', () => {
  expect(bringIntoView(card(350, 100), still, view)).toEqual({ x: 500 - 24 - 550, y: 0, zoom: 1 });
  expect(bringIntoView(card(100, 420), still, view)).toEqual({ x: 0, y: 400 - 24 - 480, zoom: 1 });
  expect(bringIntoView(card(-30, -30), { ...still, zoom: 0.3 }, view)).toEqual({ x: 33, y: 33, zoom: 0.3 });
});

test('what is far away comes to the middle, large enough to be read', () => {
  expect(bringIntoView(card(0, 5_000), { ...still, zoom: 0.2 }, view)).toEqual({
    x: 250 - 100 * 0.5,
    y: 200 - 5_030 * 0.5,
    zoom: 0.5,
  });
});

test('of something larger than the view its upper left corner is shown', () => {
  const moved = bringIntoView({ x: -50, y: -50, width: 900, height: 900 }, still, view);
  expect(moved).toEqual({ x: 74, y: 74, zoom: 1 });
});
