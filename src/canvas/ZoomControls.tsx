import { useReactFlow, useStore } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';
import { messages } from './messages.ts';

/** Closer and further, and how close it is. */
export function ZoomControls() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore((s) => Math.round(s.transform[2] * 100));
  return (
    <div className="zoom-controls" role="group" aria-label={messages.zoomControls}>
      <button type="button" aria-label={messages.zoomOut} title={messages.zoomOut} onClick={() => void zoomOut()}>
        <Minus size={15} aria-hidden />
      </button>
      <button
        type="button"
        className="zoom-percent"
        title={messages.zoomReset}
        aria-label={messages.zoomReset}
        onClick={() => void zoomTo(1)}
      >
        {percent}%
      </button>
      <button type="button" aria-label={messages.zoomIn} title={messages.zoomIn} onClick={() => void zoomIn()}>
        <Plus size={15} aria-hidden />
      </button>
    </div>
  );
}
