import type { Decision } from './decision.ts';
import { createMachine, type Draft, openDraft } from './draft.ts';
import type { Machine, RunOptions } from './machine.ts';
import type { Effect, EffectId, ExecutionEvent, Input } from './messages.ts';
import type { Program } from './program.ts';

/**
 * A run as the list of its inputs, with a cursor. Sessions are values: feeding one gives another. Behind them is a
 * record that only grows and is shared by all sessions along one line; whoever feeds an older one gets a record of
 * their own. Every 500 inputs the machine is kept, moments between are computed again from there.
 */
export interface Session {
  readonly program: Program;
  readonly options: RunOptions;
  /** Inputs fed so far. */
  readonly length: number;
  /** The moment looked at: after this many inputs. */
  readonly cursor: number;
  readonly record: RunRecord;
}

export interface LogEntry {
  readonly input: Input;
  readonly effects: readonly Effect[];
  /** How many events and decisions there were after it. */
  readonly events: number;
  readonly decisions: number;
}

/** Only for this file; others see it through the functions below. */
export interface RunRecord {
  readonly log: LogEntry[];
  readonly events: ExecutionEvent[];
  readonly decisions: Decision[];
  /** The machine after `500 * index` inputs. */
  readonly checkpoints: Machine[];
  /** At the end of the log. It was opened when there were so many events and decisions. */
  readonly draft: Draft;
  readonly before: { readonly events: number; readonly decisions: number };
  /** Moments computed lately. */
  readonly moments: Map<number, Machine>;
}

const stride = 500;
const momentsKept = 8;

export function openSession(program: Program, options: RunOptions): Session {
  const machine = createMachine(program, options);
  const record = newRecord(openDraft(program, machine), [], [], [], [machine]);
  return { program, options, length: 0, cursor: 0, record };
}

/** Feeds an input at the cursor. In the past that drops what came later (see `branchHere` for the calls it made). */
export function feed(
  session: Session,
  input: Input,
): { readonly session: Session; readonly effects: readonly Effect[] } {
  const { program, options, cursor } = session;
  const record = session.record.log.length === cursor ? session.record : recordUpTo(session, cursor);
  const effects = [...record.draft.feed(input)];
  append(record.events, record.draft.events, record.before.events);
  append(record.decisions, record.draft.decisions, record.before.decisions);
  record.log.push({ input, effects, events: record.events.length, decisions: record.decisions.length });
  const length = cursor + 1;
  if (length % stride === 0) record.checkpoints.push(record.draft.snapshot());
  return { session: { program, options, length, cursor: length, record }, effects };
}

/** Looks at the moment after `cursor` inputs. */
export function moveTo(session: Session, cursor: number): Session {
  return { ...session, cursor: Math.max(0, Math.min(session.length, Math.floor(cursor))) };
}

/**
 * Goes on from the cursor in a session of its own; the given one stays as it is. The effects are what the world has to
 * do: forget the calls that are made only later, and make again those that are unanswered at this moment.
 */
export function branchHere(session: Session): { readonly session: Session; readonly effects: readonly Effect[] } {
  const { program, options, cursor } = session;
  const open = openCalls(machineAt(session, cursor));
  const later = openCalls(machineAt(session, session.length));
  const cancels: Effect[] = [...later.values()].filter((call) => !open.has(call.id));
  const made = logOf(session).slice(0, cursor);
  const again = made.flatMap(({ effects }) =>
    effects.filter((effect) => effect.type === 'invoke' && open.get(effect.id)?.unanswered === true),
  );
  const record = recordUpTo(session, cursor);
  return { session: { program, options, length: cursor, cursor, record }, effects: [...cancels, ...again] };
}

interface OpenCall extends Extract<Effect, { type: 'cancel' }> {
  readonly unanswered: boolean;
}

function openCalls(machine: Machine): ReadonlyMap<EffectId, OpenCall> {
  const calls = new Map<EffectId, OpenCall>();
  for (const { phase } of machine.threads.values()) {
    if (phase.name !== 'invoking' && phase.name !== 'awaiting-callback') continue;
    const { effect: id, token } = phase;
    calls.set(id, { type: 'cancel', id, token, unanswered: phase.name === 'invoking' });
  }
  return calls;
}

