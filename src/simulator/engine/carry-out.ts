import { assertNever } from '../../base/index.ts';
import { endRun } from './end.ts';
import { failState } from './fail.ts';
import { childEnded, childFailed } from './join.ts';
import { leave } from './leave.ts';
import type { Live } from './live.ts';
import type { Outcome } from './outcome.ts';

/** Follows a chain of outcomes until the thread rests: a state ends, with it its branch, with it the Parallel, ... */
export function carryOut(live: Live, first: Outcome): void {
  // A full history ends the run where it is; nothing more may happen unrecorded.
  for (let outcome = first; outcome && !live.overflow; outcome = once(live, outcome));
}

function once(live: Live, outcome: NonNullable<Outcome>): Outcome {
  const { thread } = outcome;
  const { owner } = thread;
  switch (outcome.kind) {
    case 'complete':
      return leave(live, thread, outcome.raw, outcome.target);
    case 'fail':
      return failState(live, thread, outcome.failure);
    case 'end-scope':
      return owner ? childEnded(live, thread, owner, outcome.output) : endRun(live, 'Succeeded', outcome.output);
    case 'fail-scope':
      return owner
        ? childFailed(live, thread, owner, outcome.failure)
        : endRun(live, 'Failed', undefined, outcome.failure.error);
    default:
      return assertNever(outcome);
  }
}
