import { InputEditor } from './InputEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { Timeline } from './Timeline.tsx';
import '../common/panels.css';

/** What goes in, what happens, what comes out. */
export function Execution() {
  return (
    <div className="execution">
      <div className="execution-input">
        <InputEditor />
      </div>
      <div className="execution-events">
        <Outcome />
        <Timeline />
      </div>
    </div>
  );
}
