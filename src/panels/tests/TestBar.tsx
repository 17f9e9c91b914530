import { FolderOpen, ListChecks, Video } from 'lucide-react';
import { useRef } from 'react';
import { isOver, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { keepFiles } from './keep.ts';

const words = messages.tests;
interface Props {
  readonly keeping: boolean;
  readonly keep: () => void;
}

/** Check all, open files, keep the present run. */
export function TestBar({ keeping, keep }: Props) {
  const workbench = useWorkbench();
  const none = useWorkbenchState((state) => state.settings.scenarios.length === 0);
  const progress = useWorkbenchState((state) => state.checks.progress);
  const finished = useWorkbenchState((state) => isOver(state.run.word) || state.run.word === 'Waiting');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="row">
      <button
        type="button"
        className="button small"
        disabled={none || progress !== undefined}
        onClick={() => void workbench.checks.runAll()}
      >
        <ListChecks size={13} aria-hidden />
        {progress ? words.progress(progress.done, progress.of) : words.runAll}
      </button>
      <button type="button" className="button small" onClick={() => picker.current?.click()}>
        <FolderOpen size={13} aria-hidden /> {words.add}
      </button>
      <button
        type="button"
        className="button small"
        disabled={!finished}
        aria-expanded={keeping}
        title={finished ? undefined : words.recordAbout}
        onClick={keep}
      >
        <Video size={13} aria-hidden /> {words.record}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        aria-hidden
        tabIndex={-1}
        accept=".yaml,.yml,.json"
        onChange={(event) => {
          const { files } = event.currentTarget;
          void keepFiles(workbench, [...(files ?? [])]).then(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
    </div>
  );
}
