import { SquareFunction } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '../../../base/index.ts';
import { type FieldPath, type FlowEdit, type State, type Written, writtenAt } from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits, clearField, type Refused, setField } from '../form-edit.ts';
import { useProblems } from '../use-problems.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { type ValueKind, readValue, showValue } from './value-text.ts';

export interface ValueSpec {
  readonly key: string;
  readonly kind: ValueKind;
  readonly required: boolean;
  readonly computable: boolean;
  readonly asText?: boolean;
  readonly options?: readonly string[] | undefined;
  readonly range?: { readonly least: number; readonly most: number } | undefined;
  readonly about: string;
  readonly source: string;
}
interface Props {
  readonly state: State;
  /** The mapping the key is in. */
  readonly parent: FieldPath;
  readonly spec: ValueSpec;
  readonly label?: string;
  readonly shown?: string;
}

/** One value, literal or computed. Writing the one form takes the other away. */
export function ValueField({ state, parent, spec, label = spec.key, shown = label }: Props) {
  const workbench = useWorkbench();
  const literal = [...parent, spec.key];
  const computed = [...parent, `${spec.key}.$`];
  const [atLiteral, atComputed] = [writtenAt(state.written, literal), writtenAt(state.written, computed)];
  const [wanted, setWanted] = useState<{ readonly owner: string; readonly computed: boolean }>();
  const asExpression = wanted?.owner === state.id ? wanted.computed : atComputed !== undefined && !atLiteral;
  const problems = useProblems(state, literal, computed);

  const path = asExpression ? computed : literal;
  const now = asExpression ? atComputed : atLiteral;
  const other = asExpression ? atLiteral : atComputed;
  const commit = (text: string): Refused => {
    const edits = commitEdits(
      { state, path, now, otherPath: asExpression ? literal : computed, other },
      text,
      spec,
      asExpression,
    );
    if (typeof edits === 'string') return edits;
    const refused = applyEdits(workbench, edits);
    if (refused === undefined) setWanted(undefined);
    return refused;
  };
  const common = { label, value: showValue(now), owner: `${state.id} ${asExpression}`, commit, disabled: state.stale };
  const toggle = spec.computable && (
    <ExpressionToggle spec={spec} on={asExpression} turn={(on) => setWanted({ owner: state.id, computed: on })} />
  );
  return (
    <FieldFrame label={shown} spec={spec} problems={problems} aside={toggle}>
      {spec.kind === 'choice' && !asExpression ? (
        <ChoiceInput {...common} options={spec.options ?? []} required={spec.required} />
      ) : (
        <DraftInput
          {...common}
          mono={asExpression || spec.kind === 'expression'}
          placeholder={asExpression || spec.kind === 'expression' ? messages.inspector.expressionHint : undefined}
          suggestions={asExpression ? undefined : spec.options}
          invalid={problems.some(({ severity }) => severity === 'error')}
        />
      )}
    </FieldFrame>
  );
}

interface Target {
  readonly state: State;
  readonly path: FieldPath;
  readonly now: Written | undefined;
  readonly otherPath: FieldPath;
  readonly other: Written | undefined;
}
function commitEdits(
  target: Target,
  text: string,
  spec: ValueSpec,
  asExpression: boolean,
): readonly FlowEdit[] | string {
  const { state, path, now, otherPath, other } = target;
  const clearOther = other ? [clearField(state, otherPath)] : [];
  if (text.trim() === '') return now ? [clearField(state, path)] : [];
  const read = asExpression ? { ok: true as const, value: text.trim() as Json } : readValue(text, spec, now);
  return read.ok ? [setField(state, path, read.value), ...clearOther] : read.error;
}

interface ToggleProps {
  readonly spec: ValueSpec;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}
function ExpressionToggle({ spec, on, turn }: ToggleProps) {
  return (
    <button
      type="button"
      className="button plain small icon field-toggle"
      aria-pressed={on}
      aria-label={messages.inspector.expressionFor(spec.key)}
      title={on ? messages.inspector.showExpression : messages.inspector.showLiteral}
      onClick={() => turn(!on)}
    >
      <SquareFunction size={14} aria-hidden />
    </button>
  );
}
