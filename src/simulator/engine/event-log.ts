import type { Json, JsonObject } from '../../base/index.ts';
import { type EventType, eventTypes, type ExecutionEvent, type Instant, type ThreadId } from '../messages.ts';
import type { CompiledState } from '../program.ts';

/**
 * The history as pages of plain columns. Most runs are never looked at event by event, and a hundred thousand small
 * objects cost the garbage collector more than running the flow does; so events become objects when somebody asks.
 * Pages, because growing one array again and again costs as much as writing it; numbers in typed arrays, which the
 * collector need not look at.
 */
export interface EventLog {
  /** Id of the event before the first one here. */
  readonly before: number;
  length: number;
  readonly pages: Page[];
  readonly made: ExecutionEvent[];
}

interface Page {
  /** Row 0 is the event at this position of the log. */
  readonly start: number;
  readonly rows: number;
  /** Five numbers a row: code, cause, time, thread (0 for none), slot (-1 for none). */
  readonly numbers: Float64Array;
  readonly states: (CompiledState | undefined)[];
  /** The one value of the detail, or all of it, as the code says. */
  readonly data: Json[];
}

/** Pages grow up to a size at which the collector stops moving them about. */
const leastRows = 128;
const mostRows = 8192;
const width = 5;

/** How `data` becomes a detail: under one key, or as it is. */
export type DetailShape = 'input' | 'output' | 'whole';
const shapes: readonly DetailShape[] = ['input', 'output', 'whole'];

/** One number for what an event is and how its detail is made. */
export type EventCode = number;

export function eventCode(type: EventType, shape: DetailShape): EventCode {
  return eventTypes.indexOf(type) * shapes.length + shapes.indexOf(shape);
}

export function createEventLog(before: number): EventLog {
  return { before, length: 0, pages: [], made: [] };
}

/** Adds a row. `slot` is the branch or item index of an event that is named after one, else -1. */
export function writeEvent(
  log: EventLog,
  code: EventCode,
  cause: number,
  at: Instant,
  thread: ThreadId | 0,
  state: CompiledState | undefined,
  slot: number,
  data: Json,
): void {
  const last = log.pages[log.pages.length - 1];
  const page = last && log.length - last.start < last.rows ? last : addPage(log, last);
  const row = log.length - page.start;
  const { numbers } = page;
  const first = row * width;
  numbers[first] = code;
  numbers[first + 1] = cause;
  numbers[first + 2] = at;
  numbers[first + 3] = thread;
  numbers[first + 4] = slot;
  page.states[row] = state;
  page.data[row] = data;
  log.length += 1;
}

function addPage(log: EventLog, last: Page | undefined): Page {
  const rows = last ? Math.min(mostRows, 2 * last.rows) : leastRows;
  const page = {
    start: log.length,
    rows,
    numbers: new Float64Array(rows * width),
    states: new Array<undefined>(rows),
    data: new Array<Json>(rows),
  };
  log.pages.push(page);
  return page;
}

/** All events so far; those asked for before are the same objects. */
export function eventsIn(log: EventLog): readonly ExecutionEvent[] {
  for (const page of log.pages) {
    const end = Math.min(log.length, page.start + page.rows);
    for (let i = log.made.length; i < end; i += 1) log.made.push(eventAt(log, page, i - page.start));
  }
  return log.made;
}

/** Names of the states entered, without making the events. */
export function namesEntered(log: EventLog): readonly string[] {
  const names: string[] = [];
  for (const page of log.pages) {
    const end = Math.min(log.length - page.start, page.rows);
    for (let row = 0; row < end; row += 1) {
      if (page.numbers[row * width] === entered) names.push(page.states[row]?.name ?? '');
    }
  }
  return names;
}
const entered = eventCode('StepEntered', 'input');

function eventAt(log: EventLog, page: Page, row: number): ExecutionEvent {
  const [code = 0, cause = 0, at = 0, thread = 0, slot = -1] = page.numbers.subarray(row * width, (row + 1) * width);
  const state = page.states[row];
  const type = eventTypes[Math.floor(code / shapes.length)] ?? 'ExecutionStarted';
  return {
    id: log.before + page.start + row + 1,
    cause,
    at,
    type,
    stepName: slot < 0 ? (state?.name ?? '') : scopeName(type, slot),
    state: state?.id,
    thread: thread === 0 ? undefined : (thread as ThreadId),
    detail: detailOf(shapes[code % shapes.length] ?? 'whole', page.data[row] ?? null, slot),
  };
}

/** The name the history gives a branch or an item (decision U30). */
function scopeName(type: EventType, slot: number): string {
  return `${type.startsWith('Branch') ? 'ParallelBranch' : 'MapIteration'} #${slot}`;
}

function detailOf(shape: DetailShape, data: Json, slot: number): JsonObject {
  if (shape === 'output') return { output: data };
  if (shape === 'whole') return data as JsonObject;
  return slot < 0 ? { input: data } : { input: data, index: slot };
}
