import type { Work } from '../program.ts';
import { wording } from '../wording.ts';
import { invalidDefinition } from './errors.ts';
import { childStart } from './children.ts';
import { fork } from './join.ts';
import { limits } from './limits.ts';
import type { Live, LiveThread } from './live.ts';
import { failed, type Outcome } from './outcome.ts';

/** Every branch of a Parallel receives the state's input (reference 4.5). */
export function forkBranches(live: Live, thread: LiveThread, what: Extract<Work, { kind: 'parallel' }>): Outcome {
  const { branches } = what;
  if (branches.length === 0) return failed(thread, invalidDefinition(wording.noWork('Branches')));
  if (branches.length > limits.branches) {
    return failed(thread, invalidDefinition(wording.tooManyBranches(branches.length, limits.branches)));
  }
  const missing = branches.find((_, slot) => childStart(thread.state, slot) === undefined);
  if (missing) return failed(thread, invalidDefinition(wording.noSuchState(missing.start.name)));
  return fork(
    live,
    thread,
    branches.map(() => thread.input),
    branches.length,
  );
}
