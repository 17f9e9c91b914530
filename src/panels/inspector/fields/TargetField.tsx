import type { Diagnostic, FieldSpec, NodeId, Outlet, ScopeId } from '../../../fdl/index.ts';
import { findScope } from '../../../fdl/index.ts';
import { useWorkbench, useWorkbenchState } from '../../../workbench/index.ts';
import { connectByName } from '../form-edit.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';

interface Props {
  readonly from: NodeId;
  readonly scope: ScopeId;
  readonly outlet: Outlet;
  readonly value: string;
  readonly label: string;
  /** What the visible label says when the accessible one has to tell two fields apart. */
  readonly shown?: string;
  readonly spec?: FieldSpec | undefined;
  readonly problems?: readonly Diagnostic[];
  readonly disabled?: boolean;
}

/** The name of a state in the same scope. Connecting here is the same edit as connecting on the canvas. */
export function TargetField({
  from,
  scope,
  outlet,
  value,
  label,
  shown = label,
  spec,
  problems = [],
  disabled,
}: Props) {
  const workbench = useWorkbench();
  const flow = useWorkbenchState((state) => state.document.lastReadable.flow);
  const names = findScope(flow, scope)?.states.map((state) => state.name.value) ?? [];
  const suggestions = [...new Set(names.filter((name) => name !== ''))].slice(0, 500);
  return (
    <FieldFrame label={shown} spec={spec} problems={problems}>
      <DraftInput
        label={label}
        value={value}
        owner={`${from} ${label}`}
        commit={(name) => connectByName(workbench, from, scope, outlet, name)}
        suggestions={suggestions}
        disabled={disabled}
        invalid={problems.some(({ severity }) => severity === 'error')}
      />
    </FieldFrame>
  );
}
