import type { Box, Size } from '../base/index.ts';
import { type Fitted, margins } from './fit-view.ts';

/** Of something tall, such as a container, its head is enough. */
const headHeight = 120;
/** As far outside of the view, in its own pixels, something is beside what is looked at. */
const beside = 200;
const least = 0.5;

/**
 * How to look at the picture so that a box can be seen; `undefined` where it can. What is just outside comes in by the
 * least move, so that the eye keeps its place; what is far away comes to the middle, large enough to be read.
 */
export function bringIntoView(box: Box, now: Fitted, view: Size): Fitted | undefined {
  const { x, y, zoom } = now;
  const across = reach(box.x * zoom + x, box.width * zoom, view.width);
  const down = reach(box.y * zoom + y, Math.min(box.height, headHeight) * zoom, view.height);
  if (across === 0 && down === 0) return undefined;
  if (Math.max(Math.abs(across), Math.abs(down)) <= beside) return { x: x + across, y: y + down, zoom };
  const near = Math.max(Math.min(zoom, (view.width - margins.least * 2) / Math.max(box.width, 1)), least);
  return {
    x: view.width / 2 - (box.x + box.width / 2) * near,
    y: view.height / 2 - (box.y + Math.min(box.height, headHeight) / 2) * near,
    zoom: near,
  };
}

/** By how much a piece of a line has to move to lie within `0` to `room`, with air around it; its beginning counts most. */
function reach(from: number, length: number, room: number): number {
  if (from >= 0 && from + length <= room) return 0;
  const air = margins.least * 2;
  return from < air || length + air * 2 > room ? air - from : room - air - (from + length);
}
