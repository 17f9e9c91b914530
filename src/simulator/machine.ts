import type { Json, JsonObject } from '../base/index.ts';
import type { FlowError, StateId } from '../fdl/index.ts';
import type { EffectId, ExecutionMode, Instant, Note, TaskToken, ThreadId } from './messages.ts';

/** What is fixed when a run starts. The same program, options and inputs give the same run, event for event. */
export interface RunOptions {
  readonly executionName: string;
  readonly mode: ExecutionMode;
  readonly seed: number;
  /** When the execution begins, epoch milliseconds. */
  readonly startTime: number;
  /** Events a run may write before it is ended (reference section 10: 5,000); `Infinity` switches the quota off. */
  readonly eventQuota?: number | undefined;
  /** The name written in task tokens; the program's own where it is absent. */
  readonly flowName?: string | undefined;
  readonly roleArn?: string | undefined;
  /** Fail a Map whose items are no objects, instead of passing them through with a note (decision U14). */
  readonly strictItems?: boolean | undefined;
}

/** A running (or ended) execution as plain data. */
export interface Machine {
  readonly options: RunOptions;
  readonly status: MachineStatus;
  readonly now: Instant;
  /** Live threads by id: the flow's own, one per running branch, one per admitted item. */
  readonly threads: ReadonlyMap<ThreadId, Thread>;
  /** The execution itself is number 0; items of a distributed Map run in executions of their own. */
  readonly executions: ReadonlyMap<number, Execution>;
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly counters: Counters;
  /** State of the seeded generator behind `uuid()` and `randomInt()`. */
  readonly random: number;
  readonly notes: readonly Note[];
}
export type MachineStatus = 'Idle' | 'Running' | 'Succeeded' | 'Failed' | 'TimedOut' | 'Stopped';

export interface Counters {
  readonly threads: number;
  readonly effects: number;
  readonly events: number;
  readonly executions: number;
  /** Attempts that failed before they could write an event: they use up the quota too, or a run might never end. */
  readonly quiet: number;
}

/** What `$Context.Execution` and `$Global` show to the threads inside. */
export interface Execution {
  readonly id: number;
  readonly name: string;
  readonly mode: ExecutionMode;
  readonly input: Json;
  readonly global: JsonObject;
  /** The last instant inside the lifetime of an Express child; the others live as long as the run (R14). */
  readonly until: Instant | undefined;
}

/** One strand of a run. It stands before a state, works in it, or waits in it. */
export interface Thread {
  readonly id: ThreadId;
  readonly parent: ThreadId | undefined;
  /** Branch or item index in the parent; 0 for the flow's own thread. */
  readonly slot: number;
  /** Slots from the outside in: the order in which threads act at one instant (ruling R12). */
  readonly path: readonly number[];
  /** Positions of the Map items around it, outermost first. */
  readonly iteration: readonly number[];
  readonly execution: number;
  readonly at: StateId;
  /** What the state was handed, and what its InputConstructor made of it. */
  readonly received: Json;
  readonly input: Json;
  /** Retries of this entry in all, and spent on each Retry rule. */
  readonly retries: number;
  readonly attempts: readonly number[];
  /** The last error of this entry (decision U33). */
  readonly error: FlowError | undefined;
  /** Ids of its last event (0: not begun) and of the state's StepStarted. */
  readonly lastEvent: number;
  readonly startedEvent: number;
  readonly phase: Phase;
  readonly join: Join | undefined;
}

export type Phase =
  /** Stands before the state `at`. */
  | { readonly name: 'ready' }
  | {
      readonly name: 'invoking';
      readonly effect: EffectId;
      /** The Task itself, or what a distributed Map reads its items from and writes its results to. */
      readonly purpose: 'task' | 'read-items' | 'write-results';
      readonly token: TaskToken | undefined;
      readonly since: Instant;
      readonly deadline: Instant | undefined;
    }
  | {
      readonly name: 'awaiting-callback';
      readonly effect: EffectId;
      readonly token: TaskToken;
      readonly from: 'system' | 'custom';
      /** When the call was made, and since when the token waits. */
      readonly called: Instant;
      readonly since: Instant;
      readonly deadline: Instant | undefined;
    }
  | {
      readonly name: 'sleeping';
      readonly because: 'wait' | 'retry';
      readonly since: Instant;
      readonly until: Instant;
    }
  /** Its branches or items run. */
  | { readonly name: 'joining' };

/** How far a Parallel or Map is. */
export interface Join {
  /** Inputs of the children; all the same object for a Parallel. */
  readonly inputs: readonly Json[];
  readonly results: readonly (Json | undefined)[];
  /** Children admitted so far, and children that ended. */
  readonly admitted: number;
  readonly ended: number;
  /** Failed children a distributed Map has tolerated. */
  readonly tolerated: number;
  readonly atOnce: number;
}
