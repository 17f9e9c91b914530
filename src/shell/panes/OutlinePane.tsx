import { Outline } from '../../canvas/index.ts';
import { messages } from '../messages.ts';
import { Pane } from './Pane.tsx';

/** The structure of the flow as a tree: stays beside the canvas while anything is added, run or looked at. */
export function OutlinePane() {
  return (
    <Pane name={messages.regions.outline} id="outline" className="outline-pane">
      <h2 className="outline-pane-title">{messages.panes.outline}</h2>
      <Outline />
    </Pane>
  );
}
