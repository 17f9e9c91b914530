import { type Changes, failure, type Result } from '../../base/index.ts';
import type { NodeId, StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';
import type { FlowEdit, Refusal } from './flow-edit.ts';

/** An edit as text: what to replace, what to call it beside Undo, what to select afterwards. */
export interface EditPlan {
  readonly changes: Changes;
  readonly label: string;
  readonly select: readonly StateId[];
  /** States and scopes whose id changes (old → new), so that what hangs on ids can follow. */
  readonly renamed?: ReadonlyMap<NodeId, NodeId>;
}

/** The smallest text changes that express an edit, or the reason why it cannot be done. Never throws. */
export function planEdit(_source: Source, edit: FlowEdit): Result<EditPlan, Refusal> {
  return failure({ reason: 'not-allowed-here', message: edit.type });
}
