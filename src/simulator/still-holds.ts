import { deepEqual, type Json } from '../base/index.ts';
import { createMachine, openDraft } from './draft.ts';
import type { ExecutionEvent } from './messages.ts';
import type { Program } from './program.ts';
import { eventsOf, feed, logOf, openSession, type Session } from './session.ts';

/** Whether a run would have come this far under another text too. */
export type Standing =
  /** It would: the same run under the new program, ready to go on. */
  | { readonly holds: true; readonly session: Session }
  /** It would not: the first event that comes out differently; one of the two may be missing. */
  | ({ readonly holds: false } & Difference);

export interface Difference {
  readonly event: number;
  readonly was: ExecutionEvent | undefined;
  readonly becomes: ExecutionEvent | undefined;
}

/**
 * Feeds everything that went into a run up to its present end to another program and compares the histories, event by
 * event, and the calls made.
 */
export function stillHolds(session: Session, program: Program): Standing {
  const log = logOf(session);
  const old = eventsOf(session, session.length);
  const draft = openDraft(program, createMachine(program, session.options));
  let compared = 0;
  for (const { input, effects, events } of log) {
    const wanted = draft.feed(input);
    const made = draft.events;
    for (; compared < Math.max(events, made.length); compared += 1) {
      const [was, becomes] = [compared < events ? old[compared] : undefined, made[compared]];
      if (!was || !becomes || !sameEvent(was, becomes)) return { holds: false, event: compared + 1, was, becomes };
    }
    // Calls that write no event: the items a Map reads.
    if (!deepEqual(effects as unknown as Json, wanted as unknown as Json)) {
      return { holds: false, event: compared, was: old[compared - 1], becomes: made[compared - 1] };
    }
  }
  let again = openSession(program, session.options);
  for (const { input } of log) again = feed(again, input).session;
  return { holds: true, session: again };
}

function sameEvent(a: ExecutionEvent, b: ExecutionEvent): boolean {
  return (
    a.type === b.type &&
    a.at === b.at &&
    a.stepName === b.stepName &&
    a.state === b.state &&
    a.thread === b.thread &&
    a.cause === b.cause &&
    deepEqual(a.detail, b.detail)
  );
}
