import { CircleCheck, CircleDot, CircleStop, CircleX, GitFork, Hourglass, X } from 'lucide-react';
import { type RunEntry, type RunId, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../run-messages.ts';

const words = messages.execution;
const signs = {
  Ready: CircleDot,
  Running: CircleDot,
  Paused: CircleDot,
  Waiting: Hourglass,
  Succeeded: CircleCheck,
  Failed: CircleX,
  TimedOut: CircleX,
  Stopped: CircleStop,
} as const;

interface Props {
  readonly other: RunId | undefined;
  readonly compareWith: (run: RunId | undefined) => void;
}

/** The run tree: each start, and each fork beside the run it came from. */
export function Runs({ other, compareWith }: Props) {
  const runs = useWorkbenchState((state) => state.run.runs);
  const current = useWorkbenchState((state) => state.run.current);
  if (runs.length < 2) return null;
  return (
    <div className="runs">
      <ul className="run-list" aria-label={words.runs}>
        {inTree(runs).map((run) => (
          <RunChip key={run.id} run={run} shown={run.id === current} />
        ))}
      </ul>
      <label className="row nowrap compare-pick">
        <span className="muted">{words.compareWith}</span>
        <select
          className="select small"
          aria-label={words.compareWith}
          value={other ?? ''}
          onChange={(event) => compareWith(event.target.value === '' ? undefined : Number(event.target.value))}
        >
          <option value="">{words.noComparison}</option>
          {runs
            .filter(({ id }) => id !== current)
            .map(({ id }) => (
              <option key={id} value={id}>
                {words.runName(id)}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}

function RunChip({ run, shown }: { readonly run: RunEntry; readonly shown: boolean }) {
  const workbench = useWorkbench();
  const { id, parent, forkedAt, word } = run;
  const Sign = signs[word];
  const origin = parent === undefined || forkedAt === undefined ? '' : words.forkOf(parent, forkedAt);
  return (
    <li className="run-chip" data-shown={shown || undefined} data-word={word}>
      <button
        type="button"
        className="run-chip-main"
        aria-current={shown || undefined}
        title={[words.runName(id), origin, run.error?.code].filter(Boolean).join(' · ')}
        onClick={() => workbench.run.showRun(id)}
      >
        {parent !== undefined && <GitFork size={12} aria-hidden />}
        <Sign size={13} aria-hidden />
        <span>
          {words.runName(id)} <span className="muted">{word}</span>
        </span>
        {origin !== '' && <span className="hidden">{origin}</span>}
      </button>
      {!shown && (
        <button
          type="button"
          className="run-chip-close"
          aria-label={words.removeRun(id)}
          title={words.removeRun(id)}
          onClick={() => workbench.run.removeRun(id)}
        >
          <X size={11} aria-hidden />
        </button>
      )}
    </li>
  );
}

/** Forks right behind the run they came from. */
function inTree(runs: readonly RunEntry[]): readonly RunEntry[] {
  const known = new Set(runs.map(({ id }) => id));
  const below = (parent: RunId): readonly RunEntry[] =>
    runs.filter((run) => run.parent === parent).flatMap((run) => [run, ...below(run.id)]);
  const roots = runs.filter(({ parent }) => parent === undefined || !known.has(parent));
  return roots.flatMap((root) => [root, ...below(root.id)]);
}
