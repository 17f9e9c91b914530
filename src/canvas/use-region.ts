import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Box } from '../base/index.ts';

/**
 * The region around what is looked at, in coordinates of the picture: what is in view and at least as much again on each
 * side. Changes from time to time only, while the view moves. `undefined` while all of the picture is wanted.
 */
export function useRegion(wanted: boolean): Box | undefined {
  const key = useStore(({ transform: [x, y, zoom], width, height }) =>
    wanted ? cellsAround(-x / zoom, -y / zoom, (width || 800) / zoom, (height || 600) / zoom) : '',
  );
  return useMemo(() => (key === '' ? undefined : boxOf(key)), [key]);
}

/** Squares of the plane, each larger than the view: those that are touched by it, and one more on each side. */
function cellsAround(x: number, y: number, width: number, height: number): string {
  const size = 2 ** Math.ceil(Math.log2(Math.max(width, height)));
  const [left, top] = [Math.floor(x / size) - 1, Math.floor(y / size) - 1];
  const [right, bottom] = [Math.ceil((x + width) / size) + 1, Math.ceil((y + height) / size) + 1];
  return [left * size, top * size, (right - left) * size, (bottom - top) * size].join(' ');
}

function boxOf(key: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
  return { x, y, width, height };
}
