import type { Json } from '../../base/index.ts';
import type { DistributedWork } from '../program.ts';
import { wording } from '../wording.ts';
import { abortChildren, admit, distributedOf, remove } from './children.ts';
import { evaluate } from './evaluate.ts';
import { emitScope } from './emit.ts';
import type { Failure } from './errors.ts';
import { record } from './fail.ts';
import { invoke } from './invoke.ts';
import { joiningPhase, type Live, type LiveJoin, type LiveThread, note } from './live.ts';
import { complete, failed, type Outcome } from './outcome.ts';

/** Lets a Parallel or Map run its children, at most `atOnce` of them together (U37), and wait for them. */
export function fork(live: Live, owner: LiveThread, inputs: readonly Json[], atOnce: number): Outcome {
  const results = new Array<Json | undefined>(inputs.length).fill(undefined);
  owner.join = { inputs, results, admitted: 0, ended: 0, tolerated: 0, atOnce, children: [] };
  owner.phase = joiningPhase;
  admit(live, owner, owner.join);
  return inputs.length === 0 ? joined(live, owner, owner.join) : undefined;
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
  const limits = distributedOf(owner);
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
  const writer = distributedOf(owner)?.writer;
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
