/** A run regrouped by visit: one entry into one state, with all that happened until it was left. */
import type { Json } from '../../base/index.ts';
import type { FlowError, StateId } from '../../fdl/index.ts';
import type { Exchange } from '../../functions/index.ts';
import type { ExecutionEvent, ThreadId } from '../../simulator/index.ts';

export interface Visit {
  readonly state: StateId;
  readonly stateName: string;
  readonly thread: ThreadId;
  /** Ids of its first and latest event. */
  readonly from: number;
  readonly to: number;
  readonly received: Json | undefined;
  readonly constructed: Json | undefined;
  readonly attempts: readonly Attempt[];
  readonly output: Json | undefined;
  readonly error: FlowError | undefined;
}
/** One call of the visit. */
export interface Attempt {
  readonly parameters: Json | undefined;
  readonly raw: Json | undefined;
  readonly error: FlowError | undefined;
  readonly exchange: Exchange | undefined;
}
type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingVisit = Growing<Omit<Visit, 'attempts'>> & { attempts: Growing<Attempt>[] };

/** All visits in the order in which they began. */
export function visitsOf(events: readonly ExecutionEvent[], exchanges: readonly Exchange[]): readonly Visit[] {
  const visits: GrowingVisit[] = [];
  const open = new Map<ThreadId, GrowingVisit>();
  const calls = callsInOrder(exchanges);
  for (const event of events) {
    const { thread, state } = event;
    if (thread === undefined || state === undefined) continue;
    if (event.type === 'StepEntered') {
      const visit = begin(event, thread, state);
      visits.push(visit);
      open.set(thread, visit);
    } else {
      const visit = open.get(thread);
      if (visit?.state === state) add(visit, event, () => calls.get(state)?.shift());
    }
  }
  return visits;
}

function callsInOrder(exchanges: readonly Exchange[]): Map<StateId, Exchange[]> {
  const calls = new Map<StateId, Exchange[]>();
  for (const exchange of [...exchanges].sort((a, b) => a.effect - b.effect)) {
    const own = calls.get(exchange.state);
    if (own) own.push(exchange);
    else calls.set(exchange.state, [exchange]);
  }
  return calls;
}

const begin = (event: ExecutionEvent, thread: ThreadId, state: StateId): GrowingVisit => ({
  state,
  stateName: event.stepName,
  thread,
  from: event.id,
  to: event.id,
  received: event.detail['input'],
  constructed: undefined,
  attempts: [],
  output: undefined,
  error: undefined,
});

function add(visit: GrowingVisit, event: ExecutionEvent, nextCall: () => Exchange | undefined): void {
  const { detail } = event;
  const attempt = visit.attempts.at(-1);
  visit.to = event.id;
  switch (event.type) {
    case 'StepStarted':
      visit.constructed = detail['input'];
      return;
    case 'TaskScheduled':
      visit.attempts.push({ parameters: detail['parameters'], raw: undefined, error: undefined, exchange: nextCall() });
      return;
    case 'TaskSucceeded':
    case 'TaskSubmitted':
      if (attempt) attempt.raw = detail['output'];
      return;
    case 'TaskFailed':
    case 'TaskSubmitFailed':
    case 'TaskTimedOut':
      if (attempt) attempt.error = errorOf(event);
      return;
    case 'StepFailed':
      visit.error = errorOf(event);
      return;
    case 'StepSucceeded':
    case 'StepExited':
      visit.output = detail['output'];
      return;
    default:
      return;
  }
}
const errorOf = ({ detail }: ExecutionEvent): FlowError => ({
  code: String(detail['error'] ?? ''),
  detail: String(detail['cause'] ?? ''),
});
