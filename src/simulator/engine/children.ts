import type { Json } from '../../base/index.ts';
import type { ThreadId } from '../messages.ts';
import type { CompiledState, DistributedWork } from '../program.ts';
import {
  cancelCall,
  enqueue,
  joiningPhase,
  type Live,
  type LiveExecution,
  type LiveJoin,
  type LiveThread,
  noAttempts,
  readyPhase,
} from './live.ts';
import { limits } from './limits.ts';

/** Starts children while there is room; each is entered only when its turn comes (R12). */
export function admit(live: Live, owner: LiveThread, join: LiveJoin): void {
  while (join.admitted < join.inputs.length && join.admitted - join.ended < join.atOnce) {
    const slot = join.admitted;
    join.admitted += 1;
    const child = createChild(live, owner, slot, join.inputs[slot] ?? null);
    if (!child) return;
    join.children[slot] = child;
    live.threads.set(child.id, child);
    limitLifetime(live, child);
    enqueue(live, child);
  }
}

function createChild(live: Live, owner: LiveThread, slot: number, input: Json): LiveThread | undefined {
  const state = childStart(owner.state, slot);
  if (!state) return undefined;
  const isItem = owner.state.work.kind === 'map';
  const id = (live.counters.threads + 1) as ThreadId;
  live.counters.threads = id;
  const home = distributedOf(owner) ? childExecution(live, owner, slot, input) : owner.home;
  const path = [...owner.path, slot];
  // Where every scope around is a Map, both say the same.
  const same = isItem && owner.iteration === owner.path;
  const iteration = same ? path : isItem ? [...owner.iteration, slot] : owner.iteration;
  return newThread({ id, owner, slot, path, iteration, home, state, input });
}

/** The state a branch or item starts with; a scope without one is refused before the children are started. */
export function childStart(state: CompiledState, slot: number): CompiledState | undefined {
  const { work } = state;
  if (work.kind === 'map') return work.processor.start.state;
  return work.kind === 'parallel' ? work.branches[slot]?.start.state : undefined;
}

interface NewThread {
  readonly id: ThreadId;
  readonly owner: LiveThread | undefined;
  readonly slot: number;
  readonly path: readonly number[];
  readonly iteration: readonly number[];
  readonly home: LiveExecution;
  readonly state: CompiledState;
  readonly input: Json;
}

export function newThread(made: NewThread): LiveThread {
  const { id, owner, slot, path, iteration, home, state, input } = made;
  return {
    id,
    parent: owner?.id,
    owner,
    slot,
    path,
    iteration,
    execution: home.id,
    home,
    at: state.id,
    state,
    received: input,
    input,
    retries: 0,
    attempts: noAttempts,
    error: undefined,
    lastEvent: 0,
    startedEvent: 0,
    phase: readyPhase,
    join: undefined,
    queued: false,
  };
}

/** An item of a distributed Map runs in an execution of its own: its input, a fresh `$Global` (U15). */
function childExecution(live: Live, owner: LiveThread, slot: number, input: Json): LiveExecution {
  const id = live.counters.executions + 1;
  live.counters.executions = id;
  const mode = distributedOf(owner)?.express === true ? 'Express' : owner.home.mode;
  const until = mode === 'Express' ? live.now + limits.lifetime.Express : undefined;
  const home = { id, name: `${owner.home.name}-${slot}`, mode, input, global: {}, until };
  live.executions.set(id, home);
  return home;
}

/** An execution of its own that is an Express one ends after five minutes, however long the run around it may take. */
export function limitLifetime(live: Live, thread: LiveThread): void {
  if (thread.home !== thread.owner?.home && thread.home.until !== undefined) {
    live.expiring.set(thread.execution, thread);
  }
}

export function distributedOf(owner: LiveThread): DistributedWork | undefined {
  const { work } = owner.state;
  return work.kind === 'map' ? work.distributed : undefined;
}

/** A thread is no more; whatever still points at it finds nothing to do. */
export function remove(live: Live, thread: LiveThread): void {
  live.threads.delete(thread.id);
  if (live.current === thread) live.current = undefined;
  if (thread.owner && thread.home !== thread.owner.home) {
    live.executions.delete(thread.execution);
    live.expiring.delete(thread.execution);
  }
  thread.phase = joiningPhase;
}

/** Stops everything below a thread at once; nothing more is written for it (U36). */
export function abortChildren(live: Live, owner: LiveThread): void {
  const waiting = [owner];
  for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
    const { join } = thread;
    if (!join) continue;
    thread.join = undefined;
    for (const child of join.children) {
      if (!child) continue;
      cancelCall(live, child.phase);
      remove(live, child);
      waiting.push(child);
    }
  }
}
