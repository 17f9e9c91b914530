import { InputEditor } from './InputEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { RunSettings } from './RunSettings.tsx';
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
        <RunSettings />
        <Outcome />
        <Timeline />
      </div>
    </div>
  );
}
