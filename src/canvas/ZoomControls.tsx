import { useReactFlow, useStoreApi } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { messages } from './messages.ts';

/** Closer and further, and how close it is. */
export function ZoomControls() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = usePercent();
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

/** As often as figures can be read: with each of them the page is laid out anew. */
const pause = 100;

function usePercent(): number {
  const store = useStoreApi();
  const subscribe = useCallback(
    (changed: () => void) => {
      let due: ReturnType<typeof setTimeout> | undefined;
      const later = (): void => {
        due = undefined;
        changed();
      };
      const stop = store.subscribe(() => (due ??= setTimeout(later, pause)));
      return () => {
        stop();
        clearTimeout(due);
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => Math.round(store.getState().transform[2] * 100));
}
