/** A run as the page shows it: plain data taken from the driver after every change. */
import type { Json, Result } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { DriverStatus, Exchange, Pace } from '../../functions/index.ts';
import type { Decision, ExecutionEvent, Instant, Note, TaskToken, Waiting } from '../../simulator/index.ts';

/** The first word of `Run status` (ruling R47). */
export type RunWord = DriverStatus;

/** What a run has done with one state up to the moment shown (words of ruling R50). */
export interface NodeRun {
  readonly phase: 'running' | 'waiting' | 'succeeded' | 'failed' | 'caught' | 'stopped';
  /** How often the state was entered. */
  readonly entered: number;
  /** Calls beyond the first of each entry. */
  readonly retries: number;
  /** How many entries are still inside. */
  readonly active: number;
  /** The states that were entered next by the same thread: the edges taken. */
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
  /** Where and why a paused run stands, in a few words. */
  readonly pausedAt: string | undefined;
  readonly waiting: readonly Waiting[];
  readonly notes: readonly Note[];
  readonly decisions: readonly Decision[];
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
  readonly global: Json;
  readonly nodes: ReadonlyMap<StateId, NodeRun>;
  readonly exchanges: readonly Exchange[];
  /** Reports sent on tokens in this run and what the service said. */
  readonly reports: readonly ReportRecord[];
  /** The event whose data is shown. */
  readonly selectedEvent: number | undefined;
  /** Calls so far, by function or service. */
  readonly calls: Readonly<Record<string, number>>;
}
export interface ReportRecord {
  readonly token: TaskToken;
  readonly stateName: string;
  readonly outcome: Result<Json, FlowError>;
  readonly answer: ReportAnswer;
}
export type ReportAnswer = Result<true, FlowError>;

export interface RunVerbs {
  /** Starts a run with the input of the Execution panel. */
  readonly start: () => void;
  readonly step: () => void;
  readonly stepOver: () => void;
  readonly stepOut: () => void;
  readonly continue: () => void;
  readonly pause: () => void;
  readonly stop: () => void;
  readonly restart: () => void;
  readonly setPace: (pace: Pace) => void;
  /** Shows the moment of an event; `undefined` is the present. */
  readonly travelTo: (event: number | undefined) => void;
  readonly selectEvent: (id: number | undefined) => void;
  /** Goes on from the moment shown, with the answers as they are now; what came after it is left behind. */
  readonly resumeFromHere: () => void;
  /** Reports on a waiting token over HTTP like a program would; `written` is the output's text as the person wrote it. */
  readonly report: (token: TaskToken, outcome: Result<Json, FlowError>, written?: string) => Promise<ReportAnswer>;
  readonly letTimeOut: (token: TaskToken) => void;
}
