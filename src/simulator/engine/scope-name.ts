import type { LiveThread } from './live.ts';

/** The name the history gives a branch or an item (decision U30). */
export function scopeName(thread: LiveThread): string {
  return `${thread.owner?.state.work.kind === 'map' ? 'MapIteration' : 'ParallelBranch'} #${thread.slot}`;
}
