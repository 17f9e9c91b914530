import type { Json, Result } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { FunctionCard, ScriptedCallback } from '../../scenario/index.ts';
import type {
  EffectId,
  Instant,
  Program,
  RunOptions,
  Session,
  Standing,
  TaskToken,
  TokenState,
} from '../../simulator/index.ts';
import type { FunctionClient } from '../client.ts';
import type { HttpAnswer, HttpCall } from '../wire.ts';
import type { WorldOptions } from '../world-options.ts';

/** The first word of the run's status line (ruling R47). */
export type DriverStatus = 'Ready' | 'Running' | 'Paused' | 'Waiting' | 'Succeeded' | 'Failed' | 'TimedOut' | 'Stopped';

/** `instant` as fast as it goes; `10x` and `1x` a state at a time for the eye; `real` lets virtual waits take their time. */
export type Pace = 'instant' | '10x' | '1x' | 'real';

export interface Breakpoint {
  readonly state: StateId;
  readonly when: 'before' | 'after';
  /** An FDL expression over the data of the state; absent: always. */
  readonly condition?: string | undefined;
}
export interface Breaks {
  readonly states: readonly Breakpoint[];
  readonly onError: boolean;
  readonly onCallback: boolean;
}

/** Why a run does not go on by itself. */
export type PauseReason =
  | { readonly type: 'asked' }
  | { readonly type: 'stepped' }
  | { readonly type: 'breakpoint'; readonly state: StateId; readonly when: 'before' | 'after' }
  /** A breakpoint whose condition cannot be evaluated stops too, and says why. */
  | { readonly type: 'broken-condition'; readonly state: StateId; readonly error: FlowError }
  | { readonly type: 'error'; readonly state: StateId | undefined }
  | { readonly type: 'callback'; readonly state: StateId | undefined }
  /** Nothing moves before a report, `proceed` or `letTimeOut`. */
  | { readonly type: 'waiting' };

/** A call as it went over the wire. */
export interface Exchange {
  readonly effect: EffectId;
  readonly state: StateId;
  readonly stateName: string;
  readonly attempt: number;
  readonly iteration: readonly number[];
  readonly at: Instant;
  readonly call: HttpCall;
  /** Absent while it is on its way, and for ever when nobody answers. */
  readonly answer: HttpAnswer | undefined;
}

/** The clock and timer of the outside; tests give their own. */
export interface DriverPorts {
  /** Runs a task after some real milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, task: () => void) => () => void;
  /** Real milliseconds. */
  readonly now: () => number;
}

/** What answers the calls of a run. As data, so that a fork can start from it again. */
export interface DriverWorld {
  readonly cards: readonly FunctionCard[];
  readonly callbacks?: readonly ScriptedCallback[] | undefined;
  readonly children?: WorldOptions['children'];
  readonly settings?: WorldOptions['settings'];
}

export interface DriverOptions {
  readonly program: Program;
  readonly options: RunOptions;
  /** Carries the calls out: over real `fetch` in the page. */
  readonly client: FunctionClient;
  readonly world: DriverWorld;
  readonly ports: DriverPorts;
  readonly breaks?: Breaks | undefined;
  readonly pace?: Pace | undefined;
  /** Something is to be seen anew; who wants to see more than this asks for the state. */
  readonly onChange?: ((now: DriverGlance) => void) | undefined;
}

/** What can be said of a run at no cost. */
export type DriverGlance = Pick<DriverState, 'status' | 'pace'>;

/** What is to be seen of a run; a new object after each change. */
export interface DriverState {
  readonly status: DriverStatus;
  readonly session: Session;
  readonly reason: PauseReason | undefined;
  /** False while the cursor looks at an earlier moment. */
  readonly live: boolean;
  readonly exchanges: ReadonlyMap<EffectId, Exchange>;
  readonly pace: Pace;
  /** Calls so far by the key of ruling R13. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * One run in the page: carries the engine's effects out over HTTP, brings the answers back in an order that depends on
 * virtual time only, and stops where a person wants to look. All verbs return at once; `settled` tells when it rests.
 * A verb that moves on from an earlier moment first forgets what came after it, as `resumeFromHere` does.
 */
export interface Driver {
  readonly getState: () => DriverState;
  /**
   * Starts, and goes on at once unless told to stand before the first state. An input the service would refuse (it must
   * be an object) gives the error back and starts nothing.
   */
  readonly start: (input: Json, how?: { readonly run: boolean }) => FlowError | undefined;
  /** One state: the next thread enters its state and the run goes on until some thread stands before a state. */
  readonly stepInto: () => void;
  /** Like `stepInto`, but a Parallel or Map runs as a whole. */
  readonly stepOver: () => void;
  /** Until the scope of the next thread is left. */
  readonly stepOut: () => void;
  /** Goes on; from `Waiting` it lets time pass until the earliest deadline. */
  readonly proceed: () => void;
  readonly pause: () => void;
  readonly stop: (error?: string, cause?: string) => void;
  /** Lets time pass until the deadline of this token is reached. */
  readonly letTimeOut: (token: TaskToken) => void;
  readonly tokenState: (token: string) => TokenState;
  /** What the CloudFlow mock calls when a report came in; gives the number of the event it caused. */
  readonly report: (token: TaskToken, outcome: Result<Json, FlowError>) => number;
  /** Looks at the run after `cursor` inputs; pauses first. */
  readonly moveTo: (cursor: number) => void;
  /** Forgets what came after the moment looked at and stands there, with the answers as they are now. */
  readonly resumeFromHere: (changes?: Partial<DriverWorld>) => void;
  /**
   * A run of its own from the moment looked at, with other answers where they are given; this one stays as it is, down
   * to the tokens that wait in it. The fork stands still.
   */
  readonly fork: (changes?: Partial<DriverWorld>) => Driver;
  /** Other answers from now on; calls that are still open go out again. What has happened stays. */
  readonly setWorld: (changes: Partial<DriverWorld>) => void;
  /** Goes on until a thread stands before this state. */
  readonly runTo: (state: StateId) => void;
  /** Gives the state the next thread stands before another input; false when none stands. From the past: in a fork. */
  readonly replaceInput: (input: Json) => boolean;
  /** Goes on under another text where the run so far comes out the same; says where it does not. */
  readonly adopt: (program: Program) => Standing;
  readonly setBreaks: (breaks: Breaks) => void;
  readonly setPace: (pace: Pace) => void;
  /** Settles when the run rests: paused, waiting or over, with nothing on its way. */
  readonly settled: () => Promise<DriverState>;
  /** Settles once the run is over; never for one that is given up. */
  readonly ended: () => Promise<DriverState>;
  /** Calls everything off; the driver is not used afterwards. */
  readonly dispose: () => void;
}
