import { useState } from 'react';
import { useWorkbenchState } from '../../workbench/index.ts';
import { Breakpoints } from './Breakpoints.tsx';
import { Compare } from './Compare.tsx';
import { InputEditor } from './InputEditor.tsx';
import { NextInput } from './NextInput.tsx';
import { Banners, NotesButton, Outcome } from './Outcome.tsx';
import { Runs } from './Runs.tsx';
import { RunSettings } from './RunSettings.tsx';
import { Timeline } from './Timeline.tsx';
import '../common/panels.css';
import './debug.css';

/** What goes in, what happens, what comes out; earlier runs and forks beside it. */
export function Execution() {
  const [other, setOther] = useState<number>();
  const [withNotes, showNotes] = useState(false);
  const comparing = useWorkbenchState(({ run }) => run.runs.some(({ id }) => id === other) && run.current !== other);
  return (
    <div className="execution">
      <div className="execution-input">
        <InputEditor />
        <NextInput />
        <RunSettings />
        <Breakpoints />
      </div>
      <div className="execution-events">
        <Runs other={comparing ? other : undefined} compareWith={setOther} />
        <Banners />
        <div className="execution-parts">
          <div className="execution-history">
            {comparing && other !== undefined ? (
              <Compare other={other} close={() => setOther(undefined)} />
            ) : (
              <Timeline extra={<NotesButton open={withNotes} show={showNotes} />} />
            )}
          </div>
          {!comparing && <Outcome withNotes={withNotes} />}
        </div>
      </div>
    </div>
  );
}
