/** A run as the page shows it: plain data taken from the driver after every change. */
import type { Json, Result } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { DriverStatus, Exchange, Pace } from '../../functions/index.ts';
import type {
  Decision,
  Difference,
  ExecutionEvent,
  Instant,
  Note,
  Session,
  TaskToken,
  Waiting,
} from '../../simulator/index.ts';

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
  /** Keys of the outlets it was left by for another state: the edges taken. */
  readonly exits: readonly string[];
}

/** Number of a run of the page, from 1. */
export type RunId = number;

/** A run of the run tree: started, or forked from an earlier moment of another one. */
export interface RunEntry {
  readonly id: RunId;
  readonly parent: RunId | undefined;
  /** The last event it has in common with its parent. */
  readonly forkedAt: number | undefined;
  readonly word: RunWord;
  readonly events: number;
  readonly error: FlowError | undefined;
  readonly waiting: readonly Waiting[];
  readonly now: Instant;
}

/** Whether the run so far comes out the same under the text as it is now. */
export type RunStanding =
  /** The text is the one of the run. */
  | { readonly kind: 'same' }
  | { readonly kind: 'holds' }
  | ({ readonly kind: 'differs' } & Difference)
  /** The text cannot be run at the moment. */
  | { readonly kind: 'unreadable' };

export interface RunState {
  /** All runs that are kept, in the order in which they began, and the one shown. */
  readonly runs: readonly RunEntry[];
  readonly current: RunId | undefined;
  /** The run shown as a value: what any moment of it is computed from. */
  readonly session: Session | undefined;
  readonly standing: RunStanding;
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
  /** The event pointed at. One input makes several events at once; the moment shown is that after all of them. */
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
  /** One event back or forth from the moment shown. */
  readonly moveBy: (events: number) => void;
  /**
   * Goes on from the moment shown, with the answers as they are now, in a run of its own beside the one shown. Every
   * verb that moves a run on from an earlier moment does this first.
   */
  readonly resumeFromHere: () => void;
  /** Starts or goes on until a thread stands before this state. */
  readonly runTo: (state: StateId) => void;
  /** Gives the state about to be entered another input; false when no state is. */
  readonly replaceInput: (input: Json) => boolean;
  readonly showRun: (run: RunId) => void;
  readonly removeRun: (run: RunId) => void;
  /** Any kept run as a value, to compare with. */
  readonly sessionOf: (run: RunId) => Session | undefined;
  /** Goes on under the text as it is now; only where the run so far holds under it. */
  readonly adoptText: () => void;
  /** Reports on a waiting token over HTTP like a program would; `written` is the output's text as the person wrote it. */
  readonly report: (
    token: TaskToken,
    outcome: Result<Json, FlowError>,
    written?: string,
    run?: RunId,
  ) => Promise<ReportAnswer>;
  readonly letTimeOut: (token: TaskToken) => void;
}
