import type { Box, Point } from '../base/index.ts';

interface Drawn {
  readonly boxes: { readonly values: () => Iterable<Box> };
  readonly routes: { readonly values: () => Iterable<readonly Point[]> };
}

/** The smallest box around everything drawn; without size when there is nothing. */
export function pictureBounds({ boxes, routes }: Drawn): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number): void => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, width, height } of boxes.values()) {
    include(x, y);
    include(x + width, y + height);
  }
  for (const route of routes.values()) for (const { x, y } of route) include(x, y);
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
