import { mapOffset, ok, type Result } from '../base/index.ts';
import { type FlowEdit, planEdit, type Refusal, type StateId } from '../fdl/index.ts';
import type { DocumentState, Origin, Transaction } from './model.ts';
import { carryPositions } from './positions.ts';

/** A transaction for an edit, and what should be selected once it is done. */
export interface PlannedTransaction {
  readonly transaction: Transaction;
  readonly select: readonly StateId[];
  /** Node ids that are others now, by their old id. */
  readonly renamed: ReadonlyMap<string, string> | undefined;
}

/** Plans an edit by meaning as text changes; hand-placed positions go along with renamed and moved states. */
export function editDocument(
  state: DocumentState,
  edit: FlowEdit,
  origin: Origin,
  time: number,
): Result<PlannedTransaction, Refusal> {
  const planned = planEdit(state.source, edit);
  if (!planned.ok) return planned;
  const { changes, label, select, renamed } = planned.value;
  const positions = carryPositions(state.positions, renamed);
  const last = changes.at(-1);
  const at = last && mapOffset(last.to, changes, 'after');
  const transaction: Transaction = {
    changes,
    origin,
    label,
    time,
    ...(positions !== state.positions && { positions }),
    ...(at !== undefined && { caret: { from: at, to: at } }),
  };
  return ok({ transaction, select, renamed });
}
