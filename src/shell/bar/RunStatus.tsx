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
  if (run.error) parts.push(run.error.detail === '' ? run.error.code : `${run.error.code}: ${run.error.detail}`);
  if (run.word === 'Waiting') parts.push(run.waiting.map((waiting) => waiting.stateName).join(', '));
  if (run.word === 'Paused' && run.pausedAt !== undefined) parts.push(run.pausedAt);
  if (run.word !== 'Ready') parts.push(formatDuration(run.virtualNow));
  if (run.shown < run.events.length) parts.push(messages.runStatus.looking(run.shown, run.events.length));
  return parts.filter((part) => part !== '').join(' · ');
}
