import { FlowCanvas } from '../../canvas/index.ts';
import { messages } from '../messages.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';

/** The picture; the canvas itself is the landmark. */
export function CanvasPane() {
  return (
    <div className="pane-body" data-pane="canvas">
      <ErrorBoundary pane={messages.regions.canvas}>
        <FlowCanvas />
      </ErrorBoundary>
    </div>
  );
}
