import { assertNever, type Result } from '../../base/index.ts';
import type { Source } from '../syntax/source.ts';
import { addState, insertOnEdge } from './add-state.ts';
import { beginFlow, isUnwritten } from './begin-flow.ts';
import { addBranch, moveBranch, moveItem, removeBranch } from './branches.ts';
import { connect, disconnect } from './connect.ts';
import { duplicateStates } from './duplicate-states.ts';
import type { FlowEdit, Refusal } from './flow-edit.ts';
import { makeLocal } from './make-local.ts';
import { moveStates } from './move-states.ts';
import { pasteStates } from './paste-states.ts';
import { removeStates } from './remove-states.ts';
import { renameState } from './rename-state.ts';
import { type EditPlan, runScript, type Script, type Stage } from './script.ts';
import { clearField, setField, setFlowField } from './set-field.ts';

/**
 * The smallest text changes that express an edit, or the reason why it cannot be done. Never throws. What comes out
 * has been read again: it changes the values exactly as meant, or the edit is refused.
 */
export function planEdit(source: Source, edit: FlowEdit): Result<EditPlan, Refusal> {
  if (edit.type === 'add-state' && edit.scope === '' && isUnwritten(source.text)) return beginFlow(source, edit);
  return runScript(source, (stage) => scriptOf(stage, edit));
}

function scriptOf(stage: Stage, edit: FlowEdit): Script {
  switch (edit.type) {
    case 'add-state':
      return addState(stage, edit);
    case 'insert-on-edge':
      return insertOnEdge(stage, edit);
    case 'remove-states':
      return removeStates(stage, edit);
    case 'duplicate-states':
      return duplicateStates(stage, edit);
    case 'rename-state':
      return renameState(stage, edit);
    case 'connect':
      return connect(stage, edit);
    case 'disconnect':
      return disconnect(stage, edit);
    case 'set-field':
      return setField(stage, edit);
    case 'clear-field':
      return clearField(stage, edit);
    case 'set-flow-field':
      return setFlowField(edit);
    case 'add-branch':
      return addBranch(stage, edit);
    case 'remove-branch':
      return removeBranch(stage, edit);
    case 'move-branch':
      return moveBranch(stage, edit);
    case 'move-item':
      return moveItem(stage, edit);
    case 'move-states':
      return moveStates(stage, edit);
    case 'paste-states':
      return pasteStates(stage, edit);
    case 'make-local':
      return makeLocal(stage, edit);
    default:
      return assertNever(edit);
  }
}
