import type { OnMove } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';

type Handlers = Readonly<Record<'onMoveStart' | 'onMove' | 'onMoveEnd', OnMove>>;

/**
 * Marks the surface while the picture is moved about, for the style sheet, which makes it a layer of its own then. Past
 * React, because this comes with every step.
 */
export function useMoving(surface: RefObject<HTMLElement | null>, large: boolean): Handlers {
  return useMemo(
    () => movingHandlers((isLayer) => surface.current?.toggleAttribute('data-moving', isLayer), large),
    [surface, large],
  );
}

/** How much a layer may grow and shrink: it keeps the sharpness of the size it had at first. */
const kept = { least: 0.5, most: 1.25 } as const;

/**
 * What is only moved is a layer. What grows or shrinks is painted with every step, unless it is large, which takes longer
 * than a frame: then the first step is painted, and again whenever a layer would be blurred. At rest all of it is sharp.
 */
export function movingHandlers(mark: (isLayer: boolean) => void, large: boolean): Handlers {
  let before = 0;
  /** The zoom of what the layer was made of, as long as the hand is not off the wheel. */
  let painted: number | undefined;
  return {
    onMoveStart: (_, { zoom }) => {
      before = zoom;
    },
    onMove: (_, { zoom }) => {
      const size = painted === undefined || !large ? Number.NaN : zoom / painted;
      const isLayer = zoom === before || (size >= kept.least && size <= kept.most);
      if (!isLayer || painted === undefined) painted = zoom;
      before = zoom;
      mark(isLayer);
    },
    onMoveEnd: () => {
      painted = undefined;
      mark(false);
    },
  };
}
