import type { JsonObject } from '../../base/index.ts';
import type { StateId } from '../../fdl/index.ts';
import type { EventType } from '../messages.ts';
import type { Live, LiveThread } from './live.ts';

/** Writes an event of a thread's current state; its cause is the thread's previous event (decision U30). */
export function emit(live: Live, thread: LiveThread, type: EventType, detail: JsonObject): void {
  append(live, thread, type, thread.state.name, thread.at, detail);
}

/** Writes an event under a given name: that of a branch or an item. */
export function append(
  live: Live,
  thread: LiveThread,
  type: EventType,
  stepName: string,
  state: StateId,
  detail: JsonObject,
): void {
  if (isFull(live, thread)) return;
  const id = live.counters.events + 1;
  live.counters.events = id;
  live.events.push({ id, cause: thread.lastEvent, at: live.now, type, stepName, state, thread: thread.id, detail });
  thread.lastEvent = id;
}

/** Remembers the state at which the event quota was reached; the run ends when the input has been dealt with. */
export function isFull(live: Live, thread: LiveThread): boolean {
  if (live.counters.events + live.counters.quiet < live.quota) return false;
  live.overflow ??= thread;
  return true;
}

/** Writes an event of the execution itself. The closing one is always written (ruling R1). */
export function emitExecution(live: Live, type: EventType, cause: number, detail: JsonObject): void {
  const id = live.counters.events + 1;
  live.counters.events = id;
  live.events.push({ id, cause, at: live.now, type, stepName: '', state: undefined, thread: undefined, detail });
}
