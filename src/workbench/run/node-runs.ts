/** What a run has done with each state, folded from its events. Nodes that did not change keep their object. */
import type { StateId } from '../../fdl/index.ts';
import type { ExecutionEvent, Machine, ThreadId } from '../../simulator/index.ts';
import type { NodeRun } from './model.ts';

interface Node {
  phase: NodeRun['phase'];
  entered: number;
  retries: number;
  active: number;
  leftFor: StateId[];
}
interface Strand {
  /** Calls in the present entry. */
  calls: number;
  failed: boolean;
  left: StateId | undefined;
}
interface Fold {
  readonly nodes: Map<StateId, Node>;
  readonly strands: Map<ThreadId, Strand>;
}

export function nodeRuns(
  events: readonly ExecutionEvent[],
  machine: Machine,
  before: ReadonlyMap<StateId, NodeRun>,
): ReadonlyMap<StateId, NodeRun> {
  const fold: Fold = { nodes: new Map(), strands: new Map() };
  for (const event of events)
    if (event.thread !== undefined && event.state !== undefined) foldEvent(fold, event, event.thread, event.state);
  settle(fold, machine);
  const runs = new Map<StateId, NodeRun>();
  for (const [id, node] of fold.nodes) {
    const known = before.get(id);
    runs.set(id, known && same(known, node) ? known : node);
  }
  return runs;
}

function foldEvent(fold: Fold, event: ExecutionEvent, thread: ThreadId, state: StateId): void {
  const strand = fold.strands.get(thread) ?? { calls: 0, failed: false, left: undefined };
  fold.strands.set(thread, strand);
  const node = fold.nodes.get(state) ?? { phase: 'running', entered: 0, retries: 0, active: 0, leftFor: [] };
  switch (event.type) {
    case 'StepEntered':
      fold.nodes.set(state, node);
      node.phase = 'running';
      node.entered += 1;
      node.active += 1;
      leadTo(fold, strand.left, state);
      Object.assign(strand, { calls: 0, failed: false, left: undefined });
      return;
    case 'TaskScheduled':
      if (strand.calls > 0) node.retries += 1;
      strand.calls += 1;
      return;
    case 'StepFailed':
      strand.failed = true;
      return;
    case 'StepExited':
      node.active -= 1;
      node.phase = !strand.failed ? 'succeeded' : Object.hasOwn(event.detail, 'output') ? 'caught' : 'failed';
      strand.left = state;
      return;
    default:
      return;
  }
}

function leadTo(fold: Fold, from: StateId | undefined, to: StateId): void {
  const node = from === undefined ? undefined : fold.nodes.get(from);
  if (node && !node.leftFor.includes(to)) node.leftFor.push(to);
}

/** What is still inside: waiting, working, or stopped together with the run or its scope. */
function settle({ nodes }: Fold, machine: Machine): void {
  const alive = new Map<StateId, 'running' | 'waiting'>();
  for (const { at, phase } of machine.threads.values()) {
    const waits = phase.name === 'awaiting-callback' || phase.name === 'sleeping';
    if (phase.name !== 'ready' && alive.get(at) !== 'running') alive.set(at, waits ? 'waiting' : 'running');
  }
  for (const [id, node] of nodes) {
    if (node.active <= 0) continue;
    node.phase = machine.status === 'Running' ? (alive.get(id) ?? 'stopped') : 'stopped';
  }
}

function same(a: NodeRun, b: Node): boolean {
  return (
    a.phase === b.phase &&
    a.entered === b.entered &&
    a.retries === b.retries &&
    a.active === b.active &&
    a.leftFor.length === b.leftFor.length
  );
}
