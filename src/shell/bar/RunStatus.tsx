import { formatDuration } from '../../scenario/index.ts';
import { type RunState, type RunWord, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

const tones: Readonly<Record<RunWord, string>> = {
  Ready: '',
  Running: 'info',
  Paused: 'warning',
  Waiting: 'warning',
  Succeeded: 'success',
  Failed: 'error',
  TimedOut: 'error',
  Stopped: '',
};

/** One line on the run, read out when it changes. */
export function RunStatus() {
  const run = useWorkbenchState((state) => state.run);
  return (
    <div className={`run-status ${tones[run.word]}`} title={statusDetail(run)}>
      <output role="status" aria-label={messages.runStatus.region} aria-live="polite" className="cut">
        <b>{run.word}</b>
        {statusDetail(run) && <span> · {statusDetail(run)}</span>}
      </output>
    </div>
  );
}

/** What there is to add to the word: the error, who is waited for, the virtual time. */
export function statusDetail(run: RunState): string {
  const parts: string[] = [];
  if (run.error) parts.push(errorText(run.error, run.word));
  if (run.word === 'Waiting') parts.push(eachOnce(run.waiting.map((waiting) => waiting.stateName)).join(', '));
  if (run.word === 'Paused' && run.pausedAt !== undefined) parts.push(run.pausedAt);
  if (run.word !== 'Ready') parts.push(formatDuration(run.virtualNow));
  if (run.shown < run.events.length) parts.push(messages.runStatus.looking(run.shown, run.events.length));
  return parts.filter((part) => part !== '').join(' · ');
}

/** Code and detail, without the code where the word before it says the same. */
const errorText = ({ code, detail }: { readonly code: string; readonly detail: string }, word: RunWord): string =>
  [code === word ? '' : code, detail].filter((part) => part !== '').join(': ');

/** Names that come several times are counted: iterations of a Map wait under one name. */
function eachOnce(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`));
}
