import type { FlowError } from '../../fdl/index.ts';
import type { HttpCall } from '../wire.ts';

/** A request, perhaps with a remark on how it came about; or the flow error of an invocation that cannot be sent. */
export type BuiltRequest =
  | { readonly ok: true; readonly value: HttpCall; readonly note?: string }
  | { readonly ok: false; readonly error: FlowError };
