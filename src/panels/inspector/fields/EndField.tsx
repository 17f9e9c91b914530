import { useState } from 'react';
import { type FieldSpec, type FlowEdit, jsonOf, type State, valueOf } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { applyEdits, clearField, setField } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { FieldFrame } from './FieldFrame.tsx';

/** `End`: a state that ends its scope leads nowhere else, so ticking it takes `Next` away in the same step. */
export function EndField({ state, spec }: { readonly state: State; readonly spec: FieldSpec }) {
  const workbench = useWorkbench();
  const problems = useProblems(state, [spec.key]);
  const [refused, setRefused] = useState<string>();
  const written = valueOf(state.written, spec.key);
  const change = (on: boolean): void => {
    const leave: readonly FlowEdit[] = on && valueOf(state.written, 'Next') ? [clearField(state, ['Next'])] : [];
    const own = on ? setField(state, [spec.key], true) : clearField(state, [spec.key]);
    setRefused(applyEdits(workbench, [...leave, own]));
  };
  return (
    <FieldFrame label={spec.key} spec={spec} problems={problems}>
      <label className="row">
        <input
          type="checkbox"
          aria-label={spec.key}
          checked={written !== undefined && jsonOf(written) === true}
          disabled={state.stale}
          onChange={(event) => change(event.target.checked)}
        />
        <span className="muted">{spec.about}</span>
      </label>
      {refused !== undefined && (
        <p className="alert" role="alert">
          {refused}
        </p>
      )}
    </FieldFrame>
  );
}
