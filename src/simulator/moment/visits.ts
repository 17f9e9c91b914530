import type { Json } from '../../base/index.ts';
import type { Decision } from '../decision.ts';
import type { ExecutionEvent, ThreadId } from '../messages.ts';
import { growing, type GrowingVisit } from './grow.ts';
import type { Visit } from './visit.ts';

/** All visits in the order in which they began. */
export function visitsOf(events: readonly ExecutionEvent[], decisions: readonly Decision[] = []): readonly Visit[] {
  const visits = growing(events);
  for (const decision of decisions) decidedIn(visits, decision)?.decisions.push(decision);
  return visits.all;
}

function decidedIn(
  { byThread }: { readonly byThread: ReadonlyMap<ThreadId, readonly GrowingVisit[]> },
  { thread, state, event }: Decision,
): GrowingVisit | undefined {
  return byThread.get(thread)?.findLast((visit) => visit.state === state && visit.from <= event);
}

/**
 * What the state's work gave before the OutputConstructor (reference section 1.1): the last answer of a Task, what the
 * branches or items ended with, and for all others the input itself.
 */
export function rawOf({ attempts, children, constructed, left, error }: Visit, type: string): Json | undefined {
  if (type === 'Task') return attempts.at(-1)?.raw;
  if (left === undefined || error) return undefined;
  if (type === 'Map') return { Items: children.map(({ output }) => output ?? null) };
  if (type === 'Parallel') {
    return Object.fromEntries(children.map(({ slot, output }) => [`Branch${slot}`, output ?? null]));
  }
  return constructed;
}
