import type { Json } from '../../base/index.ts';
import type { Target } from '../program.ts';
import type { Failure } from './errors.ts';
import type { LiveThread } from './live.ts';

/**
 * What comes next for a thread. Every part of the engine answers with one of these instead of calling the next part,
 * so that a chain of endings (a state, its branch, the Parallel around it, ...) is a loop and not a recursion;
 * `undefined` means that the thread rests: it waits, or stands before its next state.
 */
export type Outcome =
  /** The work is done; a Choice says where to. */
  | { readonly kind: 'complete'; readonly thread: LiveThread; readonly raw: Json; readonly target: Target | undefined }
  | { readonly kind: 'fail'; readonly thread: LiveThread; readonly failure: Failure }
  | { readonly kind: 'end-scope'; readonly thread: LiveThread; readonly output: Json }
  | { readonly kind: 'fail-scope'; readonly thread: LiveThread; readonly failure: Failure }
  | undefined;

export const complete = (thread: LiveThread, raw: Json, target?: Target): Outcome => ({
  kind: 'complete',
  thread,
  raw,
  target,
});
export const failed = (thread: LiveThread, failure: Failure): Outcome => ({ kind: 'fail', thread, failure });
