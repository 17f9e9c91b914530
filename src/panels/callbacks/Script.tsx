import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { failure, ok } from '../../base/index.ts';
import { allStates } from '../../fdl/index.ts';
import { formatDuration, parseDuration, type ScriptedCallback } from '../../scenario/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { DraftInput } from '../inspector/fields/DraftInput.tsx';
import { messages } from '../run-messages.ts';
import { readOutput } from './read-output.ts';

const words = messages.callbacks;

/** Reports that come by themselves, in the order in which tokens of their state appear. */
export function Script() {
  const workbench = useWorkbench();
  const script = useWorkbenchState((state) => state.settings.callbacks);
  const flow = useWorkbenchState((state) => state.document.lastReadable.flow);
  const names = useMemo(
    () =>
      allStates(flow).flatMap((state) =>
        state.type === 'Task' && state.taskMode?.value === 'WaitForCustomCallback' ? [state.name.value] : [],
      ),
    [flow],
  );
  const change = (callbacks: readonly ScriptedCallback[]): void => workbench.setSettings({ callbacks });
  const [first] = names;
  return (
    <details className="desk-tool">
      <summary>
        {words.script} <span className="tag">{script.length}</span>
      </summary>
      <p className="muted">{words.scriptAbout}</p>
      <ol aria-label={words.script}>
        {script.map((entry, i) => (
          <Entry
            key={i}
            entry={entry}
            position={i + 1}
            names={names}
            change={(next) => change(script.flatMap((each, at) => (at === i ? (next ? [next] : []) : [each])))}
          />
        ))}
      </ol>
      <button
        type="button"
        className="button small"
        disabled={first === undefined}
        onClick={() => change([...script, { state: first ?? '', afterMs: 0, outcome: ok({}) }])}
      >
        <Plus size={13} aria-hidden /> {words.scriptAdd}
      </button>
    </details>
  );
}

interface EntryProps {
  readonly entry: ScriptedCallback;
  readonly position: number;
  readonly names: readonly string[];
  readonly change: (entry: ScriptedCallback | undefined) => void;
}
function Entry({ entry, position, names, change }: EntryProps) {
  const { state, afterMs, outcome } = entry;
  const owner = `report ${position}`;
  const setAfter = (text: string): string | undefined => {
    const after = parseDuration(text.trim() === '' ? '0' : text.trim());
    if (after === undefined) return messages.functions.notDuration;
    change({ ...entry, afterMs: after });
    return undefined;
  };
  const setValue = (text: string): string | undefined => {
    if (!outcome.ok) {
      change({ ...entry, outcome: failure({ code: text.trim(), detail: outcome.error.detail }) });
      return undefined;
    }
    const read = readOutput(text);
    if (!read.ok) return read.error;
    change({ ...entry, outcome: read });
    return undefined;
  };
  return (
    <li className="row nowrap script-entry" aria-label={`${state} ${position}`}>
      <select
        className="select small"
        aria-label={words.scriptState}
        value={state}
        onChange={(event) => change({ ...entry, state: event.target.value })}
      >
        {[...new Set([state, ...names])].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <DraftInput
        label={words.scriptAfter}
        value={formatDuration(afterMs)}
        owner={owner}
        commit={setAfter}
        placeholder={words.scriptAfter}
      />
      <select
        className="select small"
        aria-label={words.scriptKind}
        value={outcome.ok ? 'succeed' : 'fail'}
        onChange={(event) =>
          change({
            ...entry,
            outcome: event.target.value === 'fail' ? failure({ code: 'TaskFailed', detail: '' }) : ok({}),
          })
        }
      >
        <option value="succeed">{words.succeed}</option>
        <option value="fail">{words.fail}</option>
      </select>
      <DraftInput
        label={words.scriptValue}
        value={outcome.ok ? JSON.stringify(outcome.value) : outcome.error.code}
        owner={`${owner} ${outcome.ok}`}
        commit={setValue}
        mono
      />
      <button
        type="button"
        className="button plain small icon"
        aria-label={words.scriptRemove(position)}
        title={words.scriptRemove(position)}
        onClick={() => change(undefined)}
      >
        <X size={13} aria-hidden />
      </button>
    </li>
  );
}
