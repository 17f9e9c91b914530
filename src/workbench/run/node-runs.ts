/** What a run has done with each state, folded from its events. Nodes that did not change keep their object. */
import type { StateId } from '../../fdl/index.ts';
import { outletKey } from '../../graph/index.ts';
import type { Decision, ExecutionEvent, Machine, ThreadId } from '../../simulator/index.ts';
import type { NodeRun } from './model.ts';

interface Node {
  phase: NodeRun['phase'];
  entered: number;
  retries: number;
  active: number;
  exits: string[];
}
interface Strand {
  /** Calls in the present entry. */
  calls: number;
  failed: boolean;
  /** The state it left last, and by which way out. */
  left: { readonly state: StateId; readonly exit: string } | undefined;
  /** Its Choices and Catches, in order; those before `decided` are done with. */
  readonly decisions: readonly Decision[];
  decided: number;
}
interface Fold {
  readonly nodes: Map<StateId, Node>;
  readonly strands: Map<ThreadId, Strand>;
  readonly decisions: ReadonlyMap<ThreadId, readonly Decision[]>;
}

export function nodeRuns(
  events: readonly ExecutionEvent[],
  decisions: readonly Decision[],
  machine: Machine,
  before: ReadonlyMap<StateId, NodeRun>,
): ReadonlyMap<StateId, NodeRun> {
  const fold: Fold = { nodes: new Map(), strands: new Map(), decisions: byThread(decisions) };
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
  const strand = fold.strands.get(thread) ?? newStrand(fold, thread);
  const node = fold.nodes.get(state) ?? { phase: 'running', entered: 0, retries: 0, active: 0, exits: [] };
  switch (event.type) {
    case 'StepEntered':
      fold.nodes.set(state, node);
      node.phase = 'running';
      node.entered += 1;
      node.active += 1;
      goOut(fold, strand.left);
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
      strand.left = { state, exit: exitTaken(strand, state, event.id) };
      return;
    default:
      return;
  }
}

function newStrand({ strands, decisions }: Fold, thread: ThreadId): Strand {
  const own = decisions.get(thread) ?? [];
  const strand: Strand = { calls: 0, failed: false, left: undefined, decisions: own, decided: 0 };
  strands.set(thread, strand);
  return strand;
}

/** Which way a state was left: two ways may lead to the same state, so its successor does not tell. */
function exitTaken(strand: Strand, state: StateId, exited: number): string {
  let exit = outletKey({ kind: 'next' });
  for (; strand.decided < strand.decisions.length; strand.decided += 1) {
    const decision = strand.decisions[strand.decided];
    if (!decision || decision.event >= exited) break;
    if (decision.state === state) exit = exitDecided(decision);
  }
  return exit;
}

function exitDecided(decision: Decision): string {
  if (decision.kind === 'catch') return outletKey({ kind: 'catch', index: decision.rule });
  if (decision.kind !== 'choice') return outletKey({ kind: 'next' });
  return outletKey(decision.branch === undefined ? { kind: 'default' } : { kind: 'branch', index: decision.branch });
}

function byThread(decisions: readonly Decision[]): ReadonlyMap<ThreadId, readonly Decision[]> {
  const found = new Map<ThreadId, Decision[]>();
  for (const decision of decisions) {
    const list = found.get(decision.thread);
    if (list) list.push(decision);
    else found.set(decision.thread, [decision]);
  }
  return found;
}

function goOut(fold: Fold, left: Strand['left']): void {
  const node = left && fold.nodes.get(left.state);
  if (node && !node.exits.includes(left.exit)) node.exits.push(left.exit);
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
    a.exits.length === b.exits.length
  );
}
