import type { Json, Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { Note } from '../simulator/index.ts';

/** An HTTP request as plain data. Header names are in lower case. */
export interface HttpCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An HTTP answer as plain data. Status 0 means that there was none: the connection failed. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly beyond: Beyond;
}

/**
 * What a simulated exchange knows beside its bytes: how long it takes in virtual time, and how it goes on. On the real
 * service the first is the clock's business and the second a call of its own (cloud-apis F-3).
 */
export interface Beyond {
  readonly latencyMs: number;
  /** True when no answer ever comes. */
  readonly never: boolean;
  /** Asynchronous calls: what the function does in the end, `latencyMs` of its own after the submission. */
  readonly completion: HttpAnswer | undefined;
  /** The Task's raw result where the bytes cannot tell it (`HTTP:Request` answered by a mock). */
  readonly outcome: Result<Json, FlowError> | undefined;
  /** False when no card had an answer for this call. */
  readonly mocked: boolean;
  readonly notes: readonly Note[];
}

export const immediately: Beyond = {
  latencyMs: 0,
  never: false,
  completion: undefined,
  outcome: undefined,
  mocked: true,
  notes: [],
};

/** Headers of the Function Compute API (cloud-apis A.2, A.3). Names are compared without regard to case. */
export const header = {
  invocationType: 'x-fc-invocation-type',
  logType: 'x-fc-log-type',
  taskId: 'x-fc-async-task-id',
  statefulId: 'x-fc-stateful-async-invocation-id',
  delay: 'x-fc-async-delay',
  trace: 'x-fc-trace-id',
  errorType: 'x-fc-error-type',
  requestId: 'x-fc-request-id',
  taskToken: 'x-fnf-http-callback-task-token',
} as const;

/** Percent-encodes any text, half characters included, which the built-in function refuses. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
/** Decodes; text that is no percent-encoding stays as it is. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
