import { LazyInspector } from '../../panels/index.ts';
import { messages } from '../messages.ts';
import { Pane } from './Pane.tsx';

export function InspectorPane() {
  return (
    <Pane name={messages.regions.inspector} id="inspector">
      <LazyInspector />
    </Pane>
  );
}
