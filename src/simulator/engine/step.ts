import { comparePaths } from '../order.ts';
import type { ThreadId } from '../messages.ts';
import { enter } from './enter.ts';
import { enqueue, type Live, type LiveThread } from './live.ts';
import { canStep } from './move.ts';
import { complete, type Outcome } from './outcome.ts';
import { taskTimedOut } from './task.ts';
import { work } from './work.ts';

/** The thread that acts first at this instant (R12); nobody when all wait. */
export function firstReady(live: Live): LiveThread | undefined {
  const { ready, current } = live;
  let top = ready.peek();
  while (top && !canStep(top, live.now)) {
    ready.pop();
    top.queued = false;
    top = ready.peek();
  }
  if (!current) return top;
  return top && comparePaths(top.path, current.path) < 0 ? top : current;
}

/** Lets one thread act: enter its state, try again, end its Wait, or notice that its time is up. */
export function step(live: Live, id: ThreadId | undefined): Outcome {
  const thread = id === undefined ? firstReady(live) : live.threads.get(id);
  if (!thread || !canStep(thread, live.now)) return undefined;
  take(live, thread);
  const { phase } = thread;
  if (phase.name === 'ready') return enter(live, thread);
  if (phase.name !== 'sleeping') return taskTimedOut(live, thread);
  return phase.because === 'wait' ? complete(thread, thread.input) : work(live, thread);
}

function take(live: Live, thread: LiveThread): void {
  if (live.current === thread) live.current = undefined;
  else if (live.ready.peek() === thread) {
    live.ready.pop();
    thread.queued = false;
  }
  // Another thread was to go on: it takes its turn from the heap.
  if (live.current) enqueue(live, live.current);
  live.current = undefined;
}
