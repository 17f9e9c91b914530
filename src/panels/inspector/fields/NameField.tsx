import type { FieldSpec, State } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';

/** The state's name. Renaming takes every reference in the scope along. */
export function NameField({ state, spec }: { readonly state: State; readonly spec: FieldSpec }) {
  const workbench = useWorkbench();
  const problems = useProblems(state, ['Name']);
  const rename = (name: string): string | undefined =>
    name.trim() === ''
      ? messages.inspector.needed(spec.key)
      : applyEdits(workbench, [{ type: 'rename-state', state: state.id, name }]);
  return (
    <FieldFrame label={spec.key} spec={spec} problems={problems}>
      <DraftInput label={spec.key} value={state.name.value} owner={state.id} commit={rename} disabled={state.stale} />
    </FieldFrame>
  );
}
