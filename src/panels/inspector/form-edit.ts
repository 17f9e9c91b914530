/** What a form can do with the state (or the flow) it shows. Every verb answers with a reason when it was refused. */
import type { Json } from '../../base/index.ts';
import {
  type FieldPath,
  type FlowEdit,
  findScope,
  findState,
  type Outlet,
  resolveTarget,
  type ScopeId,
  type State,
  writtenAt,
} from '../../fdl/index.ts';
import type { NodeId } from '../../fdl/index.ts';
import type { Workbench } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

/** `undefined` when it was done. */
export type Refused = string | undefined;

let lastKey = 0;
/** Edits of one commit are one step of the history. */
export function applyEdits(workbench: Workbench, edits: readonly FlowEdit[]): Refused {
  const joinKey = `form-${(lastKey += 1)}`;
  for (const edit of edits) {
    if (isDone(workbench, edit)) continue;
    const done = workbench.edit(edit, 'inspector', { joinKey });
    if (!done.ok) return done.error.message;
  }
  return undefined;
}

/** A field that went away with an edit before (the literal twin of a computed one) needs no clearing. */
function isDone(workbench: Workbench, edit: FlowEdit): boolean {
  if (edit.type !== 'clear-field') return false;
  const state = findState(workbench.getState().document.source.flow, edit.state);
  return state !== undefined && writtenAt(state.written, edit.path) === undefined;
}

export const setField = (state: State, path: FieldPath, value: Json): FlowEdit => ({
  type: 'set-field',
  state: state.id,
  path,
  value,
});
export const clearField = (state: State, path: FieldPath): FlowEdit => ({ type: 'clear-field', state: state.id, path });

/** Leads an outlet to a state of the same scope by its name; an empty name takes the connection away. */
export function connectByName(
  workbench: Workbench,
  from: NodeId,
  scopeId: ScopeId,
  outlet: Outlet,
  name: string,
): Refused {
  if (name === '') return applyEdits(workbench, [{ type: 'disconnect', from, outlet }]);
  const scope = findScope(workbench.getState().document.source.flow, scopeId);
  const target = scope && resolveTarget(scope, name);
  if (!target) return messages.inspector.noState(name);
  return applyEdits(workbench, [{ type: 'connect', from, outlet, to: target.id }]);
}
