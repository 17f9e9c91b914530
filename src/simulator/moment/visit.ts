import type { Json } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { Decision } from '../decision.ts';
import type { Instant, ThreadId } from '../messages.ts';

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
