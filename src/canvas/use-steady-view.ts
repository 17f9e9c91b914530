import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useWorkbench } from '../workbench/index.ts';
import { scopeShift } from './steady-view.ts';
import type { Picture } from './use-picture.ts';

/**
 * The eye keeps its place: where an edit makes the container around the selected state grow, the view moves along, so
 * that the scope somebody works in stays where it is on the screen.
 */
export function useSteadyView(picture: Picture): void {
  const workbench = useWorkbench();
  const { getViewport, setViewport } = useReactFlow();
  const last = useRef({ picture, positions: workbench.getState().document.positions });
  // Not before the library has been told of the new places: both come to the screen together.
  useEffect(() => {
    const { document, view } = workbench.getState();
    const before = last.current;
    last.current = { picture, positions: document.positions };
    const edited = before.picture.flow === picture.flow && before.picture.revision !== picture.revision;
    // Where nodes were placed by hand, the hand knows where to look.
    if (!edited || before.positions !== document.positions) return;
    const [state] = view.selection;
    const shift = state === undefined ? undefined : scopeShift(before.picture, picture, state);
    if (!shift) return;
    const { x, y, zoom } = getViewport();
    void setViewport({ x: x - shift.x * zoom, y: y - shift.y * zoom, zoom });
  }, [picture, workbench, getViewport, setViewport]);
}
