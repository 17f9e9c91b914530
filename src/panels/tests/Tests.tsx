import { Download, FolderOpen, ListChecks, Trash2, Video } from 'lucide-react';
import { useRef, useState } from 'react';
import { type KeptScenario, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { Empty } from '../common/Empty.tsx';
import { messages } from '../messages.ts';
import { checkScenarios, type Checked } from './check.ts';
import { recordRun } from './record.ts';
import '../common/panels.css';

const words = messages.tests;

/** Runs kept as files: opened, checked against the present text, recorded, saved again. */
export function Tests() {
  const scenarios = useWorkbenchState((state) => state.settings.scenarios);
  const [results, setResults] = useState<ReadonlyMap<string, Checked>>(new Map());
  const passed = [...results.values()].filter(({ ok }) => ok).length;
  return (
    <div className="panel">
      <TestBar show={setResults} />
      {results.size > 0 && (
        <p role="status" className="muted">
          {words.summary(passed, results.size - passed)}
        </p>
      )}
      {scenarios.length === 0 ? (
        <Empty title={words.none} about={words.noneAbout} />
      ) : (
        <ul className="cards" aria-label={words.list}>
          {scenarios.map((scenario) => (
            <Row key={scenario.file} scenario={scenario} result={results.get(scenario.file)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface BarProps {
  readonly show: (results: ReadonlyMap<string, Checked>) => void;
}
function TestBar({ show }: BarProps) {
  const workbench = useWorkbench();
  const scenarios = useWorkbenchState((state) => state.settings.scenarios);
  const finished = useWorkbenchState((state) =>
    ['Succeeded', 'Failed', 'TimedOut', 'Stopped'].includes(state.run.word),
  );
  const [checking, setChecking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const keep = (added: readonly KeptScenario[]): void => {
    const files = new Set(added.map(({ file }) => file));
    const others = workbench.getState().settings.scenarios.filter(({ file }) => !files.has(file));
    workbench.setSettings({ scenarios: [...others, ...added] });
  };
  const check = async (): Promise<void> => {
    setChecking(true);
    show(await checkScenarios(scenarios, workbench.getState().document.source));
    setChecking(false);
  };
  const open = async (files: FileList | null): Promise<void> => {
    keep(await Promise.all([...(files ?? [])].map(async (file) => ({ file: file.name, text: await file.text() }))));
  };
  return (
    <div className="row">
      <button
        type="button"
        className="button small"
        disabled={scenarios.length === 0 || checking}
        onClick={() => void check()}
      >
        <ListChecks size={13} aria-hidden /> {checking ? words.running : words.runAll}
      </button>
      <button type="button" className="button small" onClick={() => picker.current?.click()}>
        <FolderOpen size={13} aria-hidden /> {words.add}
      </button>
      <button
        type="button"
        className="button small"
        disabled={!finished}
        title={finished ? undefined : words.recordAbout}
        onClick={() => keep([recordRun(workbench.getState())])}
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
          void open(files).then(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
    </div>
  );
}

interface RowProps {
  readonly scenario: KeptScenario;
  readonly result: Checked | undefined;
}
function Row({ scenario, result }: RowProps) {
  const workbench = useWorkbench();
  const { file, text } = scenario;
  const remove = (): void =>
    workbench.setSettings({
      scenarios: workbench.getState().settings.scenarios.filter((other) => other.file !== file),
    });
  const tone = result === undefined ? '' : result.ok ? 'success' : 'error';
  const verdict = result === undefined ? words.notRun : result.ok ? words.passed : words.failed;
  return (
    <li className="card" aria-label={result?.name ?? file}>
      <div className="row">
        <b className="cut">{result?.name ?? file}</b>
        <span className={`tag ${tone}`}>{verdict}</span>
        <span className="grow" />
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.download(file)}
          title={words.download(file)}
          onClick={() => workbench.download({ name: file, content: text, mediaType: 'application/yaml' })}
        >
          <Download size={13} aria-hidden />
        </button>
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.remove(file)}
          title={words.remove(file)}
          onClick={remove}
        >
          <Trash2 size={13} aria-hidden />
        </button>
      </div>
      {result?.lines.map((line) => (
        <p key={line} className={result.ok ? 'muted' : 'alert'}>
          {line}
        </p>
      ))}
    </li>
  );
}