/** The machine after so many inputs. */
export function machineAt(session: Session, cursor: number = session.cursor): Machine {
  const { record } = session;
  const known = record.moments.get(cursor);
  if (known) return known;
  const machine =
    cursor === record.log.length
      ? record.draft.snapshot()
      : draftAt(session, Math.min(cursor, session.length)).snapshot();
  const [oldest] = record.moments.keys();
  if (record.moments.size >= momentsKept && oldest !== undefined) record.moments.delete(oldest);
  record.moments.set(cursor, machine);
  return machine;
}

/**
 * The present end of a run without a copy: the quick way to look between two inputs. It goes on changing with the next
 * one, so nobody may keep it or feed it.
 */
export function presentOf(session: Session): Omit<Draft, 'feed'> {
  const { record, program, length } = session;
  return record.log.length === length ? record.draft : openDraft(program, machineAt(session, length));
}

/** The inputs of this session, those after the cursor included. */
export function logOf(session: Session): readonly LogEntry[] {
  return session.record.log.slice(0, session.length);
}

/** Events up to a moment; up to the cursor unless said otherwise. */
export function eventsOf(session: Session, cursor: number = session.cursor): readonly ExecutionEvent[] {
  return session.record.events.slice(0, countAt(session, cursor, 'events'));
}

/** How many events there are up to a moment. */
export const eventCount = (session: Session, cursor: number = session.cursor): number =>
  countAt(session, cursor, 'events');

/** The events up to the cursor without the first `count`: what an input has added, at its own cost. */
export function eventsAfter(session: Session, count: number): readonly ExecutionEvent[] {
  return session.record.events.slice(count, eventCount(session));
}

/** Decisions up to a moment. */
export function decisionsOf(session: Session, cursor: number = session.cursor): readonly Decision[] {
  return session.record.decisions.slice(0, countAt(session, cursor, 'decisions'));
}

/** The first moment at which an event has happened: after the input that made it. */
export function cursorOfEvent(session: Session, eventId: number): number {
  let low = 0;
  let high = session.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (countAt(session, middle, 'events') >= eventId) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countAt(session: Session, cursor: number, what: 'events' | 'decisions'): number {
  return session.record.log[Math.min(cursor, session.length) - 1]?.[what] ?? 0;
}

/** A draft that stands after so many inputs: the last kept machine before, and the inputs since. */
function draftAt({ program, record }: Session, cursor: number): Draft {
  const index = Math.min(Math.floor(cursor / stride), record.checkpoints.length - 1);
  const machine = record.checkpoints[index];
  const draft = openDraft(program, machine ?? record.draft.snapshot());
  for (const { input } of record.log.slice(index * stride, cursor)) draft.feed(input);
  return draft;
}

/** A record of one's own with the first `cursor` inputs. */
function recordUpTo(session: Session, cursor: number): RunRecord {
  const { log, checkpoints, events, decisions } = session.record;
  const draft = draftAt(session, cursor);
  return newRecord(
    // The draft has seen the last few events itself; a fresh one begins with none.
    openDraft(session.program, draft.snapshot()),
    log.slice(0, cursor),
    events.slice(0, countAt(session, cursor, 'events')),
    decisions.slice(0, countAt(session, cursor, 'decisions')),
    checkpoints.slice(0, Math.floor(cursor / stride) + 1),
  );
}

function newRecord(
  draft: Draft,
  log: LogEntry[],
  events: ExecutionEvent[],
  decisions: Decision[],
  checkpoints: Machine[],
): RunRecord {
  const before = { events: events.length, decisions: decisions.length };
  return { draft, log, events, decisions, checkpoints, before, moments: new Map() };
}

/** Takes over what a draft opened at `before` has added since the last time. */
function append<T>(all: T[], ofDraft: readonly T[], before: number): void {
  for (let i = all.length - before; i < ofDraft.length; i += 1) all.push(...ofDraft.slice(i, i + 1));
}
