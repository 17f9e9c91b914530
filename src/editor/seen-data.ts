import { memoLast, type Json, type JsonObject } from '../base/index.ts';
import type { State, StateId } from '../fdl/index.ts';
import type { RunState } from '../workbench/index.ts';

/** What the last run has seen at each state, by variable. */
type Seen = ReadonlyMap<StateId, JsonObject>;

const seenIn = memoLast((events: RunState['events'], shown: number): Seen => {
  const seen = new Map<StateId, JsonObject>();
  let execution: JsonObject = {};
  for (const { type, state, stepName, detail } of events.slice(0, shown)) {
    if (type === 'ExecutionStarted') execution = { Input: detail['input'] ?? null };
    if (state === undefined) continue;
    const before = seen.get(state) ?? {};
    if (type === 'StepStarted') {
      const $Context = { Execution: execution, Current: { Name: stepName, Input: detail['input'] ?? null } };
      seen.set(state, { ...before, $Input: detail['input'] ?? null, $Context });
    } else if (type === 'TaskSucceeded') seen.set(state, { ...before, $Output: detail['output'] ?? null });
  }
  return seen;
});

/** The data of a state in the run shown, for completion and hover. */
export function seenAt(run: RunState, state: State): Json {
  return seenIn(run.events, run.shown).get(state.id) ?? null;
}
