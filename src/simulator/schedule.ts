import type { StateId } from '../fdl/index.ts';
import type { Draft } from './draft.ts';
import { nextWakeUp, readyThreads, type RunView } from './inspect.ts';
import type { Thread } from './machine.ts';
import type { Input, Instant } from './messages.ts';
import { comparePaths } from './order.ts';

/** Something that will arrive at a virtual time: an answer, or a report on a token. */
export interface Delivery {
  readonly due: Instant;
  readonly input: Extract<Input, { type: 'invocation-settled' | 'task-reported' }>;
}

export type Scheduled =
  { readonly input: Input; readonly delivery: Delivery | undefined } | 'paused' | 'waiting' | 'over';

/**
 * Which input comes next. At one instant the thread with the lowest branch or item index acts first, its own delivery
 * before anything else it could do (R12, R15); when nobody can act, time passes to the next wake-up or delivery.
 * Deliveries nobody waits for any more are passed over. `paused`: the next thread would enter a state of `breakpoints`.
 */
export function nextInput(
  run: RunView | Draft,
  deliveries: readonly Delivery[],
  breakpoints: ReadonlySet<StateId> = new Set(),
): Scheduled {
  if (run.status !== 'Running') return run.status === 'Idle' ? 'waiting' : 'over';
  const ready = 'ready' in run ? run.ready() : readyThreads(run)[0];
  const next = firstDelivery(run, deliveries);
  if (next && next.delivery.due <= run.now && !(ready && comparePaths(ready.path, next.thread.path) < 0)) {
    return { input: next.delivery.input, delivery: next.delivery };
  }
  if (ready) {
    if (ready.phase.name === 'ready' && breakpoints.has(ready.at)) return 'paused';
    return { input: { type: 'step', thread: ready.id }, delivery: undefined };
  }
  const wakeUp = 'wakeUp' in run ? run.wakeUp() : nextWakeUp(run);
  const to = Math.min(wakeUp ?? Number.POSITIVE_INFINITY, next?.delivery.due ?? Number.POSITIVE_INFINITY);
  return to === Number.POSITIVE_INFINITY && wakeUp === undefined && !next
    ? 'waiting'
    : { input: { type: 'advance-clock', to }, delivery: undefined };
}

interface Arrival {
  readonly delivery: Delivery;
  readonly thread: Thread;
}

/** By due time; at one instant by the order of the waiting threads. What is overdue is due now. */
function firstDelivery(run: RunView | Draft, deliveries: readonly Delivery[]): Arrival | undefined {
  let first: Arrival | undefined;
  for (const delivery of deliveries) {
    const thread = receiver(run, delivery);
    if (thread && (!first || comesBefore(run.now, { delivery, thread }, first))) first = { delivery, thread };
  }
  return first;
}

function comesBefore(now: Instant, a: Arrival, b: Arrival): boolean {
  const difference = Math.max(now, a.delivery.due) - Math.max(now, b.delivery.due);
  return difference !== 0 ? difference < 0 : comparePaths(a.thread.path, b.thread.path) < 0;
}

/** The thread that waits for exactly this. */
function receiver(run: RunView | Draft, { input }: Delivery): Thread | undefined {
  if (input.type === 'task-reported') {
    const thread = 'holder' in run ? run.holder(input.token) : findThread(run, 'token', input.token);
    return thread?.phase.name === 'awaiting-callback' ? thread : undefined;
  }
  const thread = 'caller' in run ? run.caller(input.effect) : findThread(run, 'effect', input.effect);
  return thread?.phase.name === 'invoking' ? thread : undefined;
}

function findThread(run: RunView, key: 'effect' | 'token', value: number | string): Thread | undefined {
  for (const thread of run.threads.values()) {
    const { phase } = thread;
    if ((phase.name === 'invoking' || phase.name === 'awaiting-callback') && phase[key] === value) return thread;
  }
  return undefined;
}
