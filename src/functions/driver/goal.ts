import type { StateId } from '../../fdl/index.ts';
import { type RunView, readyThreads, type Thread, type ThreadId } from '../../simulator/index.ts';

/** How far a run is to go on by itself. */
export type Goal =
  | { readonly type: 'rest' }
  | { readonly type: 'run' }
  /** Until one state was entered and some thread stands before a state again. */
  | { readonly type: 'into'; readonly stepped: boolean }
  /** Until some thread stands before this state (anew, where one stands before it already). */
  | { readonly type: 'to'; readonly state: StateId; readonly stepped: boolean }
  /** Until this thread stands before a state it is not in now, or has ended. */
  | { readonly type: 'leave'; readonly thread: ThreadId; readonly stepped: boolean };

export const rest: Goal = { type: 'rest' };
export const toTheEnd: Goal = { type: 'run' };
export const intoNext: Goal = { type: 'into', stepped: false };

/** Past the state the next thread stands before, with all that is inside of it. */
export function overNext(view: RunView): Goal {
  const next = readyThreads(view)[0];
  return next ? { type: 'leave', thread: next.id, stepped: false } : intoNext;
}

/** Past the Parallel or Map the next thread is in; out of the flow itself that is to the end. */
export function outOfScope(view: RunView): Goal {
  const next = readyThreads(view)[0] ?? [...view.threads.values()].at(-1);
  return next?.parent === undefined ? toTheEnd : { type: 'leave', thread: next.parent, stepped: true };
}

/** The goal after a thread was moved one step. */
export function afterStep(goal: Goal, thread: ThreadId | undefined): Goal {
  if (goal.type === 'into' || goal.type === 'to') return { ...goal, stepped: true };
  if (goal.type === 'leave' && goal.thread === thread) return { ...goal, stepped: true };
  return goal;
}

/** Whether the run is there, given the thread that would move next (`undefined`: none is ready). */
export function isReached(goal: Goal, view: RunView, next: Thread | undefined): boolean {
  switch (goal.type) {
    case 'rest':
      return true;
    case 'run':
      return false;
    case 'into':
      return goal.stepped && next !== undefined && standsBefore(next);
    case 'to':
      return goal.stepped && next?.at === goal.state && standsBefore(next);
    case 'leave': {
      const thread = view.threads.get(goal.thread);
      return goal.stepped && (thread === undefined || standsBefore(thread));
    }
  }
}

/** A thread can be ready in the middle of a state too: to try again, or to notice that its time is up. */
export const standsBefore = (thread: Thread): boolean => thread.phase.name === 'ready';
