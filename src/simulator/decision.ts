import type { FlowError, StateId } from '../fdl/index.ts';
import type { Instant, ThreadId } from './messages.ts';

/**
 * Why a run went where it went: which Retry or Catch rule, which Choice branch. The service's history does not say
 * this; the debugger and the coverage do.
 */
export type Decision = DecisionKind & {
  readonly at: Instant;
  /** The thread's last event before the decision. */
  readonly event: number;
  readonly thread: ThreadId;
  readonly state: StateId;
};

export type DecisionKind =
  /** `branch` is `undefined` for the default. */
  | { readonly kind: 'choice'; readonly branch: number | undefined; readonly target: StateId }
  | {
      readonly kind: 'retry';
      readonly rule: number;
      /** 1 for the first retry under this rule. */
      readonly attempt: number;
      readonly delayMs: number;
      readonly error: FlowError;
    }
  /** A Retry rule matched but its attempts are used up. */
  | { readonly kind: 'exhausted'; readonly rule: number; readonly error: FlowError }
  | { readonly kind: 'catch'; readonly rule: number; readonly target: StateId; readonly error: FlowError }
  | { readonly kind: 'uncaught'; readonly error: FlowError }
  /** A distributed Map goes on without this item. */
  | { readonly kind: 'tolerated'; readonly slot: number; readonly error: FlowError };
