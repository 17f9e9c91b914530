import { assertNever, type Json } from '../../base/index.ts';
import type { CompiledState } from '../program.ts';
import { enqueue, type Live, type LiveThread, noAttempts, readyPhase, type Timer } from './live.ts';

/** Moves a thread to a state of its scope without entering it. */
export function standBefore(live: Live, thread: LiveThread, state: CompiledState, received: Json): void {
  thread.state = state;
  thread.at = state.id;
  thread.received = received;
  thread.input = received;
  thread.error = undefined;
  thread.retries = 0;
  thread.attempts = noAttempts;
  thread.join = undefined;
  thread.phase = readyPhase;
  if (live.current) enqueue(live, thread);
  else live.current = thread;
}

/** Waits in virtual time; a sleep of nothing is over at once. */
export function sleep(live: Live, thread: LiveThread, because: 'wait' | 'retry', milliseconds: number): void {
  const until = live.now + milliseconds;
  thread.phase = { name: 'sleeping', because, since: live.now, until };
  if (until <= live.now) enqueue(live, thread);
  else setTimer(live, { at: until, thread, phase: thread.phase });
}

export function setTimer(live: Live, timer: Timer): void {
  live.timers.push(timer);
}

/** Whether a `step` makes the thread do something now: enter its state, wake up, or notice that its time is up. */
export function canStep(thread: Pick<LiveThread, 'phase'>, now: number): boolean {
  const { phase } = thread;
  switch (phase.name) {
    case 'ready':
      return true;
    case 'sleeping':
      return phase.until <= now;
    case 'invoking':
    case 'awaiting-callback':
      return phase.deadline !== undefined && phase.deadline <= now;
    case 'joining':
      return false;
    default:
      return assertNever(phase);
  }
}
