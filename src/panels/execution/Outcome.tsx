import { useMemo } from 'react';
import { assertNever } from '../../base/index.ts';
import type { ExecutionEvent } from '../../simulator/index.ts';
import { isActive, type RunStanding, type RunState, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { CopyText } from '../common/CopyText.tsx';
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
        <p className="alert outcome" title={run.error.detail}>
          <b>{run.error.code}</b> {run.error.detail}
        </p>
      )}
    </>
  );
}

/** What the run came out with and, when they are wanted, the notes on it; nothing while there is neither. */
export function Outcome({ withNotes }: { readonly withNotes: boolean }) {
  const output = useWorkbenchState(({ run }) => run.output);
  const notes = useWorkbenchState(({ run }) => (withNotes ? run.notes : none));
  const printed = useMemo(() => (output === undefined ? '' : printJson(output).slice(0, 20_000)), [output]);
  if (output === undefined && notes.length === 0) return null;
  return (
    <div className="outcomes">
      {output !== undefined && (
        <section className="outcome">
          <header className="row">
            <h4 className="grow">{words.output}</h4>
            <CopyText text={() => printJson(output)} title={words.copyOutput} />
          </header>
          <pre tabIndex={0} aria-label={words.output}>
            {printed}
          </pre>
        </section>
      )}
      {notes.length > 0 && (
        <section className="outcome" aria-label={words.notes}>
          <h4>{words.notes}</h4>
          <ul className="notes">
            {notes.slice(0, 100).map((note, i) => (
              <li key={`${note.code} ${i}`}>
                <span className="tag info">{note.code}</span> {note.message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
const none: RunState['notes'] = [];

interface NotesProps {
  readonly open: boolean;
  readonly show: (open: boolean) => void;
}
/** Opens the notes of the run; not there while there are none. */
export function NotesButton({ open, show }: NotesProps) {
  const count = useWorkbenchState(({ run }) => run.notes.length);
  if (count === 0) return null;
  return (
    <button type="button" className="button small" aria-pressed={open} onClick={() => show(!open)}>
      {words.notes} <span className="tag">{count}</span>
    </button>
  );
}
