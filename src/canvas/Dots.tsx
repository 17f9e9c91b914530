import { ViewportPortal } from '@xyflow/react';
import { useRegion } from './use-region.ts';

const gap = 22;

/**
 * The dots behind the picture, which show that it moves; not from afar, where there would be nothing but dots. A part of
 * the picture, moved and scaled with it: only around the view, because there is an end to what browsers can fill.
 */
export function Dots() {
  const region = useRegion(true);
  if (!region) return null;
  const [left, top] = [Math.floor(region.x / gap) * gap, Math.floor(region.y / gap) * gap];
  return (
    <ViewportPortal>
      <div className="canvas-dots" aria-hidden style={{ left, top, width: region.width, height: region.height }} />
    </ViewportPortal>
  );
}
