import { useMemo, useState } from 'react';
import { type Json, parseJson } from '../../base/index.ts';
import { machineAt, readyThreads, stateNameOf, type Thread } from '../../simulator/index.ts';
import { type RunState, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { printJson } from '../common/print-json.ts';
import { messages } from '../run-messages.ts';

const words = messages.execution;
/** Longer inputs are no matter for a small box. */
const mostCharacters = 100_000;

/** While a run stands before a state: what that state will be handed, to be changed. From the past in a fork. */
export function NextInput() {
  const run = useWorkbenchState((state) => state.run);
  const [open, setOpen] = useState(false);
  const next = run.word === 'Paused' ? nextThread(run) : undefined;
  if (!next) return null;
  const name = stateNameOf(next.at);
  return (
    <details className="next-input" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.nextInput}</summary>
      {open && <Editor key={`${run.current} ${run.shown} ${next.id}`} name={name} value={next.received} />}
    </details>
  );
}

function Editor({ name, value }: { readonly name: string; readonly value: Json }) {
  const workbench = useWorkbench();
  const text = useMemo(() => printJson(value), [value]);
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState<string>();
  const use = (): void => {
    const read = parseJson(typed);
    if (read === undefined) setProblem(messages.functions.valueNotJson(typed.slice(0, 40)));
    else workbench.run.replaceInput(read);
  };
  if (text.length > mostCharacters) return <p className="muted">{words.nextInputLarge}</p>;
  return (
    <>
      <textarea
        className="textarea"
        rows={4}
        aria-label={words.nextInputAbout(name)}
        title={words.nextInputAbout(name)}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {problem !== undefined && <p className="alert">{problem}</p>}
      <button type="button" className="button small" disabled={typed === text} onClick={use}>
        {words.replaceInput}
      </button>
    </>
  );
}

function nextThread({ session }: RunState): Thread | undefined {
  const next = session && readyThreads(machineAt(session))[0];
  return next?.phase.name === 'ready' ? next : undefined;
}
