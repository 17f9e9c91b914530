import type { Json } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { Decision } from '../decision.ts';
import type { ExecutionEvent, Instant, ThreadId } from '../messages.ts';
import { growing, type GrowingVisit } from './grow.ts';

/** One entry into one state, with everything that happened until it was left. */
export interface Visit {
  readonly state: StateId;
  readonly stateName: string;
  readonly thread: ThreadId;
  /** Ids of its first and its latest event. */
  readonly from: number;
  readonly to: number;
  readonly entered: Instant;
  /** `undefined` while it is still inside. */
  readonly left: Instant | undefined;
  readonly received: Json;
  /** After the InputConstructor; `undefined` when it did not get that far. */
  readonly constructed: Json | undefined;
  readonly attempts: readonly Attempt[];
  readonly children: readonly Child[];
  /** Why it went on as it did: Retry, Catch, Choice, in the order in which that was decided. */
  readonly decisions: readonly Decision[];
  /** After the OutputConstructor, or what the Catch rule hands on. */
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
}

/** One call of a Task. */
export interface Attempt {
  /** Ids of its TaskScheduled and of the event that ended it. */
  readonly from: number;
  readonly to: number | undefined;
  readonly sent: Instant;
  readonly ended: Instant | undefined;
  readonly action: string;
  readonly mode: string;
  readonly parameters: Json;
  /** What the service answered to a submission. */
  readonly submitted: Json | undefined;
  readonly raw: Json | undefined;
  readonly error: FlowError | undefined;
}

/** A branch of a Parallel or an item of a Map. */
export interface Child {
  readonly slot: number;
  readonly thread: ThreadId;
  readonly from: number;
  readonly input: Json;
  readonly outcome: 'running' | 'succeeded' | 'failed' | 'aborted';
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  /** Where it is, or was last. */
  readonly at: StateId | undefined;
}

/** All visits in the order in which they began. */
export function visitsOf(events: readonly ExecutionEvent[], decisions: readonly Decision[] = []): readonly Visit[] {
  const visits = growing(events);
  for (const decision of decisions) decidedIn(visits, decision)?.decisions.push(decision);
  return visits.all;
}

function decidedIn(
  { byThread }: { readonly byThread: ReadonlyMap<ThreadId, readonly GrowingVisit[]> },
  { thread, state, event }: Decision,
): GrowingVisit | undefined {
  return byThread.get(thread)?.findLast((visit) => visit.state === state && visit.from <= event);
}

/**
 * What the state's work gave before the OutputConstructor (reference section 1.1): the last answer of a Task, what the
 * branches or items ended with, and for all others the input itself.
 */
export function rawOf({ attempts, children, constructed, left, error }: Visit, type: string): Json | undefined {
  if (type === 'Task') return attempts.at(-1)?.raw;
  if (left === undefined || error) return undefined;
  if (type === 'Map') return { Items: children.map(({ output }) => output ?? null) };
  if (type === 'Parallel') {
    return Object.fromEntries(children.map(({ slot, output }) => [`Branch${slot}`, output ?? null]));
  }
  return constructed;
}
