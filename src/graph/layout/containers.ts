import type { Box, Size } from '../../base/index.ts';
import { measures } from '../node-size.ts';

/** A container's size, and where its frames are in it: in rows below its title, as wide as high where there are many. */
export interface Shelves {
  readonly boxes: readonly Box[];
  readonly size: Size;
}

const fewFrames = 6;

/** `card` is what the container looks like without frames; its height is that of the title. */
export function shelve(frames: readonly Size[], card: Size): Shelves {
  if (frames.length === 0) return { boxes: [], size: card };
  const { containerPadding: padding, frameGap: gap } = measures;
  const rows = rowsOf(frames);
  const boxes: Box[] = [];
  let y = card.height;
  let right = 0;
  for (const row of rows) {
    const height = Math.max(...row.map((frame) => frame.height));
    let x = padding;
    for (const frame of row) {
      boxes.push({ x, y, width: frame.width, height });
      x += frame.width + gap;
    }
    right = Math.max(right, x - gap);
    y += height + gap;
  }
  const width = Math.max(card.width, right + padding);
  return { boxes: widen(boxes, rows, width - padding), size: { width, height: y - gap + padding } };
}

function rowsOf(frames: readonly Size[]): readonly (readonly Size[])[] {
  if (frames.length <= fewFrames) return [frames];
  const area = frames.reduce((sum, { width, height }) => sum + width * height, 0);
  const most = Math.max(Math.sqrt(area) * 1.6, ...frames.map((frame) => frame.width));
  const rows: Size[][] = [];
  let used = Infinity;
  for (const frame of frames) {
    if (used + frame.width > most) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(frame);
    used += frame.width;
  }
  return rows;
}

/** A single frame takes the whole width of its container. */
function widen(boxes: readonly Box[], rows: readonly (readonly Size[])[], right: number): readonly Box[] {
  const [only] = boxes;
  return only && boxes.length === 1 && rows.length === 1 ? [{ ...only, width: right - only.x }] : boxes;
}
