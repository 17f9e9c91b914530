import type { Brand, Json, JsonObject, Result } from '../base/index.ts';
import type { FlowError, StateId, TaskMode } from '../fdl/index.ts';

/** Virtual milliseconds since the execution began. */
export type Instant = number;
export type ThreadId = Brand<number, 'ThreadId'>;
export type EffectId = Brand<number, 'EffectId'>;
export type TaskToken = Brand<string, 'TaskToken'>;
export type ExecutionMode = 'Standard' | 'Express';

/** What goes into the engine: from the person (start, step, stop) or from the world. */
export type Input =
  | { readonly type: 'start'; readonly input: Json }
  /** One ready thread enters its state and goes on until it waits or stands before the next state. */
  | { readonly type: 'step'; readonly thread?: ThreadId }
  | { readonly type: 'advance-clock'; readonly to: Instant }
  /** The answer to an `invoke`: the Task's raw output in its mode (or the accepted submission), or an error. */
  | {
      readonly type: 'invocation-settled';
      readonly effect: EffectId;
      readonly outcome: Result<Json, FlowError>;
      readonly notes?: readonly Note[];
    }
  | {
      readonly type: 'task-reported';
      readonly token: TaskToken;
      readonly by: 'system' | 'custom';
      readonly outcome: Result<Json, FlowError>;
    }
  /** A person gives the state a thread stands before another input. */
  | { readonly type: 'replace-input'; readonly thread: ThreadId; readonly input: Json }
  | { readonly type: 'stop'; readonly error: string; readonly cause: string };

/** What the engine wants done. */
export type Effect =
  | { readonly type: 'invoke'; readonly id: EffectId; readonly invocation: Invocation }
  /** The caller no longer waits (timeout, abort, stop); a late answer is ignored. */
  | { readonly type: 'cancel'; readonly id: EffectId; readonly token: TaskToken | undefined };

/** A call of an integrated service, service-neutral: what it means on the wire is known by the `functions` layer. */
export interface Invocation {
  readonly at: Instant;
  readonly state: StateId;
  readonly stateName: string;
  /** 0 for the first try of this entry. */
  readonly attempt: number;
  /** Positions of the Map items around it, outermost first. */
  readonly iteration: readonly number[];
  readonly action: string;
  readonly mode: TaskMode;
  readonly parameters: Json;
  readonly token: TaskToken | undefined;
  readonly executionName: string;
}

export const eventTypes = [
  'ExecutionStarted',
  'ExecutionStopped',
  'ExecutionSucceeded',
  'ExecutionFailed',
  'ExecutionTimedOut',
  'StepEntered',
  'StepStarted',
  'StepSucceeded',
  'StepFailed',
  'StepExited',
  'BranchEntered',
  'BranchExited',
  'IterationEntered',
  'IterationExited',
  'TaskScheduled',
  'TaskStarted',
  'TaskSubmitted',
  'TaskSubmitFailed',
  'TaskSucceeded',
  'TaskFailed',
  'TaskTimedOut',
] as const;
export type EventType = (typeof eventTypes)[number];

/** One line of the history (reference section 11), still as data. */
export interface ExecutionEvent {
  readonly id: number;
  /** The event that caused it (`ScheduleEventId`), 0 for the first. */
  readonly cause: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly stepName: string;
  readonly state: StateId | undefined;
  readonly thread: ThreadId | undefined;
  readonly detail: JsonObject;
}

/** The same as the service's API gives it: `EventDetail` is JSON text, `Time` RFC 3339 UTC with milliseconds. */
export interface EventRecord {
  readonly EventId: number;
  readonly ScheduleEventId: number;
  readonly Type: EventType;
  readonly StepName: string;
  readonly Time: string;
  readonly EventDetail: string;
}

/**
 * Something a person should know about a run: most often that the simulator followed a decision where the service's
 * documents are silent. `code` names the decision (`U25`, `R7`) or the fact (`unmocked`).
 */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly state: StateId | undefined;
}

/** A token, or an invocation that never answers, that the run waits for. */
export interface Waiting {
  readonly kind: 'custom-callback' | 'system-callback' | 'invocation';
  readonly state: StateId;
  readonly stateName: string;
  readonly iteration: readonly number[];
  readonly token: TaskToken | undefined;
  readonly since: Instant;
  readonly deadline: Instant | undefined;
}

export type RunStatus = 'Succeeded' | 'Failed' | 'TimedOut' | 'Stopped' | 'Waiting' | 'Invalid';
