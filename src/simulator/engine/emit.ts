import type { Json, JsonObject } from '../../base/index.ts';
import type { EventType } from '../messages.ts';
import { type DetailShape, type EventCode, eventCode, pairCodes, writeEvent } from './event-log.ts';
import type { Live, LiveThread } from './live.ts';

const codes = {
  entered: eventCode('StepEntered', 'input'),
  started: eventCode('StepStarted', 'input'),
  succeeded: eventCode('StepSucceeded', 'output'),
  exited: eventCode('StepExited', 'output'),
  branchEntered: eventCode('BranchEntered', 'input'),
  branchExited: eventCode('BranchExited', 'output'),
  iterationEntered: eventCode('IterationEntered', 'input'),
  iterationExited: eventCode('IterationExited', 'output'),
} as const;

/** Writes one of the frequent events of a thread's current state, with its single value. */
export function emitData(live: Live, thread: LiveThread, what: keyof typeof codes, value: Json): void {
  write(live, thread, codes[what], value, -1, thread);
}

const members = { begun: ['entered', 'started'], done: ['succeeded', 'exited'] } as const;

/** Writes both events with which a state begins or ends with one value, at half the cost. */
export function emitPair(live: Live, thread: LiveThread, what: keyof typeof pairCodes, value: Json): void {
  if (live.counters.events + live.counters.quiet + 2 > live.quota) {
    for (const member of members[what]) emitData(live, thread, member, value);
    return;
  }
  writeEvent(live.log, pairCodes[what], thread.lastEvent, live.now, thread.id, thread.state, -1, value);
  live.counters.events += 2;
  thread.lastEvent = live.counters.events;
}

/** Writes an event of a thread's current state; its cause is the thread's previous event (decision U30). */
export function emit(live: Live, thread: LiveThread, type: EventType, detail: JsonObject): void {
  write(live, thread, eventCode(type, 'whole'), detail, -1, thread);
}

/** Writes the beginning or end of a branch or item; the history names it after its index. */
export function emitScope(
  live: Live,
  thread: LiveThread,
  owner: LiveThread,
  what: 'entered' | 'exited',
  value: Json,
): void {
  const isItem = owner.state.work.kind === 'map';
  const code = isItem
    ? what === 'entered'
      ? codes.iterationEntered
      : codes.iterationExited
    : what === 'entered'
      ? codes.branchEntered
      : codes.branchExited;
  write(live, thread, code, value, thread.slot, owner);
}

function write(live: Live, thread: LiveThread, code: EventCode, data: Json, slot: number, named: LiveThread): void {
  if (isFull(live, thread)) return;
  writeEvent(live.log, code, thread.lastEvent, live.now, thread.id, named.state, slot, data);
  live.counters.events += 1;
  thread.lastEvent = live.counters.events;
}

/** Remembers the thread at which the event quota was reached; the run ends when the input has been dealt with. */
export function isFull(live: Live, thread: LiveThread): boolean {
  if (live.counters.events + live.counters.quiet < live.quota) return false;
  live.overflow ??= thread;
  return true;
}

/** Writes an event of the execution itself. The closing one is always written (ruling R1). */
export function emitExecution(live: Live, type: EventType, cause: number, data: Json, shape: DetailShape): void {
  writeEvent(live.log, eventCode(type, shape), cause, live.now, 0, undefined, -1, data);
  live.counters.events += 1;
}
