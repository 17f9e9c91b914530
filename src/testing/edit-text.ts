/** Edits of a text and their refusals in a line each, for tests. */
import { applyChanges } from '../base/index.ts';
import { type FlowEdit, planEdit, readSource, type ScopeId, type StateId } from '../fdl/index.ts';
import { dedent } from './dedent.ts';

/** Three states in a row, with a comment above one and one behind its name. */
export const order = dedent`
  StartAt: Check
  States:
    # is there enough?
    - Name: Check # stock
      Type: Task
      Next: Pay

    - Name: Pay
      Type: Pass
      Next: Done

    - Name: Done
      Type: Succeed
  `;

export const id = (text: string): StateId => text as StateId;
export const scope = (text: string): ScopeId => text as ScopeId;

/** The text after edits in turn; throws what an edit is refused with. */
export function edit(text: string, ...edits: readonly FlowEdit[]): string {
  return edits.reduce((now, step) => {
    const plan = planEdit(readSource(now), step);
    if (!plan.ok) throw new Error(plan.error.message);
    return applyChanges(now, plan.value.changes);
  }, text);
}

/** Why an edit is refused, as `reason: message`; `done` when it is not. */
export function refusal(text: string, step: FlowEdit): string {
  const plan = planEdit(readSource(text), step);
  return plan.ok ? 'done' : `${plan.error.reason}: ${plan.error.message}`;
}
