import { FilePlus2, FolderOpen, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { type FlowEntry, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.flows;

/** All flows of this browser: name, open, remove, begin another. */
export function FlowsDialog() {
  const workbench = useWorkbench();
  const flow = useWorkbenchState((state) => state.flow);
  const library = useWorkbenchState((state) => state.library);
  const close = (): void => workbench.showDialog(undefined);
  const listed = library.some(({ id }) => id === flow.id) ? library : [flow, ...library];
  return (
    <Frame title={words.title} about={words.about}>
      <RenameForm key={flow.id} name={flow.name} />
      <p className="section-title" id="kept-flows">
        {words.list}
      </p>
      <ul className="flow-list" aria-labelledby="kept-flows">
        {listed.map((entry) => (
          <FlowRow key={entry.id} entry={entry.id === flow.id ? flow : entry} current={entry.id === flow.id} />
        ))}
      </ul>
      <div className="row section-title">
        <button
          type="button"
          className="button"
          onClick={() => {
            close();
            void workbench.newFlow();
          }}
        >
          <FilePlus2 size={15} aria-hidden /> {words.newFlow}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            workbench.ask({ type: 'pick-file' });
            close();
          }}
        >
          <FolderOpen size={15} aria-hidden /> {words.openFile}
        </button>
      </div>
    </Frame>
  );
}

function RenameForm({ name }: { readonly name: string }) {
  const workbench = useWorkbench();
  const [typed, setTyped] = useState(name);
  const rename = (event: SubmitEvent): void => {
    event.preventDefault();
    workbench.renameFlow(typed);
  };
  return (
    <form className="row nowrap" onSubmit={rename}>
      <input
        className="input grow"
        aria-label={words.name}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={typed.trim() === '' || typed === name}>
        {words.rename}
      </button>
    </form>
  );
}

function FlowRow({ entry, current }: { readonly entry: FlowEntry; readonly current: boolean }) {
  const workbench = useWorkbench();
  const open = (): void => {
    workbench.showDialog(undefined);
    void workbench.openFlow(entry.id);
  };
  return (
    <li>
      <button type="button" className="choice grow" aria-current={current} disabled={current} onClick={open}>
        <span className="cut">{entry.name}</span>
        <span className="muted">
          {current ? words.current : words.changed(new Date(entry.changed).toLocaleString())}
        </span>
      </button>
      {!current && (
        <button
          type="button"
          className="button plain icon"
          aria-label={words.remove(entry.name)}
          title={words.remove(entry.name)}
          onClick={() => workbench.removeFlow(entry.id)}
        >
          <Trash2 size={15} aria-hidden />
        </button>
      )}
    </li>
  );
}
