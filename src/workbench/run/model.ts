/** A run as the page shows it: plain data taken from the driver after every change. */
import type { Json, Result } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { ExecutionEvent, Instant, Note, TaskToken, Waiting } from '../../simulator/index.ts';

/** The first word of `Run status` (ruling R47). */
export type RunWord = 'Ready' | 'Running' | 'Paused' | 'Waiting' | 'Succeeded' | 'Failed' | 'TimedOut' | 'Stopped';
export type Pace = 'instant' | '10x' | '1x' | 'real';

/** What a run has done with one state up to the moment shown (words of ruling R50). */
export interface NodeRun {
  readonly phase: 'running' | 'waiting' | 'succeeded' | 'failed' | 'caught' | 'stopped';
  /** How often the state was entered. */
  readonly entered: number;
  /** Calls beyond the first of each entry. */
  readonly retries: number;
  /** How many entries are still inside. */
  readonly active: number;
  /** The state it left for last, as its outlet's target, to mark the edge taken. */
  readonly leftFor: readonly StateId[];
}

export interface RunState {
  readonly word: RunWord;
  readonly pace: Pace;
  /** The revision of the document the run was started with; `undefined` before the first run. */
  readonly revision: number | undefined;
  readonly startTime: number;
  readonly events: readonly ExecutionEvent[];
  /** How many of the events belong to the moment shown; all of them unless the person looks back. */
  readonly shown: number;
  readonly virtualNow: Instant;
  readonly waiting: readonly Waiting[];
  readonly notes: readonly Note[];
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly nodes: ReadonlyMap<StateId, NodeRun>;
  readonly exchanges: readonly Exchange[];
  /** Reports sent on tokens in this run and what the service said. */
  readonly reports: readonly ReportRecord[];
  /** The event whose data is shown. */
  readonly selectedEvent: number | undefined;
}
/** A request a Task made and what came back, as seen on the wire. */
export interface Exchange {
  readonly state: StateId;
  readonly attempt: number;
  readonly at: Instant;
  readonly iteration: readonly number[];
  readonly request: { readonly method: string; readonly url: string; readonly headers: Headers; readonly body: string };
  readonly response:
    | { readonly status: number; readonly headers: Headers; readonly body: string; readonly latencyMs: number }
    | undefined;
}
export type Headers = readonly (readonly [name: string, value: string])[];
export interface ReportRecord {
  readonly token: TaskToken;
  readonly stateName: string;
  readonly outcome: Result<Json, FlowError>;
  readonly answer: Result<true, FlowError>;
}

export interface RunVerbs {
  /** Starts a run with the input of the Execution panel, or goes on with a paused one. */
  readonly start: () => void;
  readonly step: () => void;
  readonly stepOver: () => void;
  readonly stepOut: () => void;
  readonly continue: () => void;
  readonly pause: () => void;
  readonly stop: () => void;
  readonly restart: () => void;
  readonly setPace: (pace: Pace) => void;
  /** Shows the moment after so many events; `undefined` is the present. */
  readonly travelTo: (shown: number | undefined) => void;
  readonly selectEvent: (id: number | undefined) => void;
  /** Goes on from the moment shown; the later part of the run is left behind. */
  readonly resumeFromHere: () => void;
  /** Reports on a waiting token over HTTP like a program would. */
  readonly report: (token: TaskToken, outcome: Result<Json, FlowError>) => Promise<Result<true, FlowError>>;
  readonly letTimeOut: (token: TaskToken) => void;
}
