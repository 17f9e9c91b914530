import { useMemo } from 'react';
import { assertNever } from '../../base/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';
import { isActive, type RunStanding, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { printJson } from '../common/print-json.ts';

const words = messages.execution;

/** After an edit: whether the run so far still fits the text, and what can be done. */
function StandingBanner() {
  const workbench = useWorkbench();
  const standing = useWorkbenchState((state) => state.run.standing);
  const active = useWorkbenchState((state) => isActive(state.run.word));
  if (standing.kind === 'same') return null;
  return (
    <div className="banner" role="note" aria-label={words.standing}>
      <span className="grow">{sentence(standing)}</span>
      {standing.kind === 'holds' && active && (
        <button type="button" className="button small" onClick={() => workbench.run.adoptText()}>
          {words.adopt}
        </button>
      )}
      <button type="button" className="button small" onClick={() => workbench.run.restart()}>
        {words.restartHere}
      </button>
    </div>
  );
}

function sentence(standing: RunStanding): string {
  switch (standing.kind) {
    case 'same':
      return '';
    case 'holds':
      return words.holds;
    case 'unreadable':
      return words.unreadable;
    case 'differs':
      return words.differs(standing.event, eventName(standing.was), eventName(standing.becomes));
    default:
      return assertNever(standing);
  }
}
const eventName = (event: ExecutionEvent | undefined): string =>
  event ? [event.type, event.stepName].filter(Boolean).join(' ') : words.nothingThere;

/** The way back to the present, what an edit means for the run, and the error it ended with. */
export function Banners() {
  const workbench = useWorkbench();
  const run = useWorkbenchState((state) => state.run);
  const past = run.shown < run.events.length;
  return (
    <>
      {past && (
        <div className="banner" role="note">
          <span className="grow">{words.shown(run.selectedEvent ?? run.shown, run.events.length)}</span>
          <button type="button" className="button small" onClick={() => workbench.run.travelTo(undefined)}>
            {words.toPresent}
          </button>
          <button type="button" className="button small" onClick={() => workbench.run.resumeFromHere()}>
            {words.fork}
          </button>
        </div>
      )}
      <StandingBanner />
      {run.error && (
        <p className="alert outcome">
          <b>{run.error.code}</b> {run.error.detail}
        </p>
      )}
    </>
  );
}

/** How the run ended, and what to know about it. */
export function Outcome() {
  const run = useWorkbenchState((state) => state.run);
  const { output } = run;
  const printed = useMemo(() => (output === undefined ? '' : printJson(output).slice(0, 20_000)), [output]);
  if (output === undefined && run.notes.length === 0) return null;
  return (
    <div className="outcomes">
      {output !== undefined && (
        <details className="outcome" open>
          <summary>{words.output}</summary>
          <pre tabIndex={0} aria-label={words.output}>
            {printed}
          </pre>
        </details>
      )}
      {run.notes.length > 0 && (
        <details className="outcome">
          <summary>
            {words.notes} <span className="tag">{run.notes.length}</span>
          </summary>
          <ul className="notes">
            {run.notes.slice(0, 100).map((note, i) => (
              <li key={`${note.code} ${i}`}>
                <span className="tag info">{note.code}</span> {note.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
