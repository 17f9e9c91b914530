import { Crosshair, Download, ListChecks, Play, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { type Checked, type KeptScenario, useWorkbench } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';
import { removeScenario } from './keep.ts';
import { loadScenario } from './load.ts';

const words = messages.tests;
interface Props {
  readonly scenario: KeptScenario;
  readonly result: Checked | undefined;
}

/** One scenario: its verdict, what failed and where, and what can be done with its file. */
export function ScenarioRow({ scenario, result }: Props) {
  const workbench = useWorkbench();
  const { file, text } = scenario;
  const name = result?.name ?? file;
  const tone = result === undefined ? '' : result.ok ? 'success' : 'error';
  const verdict = result === undefined ? words.notRun : result.ok ? words.passed : words.failed;
  const place = result?.place;
  const download = (): void => workbench.download({ name: file, content: text, mediaType: 'application/yaml' });
  return (
    <li className="card" aria-label={name}>
      <div className="row nowrap">
        <b className="cut" title={file}>
          {name}
        </b>
        <span className={`tag ${tone}`}>{verdict}</span>
        <span className="grow" />
        <IconButton name={words.runOne(name)} icon={ListChecks} press={() => void workbench.checks.runAll(file)} />
        <IconButton name={words.load(name)} icon={Play} press={() => loadScenario(workbench, scenario, name)} />
        <IconButton name={words.download(file)} icon={Download} press={download} />
        <IconButton name={words.remove(file)} icon={Trash2} press={() => removeScenario(workbench, file)} />
      </div>
      {place && (
        <button
          type="button"
          className="button small place"
          onClick={() => workbench.reveal({ state: place.state }, 'panel')}
        >
          <Crosshair size={13} aria-hidden /> {words.showPlace}
        </button>
      )}
      {result?.lines.map((line) => (
        <p key={line} className={result.ok ? 'muted' : 'alert'}>
          {line}
        </p>
      ))}
    </li>
  );
}

interface IconProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly press: () => void;
}
function IconButton({ name, icon: Icon, press }: IconProps) {
  return (
    <button type="button" className="button plain small icon" aria-label={name} title={name} onClick={press}>
      <Icon size={13} aria-hidden />
    </button>
  );
}
