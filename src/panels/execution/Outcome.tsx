import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { printJson } from '../common/Json.tsx';

const words = messages.execution;

/** How the run ended, what to know about it, and the way back to the present. */
export function Outcome() {
  const workbench = useWorkbench();
  const run = useWorkbenchState((state) => state.run);
  const revision = useWorkbenchState((state) => state.document.revision);
  const past = run.shown < run.events.length;
  const outdated = run.revision !== undefined && run.revision !== revision;
  return (
    <>
      {past && (
        <div className="banner" role="note">
          <span className="grow">{words.shown(run.shown, run.events.length)}</span>
          <button type="button" className="button small" onClick={() => workbench.run.travelTo(undefined)}>
            {words.toPresent}
          </button>
          <button type="button" className="button small" onClick={() => workbench.run.resumeFromHere()}>
            {words.fork}
          </button>
        </div>
      )}
      {outdated && <p className="banner">{words.outdated}</p>}
      {run.error && (
        <p className="alert outcome">
          <b>{run.error.code}</b> {run.error.detail}
        </p>
      )}
      {run.output !== undefined && (
        <details className="outcome" open>
          <summary>{words.output}</summary>
          <pre tabIndex={0} aria-label={words.output}>
            {printJson(run.output).slice(0, 20_000)}
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
    </>
  );
}
