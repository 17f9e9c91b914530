import type { Instant } from '../messages.ts';
import { endOfChild, endOfLifetime } from './end.ts';
import { enqueue, type Live } from './live.ts';
import type { Outcome } from './outcome.ts';
import { firstReady } from './step.ts';

/** When the next sleep ends or the next deadline is reached. */
export function nextTimer(live: Live): Instant | undefined {
  let top = live.timers.peek();
  while (top && top.thread.phase !== top.phase) {
    live.timers.pop();
    top = live.timers.peek();
  }
  return top?.at;
}

/**
 * Time passes only while nobody can act, and never past the next wake-up: what is to happen there happens there.
 * Exactly the end of a lifetime is still inside it (R14).
 */
export function advance(live: Live, to: Instant): Outcome {
  if (firstReady(live) || !(to > live.now)) return undefined;
  const until = Math.min(to, nextTimer(live) ?? to);
  const [child] = live.expiring.values();
  const end = child?.home.until ?? live.lifetime;
  if (child && until > end && end < live.lifetime) return endOfChild(live, child, end);
  if (until > live.lifetime) return endOfLifetime(live);
  live.now = until;
  for (let due = nextTimer(live); due !== undefined && due <= until; due = nextTimer(live)) {
    const timer = live.timers.pop();
    if (timer) enqueue(live, timer.thread);
  }
  return undefined;
}
