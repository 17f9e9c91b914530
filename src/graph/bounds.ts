import type { Box, Point } from '../base/index.ts';
import type { GraphEdge, Placement } from './graph.ts';
import { labelWidth, measures } from './node-size.ts';

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

/** As `pictureBounds`, with room for the labels of edges: they reach out on both sides of their line. */
export function labelledBounds(placement: Placement, edges: readonly GraphEdge[]): Box {
  const labels = edges.flatMap(({ id, label }): Box[] => {
    const middle = placement.labels.get(id);
    if (!middle || label === '') return [];
    const [width, height] = [labelWidth(label), measures.labelHeight];
    return [{ x: middle.x - width / 2, y: middle.y - height / 2, width, height }];
  });
  return pictureBounds({ boxes: [...placement.boxes.values(), ...labels], routes: placement.routes });
}
