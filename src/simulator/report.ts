import type { Json, JsonObject } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { EventRecord, ExecutionEvent, Note, RunStatus, TaskToken, Waiting } from './messages.ts';
import { stateNameOf } from './inspect.ts';
import type { Run } from './simulate.ts';
import { timestamp } from './time.ts';

/** What `fdl run --format json` prints (product contract, section 5). */
export interface RunReport {
  readonly status: RunStatus;
  readonly output?: Json;
  readonly error?: FlowError;
  readonly path: readonly string[];
  readonly virtualMs: number;
  readonly events: readonly EventRecord[];
  readonly waiting: readonly WaitingReport[];
  readonly notes: readonly string[];
}
export interface WaitingReport {
  readonly state: string;
  readonly token: TaskToken | null;
  readonly kind: Waiting['kind'];
}

export function runReport(run: Run): RunReport {
  const { status, output, error, path, virtualMs } = run;
  return {
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    path,
    virtualMs,
    events: run.events.map((event) => eventRecord(event, run.options.startTime)),
    waiting: run.waiting.map(({ stateName, token, kind }) => ({ state: stateName, token: token ?? null, kind })),
    notes: run.notes.map(noteText),
  };
}

/** An event as the service's API gives it (reference section 11). */
export function eventRecord(event: ExecutionEvent, startTime: number): EventRecord {
  return {
    EventId: event.id,
    ScheduleEventId: event.cause,
    Type: event.type,
    StepName: event.stepName,
    Time: timestamp(startTime + event.at),
    EventDetail: detailText(event.detail),
  };
}

/** Data nested too deeply to be printed is possible in a raw result, which no limit covers (R8). */
function detailText(detail: JsonObject): string {
  try {
    return JSON.stringify(detail);
  } catch {
    return '{}';
  }
}

/** A note in one line: `code: message (state)`. */
export function noteText({ code, message, state }: Note): string {
  return state === undefined ? `${code}: ${message}` : `${code}: ${message} (${stateNameOf(state)})`;
}
