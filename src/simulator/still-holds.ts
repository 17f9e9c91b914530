import { deepEqual, type Json } from '../base/index.ts';
import type { Effect, ExecutionEvent } from './messages.ts';
import type { Program } from './program.ts';
import { eventsOf, feed, logOf, openSession, type Session } from './session.ts';

/** Whether a run would have come this far under another text too. */
export type Standing =
  /** It would: the same run under the new program, ready to go on. */
  | { readonly holds: true; readonly session: Session }
  /** It would not: the first event that comes out differently; one of the two may be missing. */
  | {
      readonly holds: false;
      readonly event: number;
      readonly was: ExecutionEvent | undefined;
      readonly becomes: ExecutionEvent | undefined;
    };

/**
 * Feeds everything that went into a run up to its present end to another program and compares the histories, event by
 * event, and the calls made.
 */
export function stillHolds(session: Session, program: Program): Standing {
  let again = openSession(program, session.options);
  const old = eventsOf(session, session.length);
  let compared = 0;
  for (const { input, effects, events } of logOf(session)) {
    const fed = feed(again, input);
    again = fed.session;
    const made = eventsOf(again);
    const differs = firstDifference(old, made, compared, Math.max(events, made.length));
    if (differs !== undefined) return { holds: false, ...differs };
    compared = events;
    if (!deepEqual(plain(effects), plain(fed.effects))) return { holds: false, ...broken(old, made, compared) };
  }
  return { holds: true, session: again };
}

function firstDifference(
  old: readonly ExecutionEvent[],
  made: readonly ExecutionEvent[],
  from: number,
  to: number,
): { event: number; was: ExecutionEvent | undefined; becomes: ExecutionEvent | undefined } | undefined {
  for (let i = from; i < to; i += 1) {
    const [was, becomes] = [old[i], made[i]];
    if (!was || !becomes || !sameEvent(was, becomes)) return { event: i + 1, was, becomes };
  }
  return undefined;
}

/** The calls differ though the histories do not (items read for a Map write no event): told at the last event. */
function broken(
  old: readonly ExecutionEvent[],
  made: readonly ExecutionEvent[],
  compared: number,
): { event: number; was: ExecutionEvent | undefined; becomes: ExecutionEvent | undefined } {
  return { event: compared, was: old[compared - 1], becomes: made[compared - 1] };
}

const plain = (effects: readonly Effect[]): Json => JSON.parse(JSON.stringify(effects)) as Json;

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
