import type { OnMove } from '@xyflow/react';
import { type RefObject, useState } from 'react';

type Handlers = Readonly<Record<'onMoveStart' | 'onMove' | 'onMoveEnd', OnMove>>;

/**
 * Marks the surface while the picture is moved about, for the style sheet. Not while it grows or shrinks: a layer of its
 * own would keep the sharpness of the size it had before. Past React, because this comes with every step.
 */
export function useMoving(surface: RefObject<HTMLElement | null>): Handlers {
  const [handlers] = useState(() =>
    createHandlers((isMoving) => surface.current?.toggleAttribute('data-moving', isMoving)),
  );
  return handlers;
}

function createHandlers(mark: (isMoving: boolean) => void): Handlers {
  let zoom = 0;
  return {
    onMoveStart: (_, viewport) => {
      zoom = viewport.zoom;
    },
    onMove: (_, viewport) => {
      mark(viewport.zoom === zoom);
      zoom = viewport.zoom;
    },
    onMoveEnd: () => mark(false),
  };
}
