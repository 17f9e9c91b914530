import type { Json, Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { EffectId, Invocation, Note, Waiting } from './messages.ts';

/** Everything outside the run, answering at once: what `simulate` asks. */
export interface World {
  readonly answer: (invocation: Invocation, effect: EffectId) => Reply;
  /** Asked once for every token that begins to wait and has no `later`; `afterMs` counts from that moment (R3). */
  readonly callback?: (waiting: Waiting) => CallbackReply | undefined;
}

export interface Reply {
  /** The Task's raw output in its mode; in a callback mode the accepted submission. */
  readonly outcome: Result<Json, FlowError>;
  readonly latencyMs: number;
  /** The call is never answered; `outcome` and `latencyMs` do not matter then. */
  readonly never?: boolean | undefined;
  /** The report that will follow an accepted submission, counted from the moment the token waits. */
  readonly later?: (CallbackReply & { readonly by: 'system' | 'custom' }) | undefined;
  readonly notes?: readonly Note[] | undefined;
}

export interface CallbackReply {
  readonly afterMs: number;
  readonly outcome: Result<Json, FlowError>;
}
