import type { Box, Size } from '../base/index.ts';

/** Where the picture's corner stands in the view, and how large the picture is shown. */
export interface Fitted {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const margins = { least: 12, most: 48 } as const;
export const zoomLimits = { least: 0.04, most: 2.5 } as const;
const overview = 0.12;
/** What the zoom control takes up of the view's lower left corner, with air around it. */
const control: Size = { width: 132, height: 50 };

/** All of `bounds` in a view of this size, no larger than life; above the zoom control where that would lie on a box. */
export function fitView(bounds: Box, boxes: Iterable<Box>, view: Size): Fitted {
  const even = fitInto(bounds, view, 0);
  for (const box of boxes) {
    const bottom = (box.y + box.height) * even.zoom + even.y;
    if (box.x * even.zoom + even.x < control.width && bottom > view.height - control.height) {
      return fitInto(bounds, view, control.height);
    }
  }
  return even;
}

/** Narrow panes need their room for the picture. */
const marginIn = (width: number): number => Math.min(margins.most, Math.max(margins.least, width * 0.04));

function fitInto(bounds: Box, view: Size, below: number): Fitted {
  const margin = marginIn(Math.min(view.width, view.height));
  const { width } = view;
  const height = view.height - Math.max(0, below - margin);
  const across = Math.min(1, (width - margin * 2) / Math.max(bounds.width, 1));
  const zoom = Math.min(across, (height - margin * 2) / Math.max(bounds.height, 1));
  // A ladder of a thousand states would be a hair: its beginning says more, the small map shows the rest.
  const kept = zoom >= zoomLimits.least ? zoom : Math.max(zoomLimits.least, Math.min(across, overview));
  return {
    x: width / 2 - (bounds.x + bounds.width / 2) * kept,
    y: Math.max(margin / 2, height / 2 - (bounds.height / 2) * kept) - bounds.y * kept,
    zoom: kept,
  };
}
