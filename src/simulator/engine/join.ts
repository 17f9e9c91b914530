import type { Json } from '../../base/index.ts';
import { wording } from '../wording.ts';
import type { ThreadId } from '../messages.ts';
import type { CompiledState, DistributedWork } from '../program.ts';
import { emitScope } from './emit.ts';
import type { Failure } from './errors.ts';
import { record } from './fail.ts';
import { invoke } from './invoke.ts';
import {
  cancelCall,
  enqueue,
  joiningPhase,
  type Live,
  type LiveExecution,
  type LiveJoin,
  type LiveThread,
  noAttempts,
  note,
  readyPhase,
} from './live.ts';
import { evaluate } from './data.ts';
import { complete, failed, type Outcome } from './outcome.ts';

/** Lets a Parallel or Map run its children, at most `atOnce` of them together (U37), and wait for them. */
export function fork(live: Live, owner: LiveThread, inputs: readonly Json[], atOnce: number): Outcome {
  const results = new Array<Json | undefined>(inputs.length).fill(undefined);
  owner.join = { inputs, results, admitted: 0, ended: 0, tolerated: 0, atOnce, children: [] };
  owner.phase = joiningPhase;
  admit(live, owner, owner.join);
  return inputs.length === 0 ? joined(live, owner, owner.join) : undefined;
}

/** Starts children while there is room; each is entered only when its turn comes (R12). */
function admit(live: Live, owner: LiveThread, join: LiveJoin): void {
  while (join.admitted < join.inputs.length && join.admitted - join.ended < join.atOnce) {
    const slot = join.admitted;
    join.admitted += 1;
    const child = createChild(live, owner, slot, join.inputs[slot] ?? null);
    if (!child) return;
    join.children[slot] = child;
    live.threads.set(child.id, child);
    enqueue(live, child);
  }
}

function createChild(live: Live, owner: LiveThread, slot: number, input: Json): LiveThread | undefined {
  const state = childStart(owner.state, slot);
  if (!state) return undefined;
  const isItem = owner.state.work.kind === 'map';
  const id = (live.counters.threads + 1) as ThreadId;
  live.counters.threads = id;
  const home = distributed(owner) ? childExecution(live, owner, slot, input) : owner.home;
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
  const mode = distributed(owner)?.express === true ? 'Express' : owner.home.mode;
  const home = { id, name: `${owner.home.name}-${slot}`, mode, input, global: {} };
  live.executions.set(id, home);
  return home;
}

function distributed(owner: LiveThread): DistributedWork | undefined {
  const { work } = owner.state;
  return work.kind === 'map' ? work.distributed : undefined;
}

/** A branch or item came to its end with this output. */
export function childEnded(live: Live, child: LiveThread, owner: LiveThread, output: Json): Outcome {
  emitScope(live, child, owner, 'exited', output);
  return collect(live, child, owner, output);
}

/**
 * A branch or item failed: its siblings are aborted and the state around it fails with the same error (8.6, U36),
 * unless a distributed Map tolerates it.
 */
export function childFailed(live: Live, child: LiveThread, owner: LiveThread, failure: Failure): Outcome {
  const { error, kind, raised = false } = failure;
  const limits = distributed(owner);
  if (limits && owner.join && tolerates(limits, owner.join)) return goOnWithout(live, child, owner, failure);
  abortChildren(live, owner);
  // What ends a child execution of a distributed Map does not end the parent's.
  const outer = kind === 'terminal' && !limits ? 'terminal' : 'work';
  return failed(owner, { error, kind: outer, raised, inherited: true });
}

/** Whether one failure more stays within the tolerances that are given; none given means none tolerated. */
function tolerates(limits: DistributedWork, join: LiveJoin): boolean {
  const { toleratedCount, toleratedPercentage } = limits;
  if (toleratedCount === undefined && toleratedPercentage === undefined) return false;
  const failures = join.tolerated + 1;
  const percentage = (100 * failures) / join.inputs.length;
  return failures <= (toleratedCount ?? failures) && percentage <= (toleratedPercentage ?? percentage);
}

function goOnWithout(live: Live, child: LiveThread, owner: LiveThread, { error }: Failure): Outcome {
  if (owner.join) owner.join.tolerated += 1;
  const output = { Error: { Code: error.code, Detail: error.detail } };
  record(live, owner, { kind: 'tolerated', slot: child.slot, error });
  note(live, 'U15', wording.note.lostItem, owner.at);
  return childEnded(live, child, owner, output);
}

function collect(live: Live, child: LiveThread, owner: LiveThread, output: Json): Outcome {
  remove(live, child);
  const { join } = owner;
  if (!join) return undefined;
  join.children[child.slot] = undefined;
  join.results[child.slot] = output;
  join.ended += 1;
  if (join.ended === join.inputs.length) return joined(live, owner, join);
  admit(live, owner, join);
  return undefined;
}

/** All children ended: the raw output of the state (reference 4.5, 4.6). */
function joined(live: Live, owner: LiveThread, join: LiveJoin): Outcome {
  const results = join.results.map((result) => result ?? null);
  if (owner.state.work.kind === 'parallel') {
    return complete(owner, Object.fromEntries(results.map((result, i) => [`Branch${i}`, result])));
  }
  const output = { Items: results };
  const writer = distributed(owner)?.writer;
  if (!writer) return complete(owner, output);
  const parameters = evaluate(live, owner, writer);
  if (!parameters.ok) return failed(owner, { error: parameters.error, kind: 'work' });
  invoke(live, owner, {
    action: 'OSS:PutObject',
    mode: 'RequestComplete',
    parameters: parameters.value,
    token: undefined,
    deadline: undefined,
    purpose: 'write-results',
  });
  return undefined;
}

function remove(live: Live, thread: LiveThread): void {
  live.threads.delete(thread.id);
  if (live.current === thread) live.current = undefined;
  if (thread.owner && thread.home !== thread.owner.home) live.executions.delete(thread.execution);
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
