import type { Json, JsonObject } from '../../base/index.ts';
import { type EventType, eventTypes, type ExecutionEvent, type Instant, type ThreadId } from '../messages.ts';
import type { CompiledState } from '../program.ts';

/**
 * The history as pages of plain columns. Most runs are never looked at event by event, and a hundred thousand small
 * objects cost the garbage collector more than running the flow does; so events become objects when somebody asks.
 * Pages, because growing one array again and again costs as much as writing it. What a state mostly does, two events
 * with one value, is one row.
 */
export interface EventLog {
  /** Id of the event before the first one here. */
  readonly before: number;
  readonly pages: Page[];
  readonly made: ExecutionEvent[];
  /** How far `made` has come: the next row to read. */
  madePage: number;
  madeRow: number;
}

interface Page {
  readonly rows: number;
  /** Rows written so far. */
  used: number;
  /** Five numbers a row: code, cause, time, thread (0 for none), slot (-1 for none). */
  readonly numbers: number[];
  readonly states: (CompiledState | undefined)[];
  /** The one value of the detail, or all of it, as the code says. */
  readonly data: Json[];
}

/** Pages grow up to a size at which the collector stops moving them about. */
const leastRows = 64;
const mostRows = 2048;
const width = 5;

/** How `data` becomes a detail: under one key, or as it is. */
export type DetailShape = 'input' | 'output' | 'whole';
const shapes: readonly DetailShape[] = ['input', 'output', 'whole'];

/** One number for what a row says and how its details are made. */
export type EventCode = number;

export function eventCode(type: EventType, shape: DetailShape): EventCode {
  return eventTypes.indexOf(type) * shapes.length + shapes.indexOf(shape);
}

/** Codes from here on are two events, the second caused by the first. */
const pairs = eventTypes.length * shapes.length;

/** Entered and started with the same input; succeeded and left with the same output. */
export const pairCodes = { begun: pairs, done: pairs + 1 } as const;
const membersOf: readonly (readonly [EventCode, EventCode])[] = [
  [eventCode('StepEntered', 'input'), eventCode('StepStarted', 'input')],
  [eventCode('StepSucceeded', 'output'), eventCode('StepExited', 'output')],
];

export function createEventLog(before: number): EventLog {
  return { before, pages: [], made: [], madePage: 0, madeRow: 0 };
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
  const page = last && last.used < last.rows ? last : addPage(log, last);
  const row = page.used;
  const { numbers } = page;
  const first = row * width;
  numbers[first] = code;
  numbers[first + 1] = cause;
  numbers[first + 2] = at;
  numbers[first + 3] = thread;
  numbers[first + 4] = slot;
  page.states[row] = state;
  page.data[row] = data;
  page.used = row + 1;
}

function addPage(log: EventLog, last: Page | undefined): Page {
  const rows = last ? Math.min(mostRows, 2 * last.rows) : leastRows;
  const page = {
    rows,
    used: 0,
    numbers: new Array<number>(rows * width),
    states: new Array<undefined>(rows),
    data: new Array<Json>(rows),
  };
  log.pages.push(page);
  return page;
}

/** All events so far; those asked for before are the same objects. */
export function eventsIn(log: EventLog): readonly ExecutionEvent[] {
  for (let page = log.pages[log.madePage]; page; page = log.pages[log.madePage]) {
    for (; log.madeRow < page.used; log.madeRow += 1) makeEvents(log, page, log.madeRow);
    if (page.used < page.rows) break;
    log.madePage += 1;
    log.madeRow = 0;
  }
  return log.made;
}

/** Names of the states entered, without making the events. */
export function namesEntered(log: EventLog): readonly string[] {
  const names: string[] = [];
  for (const { used, numbers, states } of log.pages) {
    for (let row = 0; row < used; row += 1) {
      const code = numbers[row * width];
      if (code === entered || code === pairCodes.begun) names.push(states[row]?.name ?? '');
    }
  }
  return names;
}
const entered = eventCode('StepEntered', 'input');

function makeEvents(log: EventLog, page: Page, row: number): void {
  const [code = 0, cause = 0] = page.numbers.slice(row * width, row * width + 2);
  const pair = membersOf[code - pairs];
  if (!pair) return void log.made.push(eventAt(log, page, row, code, cause));
  log.made.push(eventAt(log, page, row, pair[0], cause));
  log.made.push(eventAt(log, page, row, pair[1], log.before + log.made.length));
}

function eventAt(log: EventLog, page: Page, row: number, code: EventCode, cause: number): ExecutionEvent {
  const [at = 0, thread = 0, slot = -1] = page.numbers.slice(row * width + 2, (row + 1) * width);
  const state = page.states[row];
  const type = eventTypes[Math.floor(code / shapes.length)] ?? 'ExecutionStarted';
  return {
    id: log.before + log.made.length + 1,
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
