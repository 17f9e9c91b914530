import type { StateId } from '../../fdl/index.ts';
import type { ExecutionEvent, Instant, ThreadId } from '../messages.ts';

/** One strand of a run on the time line: the flow itself, a branch, an item. */
export interface Lane {
  readonly thread: ThreadId;
  readonly parent: ThreadId | undefined;
  readonly depth: number;
  readonly kind: 'flow' | 'branch' | 'item';
  readonly slot: number;
  /** The Parallel or Map it belongs to. */
  readonly owner: StateId | undefined;
  readonly from: Instant;
  readonly to: Instant;
  /** Ids of its first and its latest event. */
  readonly first: number;
  readonly last: number;
  readonly failed: boolean;
}

type GrowingLane = { -readonly [K in keyof Lane]: Lane[K] };

/** The strands in the order in which they began; each below the one it came from. */
export function lanesOf(events: readonly ExecutionEvent[]): readonly Lane[] {
  const lanes = new Map<ThreadId, GrowingLane>();
  const first = events[0]?.id ?? 1;
  for (const event of events) {
    const { thread, type, at } = event;
    if (thread === undefined) continue;
    const known = lanes.get(thread);
    if (!known) lanes.set(thread, beginLane(event, thread, lanes, events[event.cause - first]?.thread));
    else {
      known.to = at;
      known.last = event.id;
      if (type === 'StepFailed') known.failed = true;
      else if (type === 'StepEntered') known.failed = false;
    }
  }
  return inTree([...lanes.values()]);
}

function beginLane(
  { id, type, at, state, detail }: ExecutionEvent,
  thread: ThreadId,
  lanes: ReadonlyMap<ThreadId, Lane>,
  cause: ThreadId | undefined,
): GrowingLane {
  const kind = type === 'BranchEntered' ? 'branch' : type === 'IterationEntered' ? 'item' : 'flow';
  const parent = kind === 'flow' ? undefined : cause;
  const depth = parent === undefined ? 0 : (lanes.get(parent)?.depth ?? 0) + 1;
  const inside = kind === 'flow' ? undefined : state;
  return {
    thread,
    parent,
    depth,
    kind,
    slot: Number(detail['index'] ?? 0),
    owner: inside,
    from: at,
    to: at,
    first: id,
    last: id,
    failed: false,
  };
}

function inTree(lanes: readonly Lane[]): readonly Lane[] {
  const below = new Map<ThreadId | undefined, Lane[]>();
  for (const lane of lanes) {
    const siblings = below.get(lane.parent);
    if (siblings) siblings.push(lane);
    else below.set(lane.parent, [lane]);
  }
  const sorted: Lane[] = [];
  const waiting = [...(below.get(undefined) ?? [])].reverse();
  for (let lane = waiting.pop(); lane; lane = waiting.pop()) {
    sorted.push(lane);
    waiting.push(...[...(below.get(lane.thread) ?? [])].reverse());
  }
  return sorted;
}
