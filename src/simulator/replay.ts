import { deepEqual } from '../base/index.ts';
import type { ExecutionEvent } from './messages.ts';
import type { Program } from './program.ts';
import { feed, openSession, type Session } from './session.ts';

export interface Replayed {
  /** The same inputs under the other program, as far as the history is the same. */
  readonly session: Session;
  /** The first event that is different or missing; `undefined` when the run so far still holds. */
  readonly differsAt: number | undefined;
}

/**
 * Plays a run, up to its cursor, again under another program: does what happened so far still hold after an edit?
 * Where it does not, the session stands at the last input before the difference.
 */
export function replayUnder(session: Session, program: Program): Replayed {
  const { events: before, log } = session.record;
  let replayed = openSession(program, session.options);
  let compared = 0;
  for (const { input } of log.slice(0, session.cursor)) {
    const next = feed(replayed, input).session;
    const now = next.record.events;
    const known = log[next.length - 1]?.events ?? 0;
    const end = Math.max(now.length, known);
    for (; compared < end; compared += 1) {
      if (!same(before[compared], now[compared])) return { session: replayed, differsAt: compared + 1 };
    }
    replayed = next;
  }
  return { session: replayed, differsAt: undefined };
}

/** Events are compared by what a person sees; states may have moved to another place in the file. */
function same(a: ExecutionEvent | undefined, b: ExecutionEvent | undefined): boolean {
  if (!a || !b) return a === b;
  return a.type === b.type && a.stepName === b.stepName && a.at === b.at && deepEqual(a.detail, b.detail);
}
