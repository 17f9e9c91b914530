import { CircleCheck, CircleStop, CircleX, Hourglass, LoaderCircle, type LucideIcon, ShieldCheck } from 'lucide-react';
import type { NodeRun } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

const signs: Readonly<Record<NodeRun['phase'], LucideIcon>> = {
  running: LoaderCircle,
  waiting: Hourglass,
  succeeded: CircleCheck,
  failed: CircleX,
  caught: ShieldCheck,
  stopped: CircleStop,
};

/** What the run has done here, by sign as well as colour, with counts of entries and retries. */
export function RunMark({ run }: { readonly run: NodeRun }) {
  const Sign = signs[run.phase];
  return (
    <span className="node-run" data-phase={run.phase} aria-hidden>
      <Sign size={15} strokeWidth={2.4} />
      {run.entered > 1 && <span className="node-count">×{run.entered}</span>}
      {run.retries > 0 && <span className="node-count">↻{run.retries}</span>}
    </span>
  );
}

/** What it has come to somewhere inside a state that is folded: the sign, in its tooltip the words. */
export function InsideMark({ phase }: { readonly phase: NodeRun['phase'] }) {
  const Sign = signs[phase];
  return (
    <span className="node-run node-inside" data-phase={phase} title={messages.inside(phase)} aria-hidden>
      <Sign size={13} strokeWidth={2.4} />
    </span>
  );
}

/** The same in words (ruling R50). */
export function describeRun(run: NodeRun | undefined): readonly string[] {
  if (!run) return [];
  const words: string[] = [run.phase];
  if (run.entered > 1) words.push(messages.entered(run.entered));
  if (run.retries > 0) words.push(messages.retried(run.retries));
  return words;
}
