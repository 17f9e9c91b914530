/** How visits grow while the history is read; only for `visits.ts`. */
import { isObject, type Json, ownValue } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { ExecutionEvent, ThreadId } from '../messages.ts';
import type { Attempt, Child, Visit } from './visit.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };
export type GrowingVisit = Growing<Omit<Visit, 'attempts' | 'children' | 'decisions'>> & {
  attempts: Growing<Attempt>[];
  children: Growing<Child>[];
  decisions: Visit['decisions'][number][];
};
export interface Grown {
  readonly all: readonly GrowingVisit[];
  readonly byThread: ReadonlyMap<ThreadId, readonly GrowingVisit[]>;
}
interface Reading {
  readonly events: readonly ExecutionEvent[];
  readonly all: GrowingVisit[];
  readonly byThread: Map<ThreadId, GrowingVisit[]>;
  /** The child each thread is, and the visit it belongs to. */
  readonly childOf: Map<ThreadId, { readonly child: Growing<Child>; readonly owner: GrowingVisit }>;
}

export function growing(events: readonly ExecutionEvent[]): Grown {
  const reading: Reading = { events, all: [], byThread: new Map(), childOf: new Map() };
  for (const event of events) {
    const { thread, state } = event;
    if (thread !== undefined && state !== undefined) read(reading, event, thread, state);
  }
  return reading;
}

function read(reading: Reading, event: ExecutionEvent, thread: ThreadId, state: StateId): void {
  switch (event.type) {
    case 'StepEntered':
      return begin(reading, event, thread, state);
    case 'BranchEntered':
    case 'IterationEntered':
      return beginChild(reading, event, thread);
    case 'BranchExited':
    case 'IterationExited':
      return endChild(reading, event, thread);
    default: {
      const visit = reading.byThread.get(thread)?.at(-1);
      if (visit?.state !== state) return;
      visit.to = event.id;
      addTo(visit, event);
      if (event.type === 'StepExited') leave(reading, visit, event);
    }
  }
}

function begin({ all, byThread, childOf }: Reading, event: ExecutionEvent, thread: ThreadId, state: StateId): void {
  const visit: GrowingVisit = {
    state,
    stateName: event.stepName,
    thread,
    from: event.id,
    to: event.id,
    entered: event.at,
    left: undefined,
    received: part(event, 'input'),
    constructed: undefined,
    attempts: [],
    children: [],
    decisions: [],
    output: undefined,
    error: undefined,
  };
  all.push(visit);
  const own = byThread.get(thread);
  if (own) own.push(visit);
  else byThread.set(thread, [visit]);
  const inside = childOf.get(thread);
  if (inside) inside.child.at = state;
}

/** Its cause is the StepStarted of the state around it (decision U30). */
function beginChild({ events, byThread, childOf }: Reading, event: ExecutionEvent, thread: ThreadId): void {
  const first = events[0]?.id ?? 1;
  const owner = events[event.cause - first]?.thread;
  const visit = owner === undefined ? undefined : byThread.get(owner)?.at(-1);
  if (!visit) return;
  // A retried Parallel or Map begins again: what the former try had started is over.
  if (event.detail['index'] === 0) visit.children = [];
  const child: Growing<Child> = {
    slot: Number(event.detail['index'] ?? 0),
    thread,
    from: event.id,
    input: part(event, 'input'),
    outcome: 'running',
    output: undefined,
    error: undefined,
    at: undefined,
  };
  visit.children.push(child);
  childOf.set(thread, { child, owner: visit });
}

function endChild({ childOf }: Reading, event: ExecutionEvent, thread: ThreadId): void {
  const inside = childOf.get(thread);
  if (!inside) return;
  inside.child.outcome = 'succeeded';
  inside.child.output = part(event, 'output');
}

function leave({ childOf }: Reading, visit: GrowingVisit, event: ExecutionEvent): void {
  visit.left = event.at;
  visit.output = ownValue(event.detail, 'output') ?? undefined;
  for (const child of visit.children) if (child.outcome === 'running') child.outcome = 'aborted';
  const inside = childOf.get(visit.thread)?.child;
  if (!inside || visit.output !== undefined || !visit.error) return;
  inside.outcome = 'failed';
  inside.error = visit.error;
}

function addTo(visit: GrowingVisit, event: ExecutionEvent): void {
  const attempt = visit.attempts.at(-1);
  switch (event.type) {
    case 'StepStarted':
      visit.constructed = part(event, 'input');
      return;
    case 'TaskScheduled':
      visit.attempts.push(newAttempt(event));
      return;
    case 'TaskSubmitted':
      if (attempt) attempt.submitted = part(event, 'output');
      return;
    case 'TaskSucceeded':
      if (attempt) Object.assign(attempt, { ...ended(event), raw: part(event, 'output') });
      return;
    case 'TaskFailed':
    case 'TaskSubmitFailed':
    case 'TaskTimedOut':
      if (attempt && attempt.to === undefined) Object.assign(attempt, { ...ended(event), error: errorOf(event) });
      return;
    case 'StepFailed':
      visit.error = errorOf(event);
      return;
    default:
  }
}

const ended = ({ id, at }: ExecutionEvent): Pick<Attempt, 'to' | 'ended'> => ({ to: id, ended: at });

const newAttempt = (event: ExecutionEvent): Growing<Attempt> => ({
  from: event.id,
  to: undefined,
  sent: event.at,
  ended: undefined,
  action: String(event.detail['action'] ?? ''),
  mode: String(event.detail['mode'] ?? ''),
  parameters: part(event, 'parameters'),
  submitted: undefined,
  raw: undefined,
  error: undefined,
});

const part = ({ detail }: ExecutionEvent, key: string): Json => ownValue(detail, key) ?? null;

/** The error an event of a failure tells of. */
function errorOf({ detail }: Pick<ExecutionEvent, 'detail'>): FlowError {
  const part = (key: string): string => {
    const value = ownValue(detail, key);
    return isObject(value) ? '' : String(value ?? '');
  };
  return { code: part('error'), detail: part('cause') };
}
