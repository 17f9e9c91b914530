import type { Json, JsonObject, Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { EventRecord, ExecutionMode, TokenState } from '../../simulator/index.ts';

/** An execution as the CloudFlow API shows it (cloud-apis B.4), still with values instead of texts. */
export interface ExecutionRecord {
  readonly flowName: string;
  readonly name: string;
  readonly definition: string;
  readonly input: Json;
  readonly output: Json | undefined;
  readonly status: 'Starting' | 'Running' | 'Stopped' | 'Succeeded' | 'Failed' | 'TimedOut';
  readonly error: FlowError | undefined;
  /** Epoch milliseconds, in virtual time. */
  readonly startedTime: number;
  readonly stoppedTime: number | undefined;
}

export interface StartRequest {
  readonly flowName: string;
  /** The service makes one up where it is absent. */
  readonly executionName: string | undefined;
  readonly input: JsonObject;
  /** Reported to this token when the execution ends. */
  readonly callbackToken: string | undefined;
}

/** What the CloudFlow mock needs to know of the session's flows and executions, and may ask for. */
export interface Executions {
  /** `undefined` when there is no such flow. */
  readonly modeOf: (flowName: string) => ExecutionMode | undefined;
  readonly find: (flowName: string, name: string) => ExecutionRecord | undefined;
  readonly list: (flowName: string) => readonly ExecutionRecord[];
  readonly history: (flowName: string, name: string) => readonly EventRecord[];
  readonly start: (request: StartRequest) => ExecutionRecord;
  /** Runs an Express flow to its end. */
  readonly startSync: (request: StartRequest) => ExecutionRecord;
  readonly stop: (flowName: string, name: string, error: string, cause: string) => ExecutionRecord | undefined;
  readonly tokenState: (token: string) => TokenState;
  /** Only for a `waiting` token. Gives the number of the event it causes. */
  readonly report: (token: string, outcome: Result<Json, FlowError>) => number;
}
