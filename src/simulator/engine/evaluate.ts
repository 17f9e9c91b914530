import type { Json, Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import type { Compute } from '../evaluation.ts';
import type { TaskToken } from '../messages.ts';
import type { Live, LiveThread } from './live.ts';

/** Evaluates something of a thread's current state, with `$Output`, `$Item` and the token where they exist. */
export function evaluate(
  live: Live,
  thread: LiveThread,
  compute: Compute,
  output?: Json,
  token?: TaskToken,
  item?: Json,
): Result<Json, FlowError> {
  const { data } = live;
  data.input = thread.input;
  data.output = output;
  data.global = thread.home.global;
  data.item = item;
  data.thread = thread;
  data.token = token;
  return compute(data, live.env);
}
