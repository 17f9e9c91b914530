import { Save, Sprout, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { readInput, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { useBoxLimit } from '../common/box-limit.ts';
import { messages } from '../run-messages.ts';
import { inputSkeleton } from './skeleton.ts';

const words = messages.execution;

/** The input of the next run, with those kept under a name. */
export function InputEditor() {
  const workbench = useWorkbench();
  const text = useWorkbenchState((state) => state.settings.input);
  const read = useMemo(() => readInput(text), [text]);
  const limit = useBoxLimit();
  const problem = limit.refusal ?? (read.ok ? undefined : read.error);
  const setInput = (input: string): void => workbench.setSettings({ input });
  const fromFlow = (): void =>
    setInput(JSON.stringify(inputSkeleton(workbench.getState().document.lastReadable.flow), null, 2));
  return (
    <>
      <div className="row nowrap">
        <h3 className="panel-title grow">{words.inputTitle}</h3>
        <button type="button" className="button plain small" title={words.skeletonAbout} onClick={fromFlow}>
          <Sprout size={13} aria-hidden /> {words.skeleton}
        </button>
      </div>
      <textarea
        className="textarea execution-text"
        aria-label={words.input}
        aria-invalid={!read.ok}
        aria-describedby={problem === undefined ? undefined : 'input-problem'}
        placeholder="{}"
        spellCheck={false}
        value={text}
        onPaste={limit.onPaste}
        onChange={(event) => limit.takes(event.target.value) && setInput(event.target.value)}
      />
      {problem !== undefined && (
        <p className="alert" id="input-problem" role={limit.refusal === undefined ? undefined : 'alert'}>
          {problem}
        </p>
      )}
      <SavedInputs text={text} choose={setInput} />
    </>
  );
}

interface SavedProps {
  readonly text: string;
  readonly choose: (text: string) => void;
}
function SavedInputs({ text, choose }: SavedProps) {
  const workbench = useWorkbench();
  const saved = useWorkbenchState((state) => state.settings.savedInputs);
  const [name, setName] = useState('');
  const chosen = saved.find((each) => each.text === text)?.name ?? '';
  const keep = (): void => {
    const others = saved.filter((each) => each.name !== name.trim());
    workbench.setSettings({ savedInputs: [...others, { name: name.trim(), text }] });
    setName('');
  };
  return (
    <div className="row saved-inputs">
      {saved.length > 0 && (
        <select
          className="select"
          aria-label={words.saved}
          value={chosen}
          onChange={(event) => {
            const wanted = saved.find((each) => each.name === event.target.value);
            if (wanted) choose(wanted.text);
          }}
        >
          <option value="">{words.chooseSaved}</option>
          {saved.map((each) => (
            <option key={each.name}>{each.name}</option>
          ))}
        </select>
      )}
      {chosen !== '' && (
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.removeSaved}
          title={words.removeSaved}
          onClick={() => workbench.setSettings({ savedInputs: saved.filter((each) => each.name !== chosen) })}
        >
          <Trash2 size={13} aria-hidden />
        </button>
      )}
      <input
        className="input grow"
        aria-label={words.name}
        placeholder={words.nameHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button
        type="button"
        className="button small"
        title={words.saveAbout}
        disabled={name.trim() === ''}
        onClick={keep}
      >
        <Save size={13} aria-hidden /> {words.save}
      </button>
    </div>
  );
}
