import { useState } from 'react';
import { parseJson } from '../../base/index.ts';
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
  const next = run.word === 'Paused' ? nextThread(run) : undefined;
  if (!next) return null;
  const text = printJson(next.received);
  if (text.length > mostCharacters) return null;
  const key = `${run.current} ${run.shown} ${next.id}`;
  return <Editor key={key} name={stateNameOf(next.at)} text={text} />;
}

function Editor({ name, text }: { readonly name: string; readonly text: string }) {
  const workbench = useWorkbench();
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState<string>();
  const use = (): void => {
    const value = parseJson(typed);
    if (value === undefined) setProblem(messages.functions.valueNotJson(typed.slice(0, 40)));
    else workbench.run.replaceInput(value);
  };
  return (
    <details className="next-input">
      <summary>{words.nextInput}</summary>
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
    </details>
  );
}

function nextThread({ session }: RunState): Thread | undefined {
  const next = session && readyThreads(machineAt(session))[0];
  return next?.phase.name === 'ready' ? next : undefined;
}
