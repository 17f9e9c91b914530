import type { Json } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { EventType, ExecutionMode, Instant } from '../messages.ts';
import type { CompiledState, Target } from '../program.ts';
import { wording } from '../wording.ts';
import { abortChildren } from './children.ts';
import { emitExecution } from './emit.ts';
import { errorCodes } from './errors.ts';
import { cancelCall, type Live, type LiveThread, note } from './live.ts';
import type { Outcome } from './outcome.ts';

type Ending = 'Succeeded' | 'Failed' | 'TimedOut' | 'Stopped';

const closingEvents: Record<Ending, EventType> = {
  Succeeded: 'ExecutionSucceeded',
  Failed: 'ExecutionFailed',
  TimedOut: 'ExecutionTimedOut',
  Stopped: 'ExecutionStopped',
};

/** Ends the execution: whatever still runs is dropped and its calls are cancelled. */
export function endRun(live: Live, status: Ending, output: Json | undefined, error?: FlowError): undefined {
  const cause = live.root?.lastEvent ?? live.counters.events;
  for (const thread of live.threads.values()) cancelCall(live, thread.phase);
  live.threads.clear();
  live.root = undefined;
  live.current = undefined;
  live.status = status;
  live.output = output;
  live.error = error;
  if (!error) emitExecution(live, closingEvents[status], cause, output ?? null, 'output');
  else emitExecution(live, closingEvents[status], cause, { error: error.code, cause: error.detail }, 'whole');
}

/** The clock passed the mode's lifetime: the run ends at that instant (U38, R14). */
export function endOfLifetime(live: Live): undefined {
  live.now = live.lifetime;
  endRun(live, 'TimedOut', undefined, lifetimeOver(live.options.mode));
}

/** The same for a child execution: whatever runs in it is dropped, and the distributed Map around it has a failed item. */
export function endOfChild(live: Live, child: LiveThread, at: Instant): Outcome {
  live.now = at;
  abortChildren(live, child);
  cancelCall(live, child.phase);
  return { kind: 'fail-scope', thread: child, failure: { error: lifetimeOver(child.home.mode), kind: 'terminal' } };
}

const lifetimeOver = (mode: ExecutionMode): FlowError => ({
  code: errorCodes.lifetime,
  detail: wording.lifetimeOver(mode, wording.lifetimes[mode]),
});

/** The event quota is used up (U29): calls just asked for are not made, and the loop is named. */
export function endOfQuota(live: Live, at: LiveThread): void {
  const unsent = new Set(live.effects.filter((effect) => effect.type === 'invoke').map((effect) => effect.id));
  live.effects = live.effects.filter((effect) => effect.type === 'cancel');
  if (live.status === 'Running') {
    const loop = loopAround(at);
    const detail = loop ? wording.quotaInLoop(live.quota, loop) : wording.quotaAt(live.quota, at.state.name);
    note(live, 'U29', wording.note.terminal(errorCodes.eventLimit), at.at);
    endRun(live, 'Failed', undefined, { code: errorCodes.eventLimit, detail });
  }
  live.effects = live.effects.filter((effect) => !unsent.has(effect.id));
}

/** Names on the shortest way from the state back to itself, looking outwards scope by scope. */
function loopAround(at: LiveThread): readonly string[] | undefined {
  for (let thread: LiveThread | undefined = at; thread; thread = thread.owner) {
    const loop = shortestLoop(thread.state);
    if (loop) return loop;
  }
  return undefined;
}

function shortestLoop(from: CompiledState): readonly string[] | undefined {
  const cameFrom = new Map<CompiledState, CompiledState>();
  const queue = [from];
  for (const state of queue) {
    for (const { state: next } of targetsOf(state)) {
      if (next === from) return wayBack(cameFrom, from, state);
      if (!next || cameFrom.has(next)) continue;
      cameFrom.set(next, state);
      queue.push(next);
    }
  }
  return undefined;
}

function wayBack(
  cameFrom: ReadonlyMap<CompiledState, CompiledState>,
  from: CompiledState,
  last: CompiledState,
): readonly string[] {
  const names = [last.name];
  for (let state = last; state !== from;) {
    state = cameFrom.get(state) ?? from;
    names.push(state.name);
  }
  return names.reverse();
}

/** Where a state can lead, in the order written. */
function targetsOf(state: CompiledState): readonly Target[] {
  const caught = state.catch.map((rule) => rule.target);
  const { work } = state;
  if (work.kind === 'choice') return [...work.branches.map((branch) => branch.target), work.otherwise];
  return state.next && !state.ends ? [state.next, ...caught] : caught;
}
