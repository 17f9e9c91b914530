import { Plus, X } from 'lucide-react';
import type { Json } from '../../../base/index.ts';
import {
  catchFields,
  type FieldSpec,
  type FlowEdit,
  knownErrors,
  retryFields,
  scopeOf,
  type State,
  valueOf,
  writtenAt,
} from '../../../fdl/index.ts';
import { useWorkbench } from '../../../workbench/index.ts';
import { messages } from '../../messages.ts';
import { applyEdits, clearField, setField } from '../form-edit.ts';
import { ErrorsField } from './ErrorsField.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { TargetField } from './TargetField.tsx';
import { TemplateField } from './TemplateField.tsx';
import { ValueField } from './ValueField.tsx';
import { showValue } from './value-text.ts';
import { useProblems } from '../use-problems.ts';

const words = messages.inspector;
interface Props {
  readonly state: State;
  readonly spec: FieldSpec;
  readonly kind: 'retry' | 'catch';
}

/** Retry or Catch: a list of rules in the order they are tried. */
export function RulesField({ state, spec, kind }: Props) {
  const workbench = useWorkbench();
  const problems = useProblems(state, [spec.key]).filter((problem) => problem.severity !== 'hint');
  const written = valueOf(state.written, spec.key);
  if (written && written.kind !== 'list')
    return <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />;
  const count = written?.kind === 'list' ? written.items.length : 0;
  const add = (): void => {
    applyEdits(workbench, [setField(state, [spec.key, count], freshRule(kind))]);
  };
  return (
    <FieldFrame label={spec.key} spec={spec} problems={count === 0 ? problems : []}>
      {Array.from({ length: count }, (_, i) => (
        <Rule key={i} state={state} spec={spec} kind={kind} index={i} last={count === 1} />
      ))}
      <button
        type="button"
        className="button small add"
        disabled={state.stale}
        onClick={add}
        title={words.ruleTemplates[kind === 'retry' ? 'Retry' : 'Catch']}
      >
        <Plus size={13} aria-hidden /> {words.addRule(spec.key)}
      </button>
    </FieldFrame>
  );
}

const freshRule = (kind: Props['kind']): Json =>
  kind === 'retry'
    ? {
        Errors: ['FC.ResourceThrottled'],
        Description: words.ruleTemplates.Retry,
        MaxAttempts: 3,
        IntervalSeconds: 2,
        BackoffRate: 2,
      }
    : { Errors: ['FnF.ALL'], Description: words.ruleTemplates.Catch };

interface RuleProps extends Props {
  readonly index: number;
  readonly last: boolean;
}
function Rule({ state, spec, kind, index, last }: RuleProps) {
  const workbench = useWorkbench();
  const title = words.rule(spec.key, index + 1);
  const fields = kind === 'retry' ? retryFields : catchFields;
  const remove: FlowEdit = clearField(state, last ? [spec.key] : [spec.key, index]);
  return (
    <div className="rule" role="group" aria-label={title}>
      <div className="rule-head">
        <span>{title}</span>
        <button
          type="button"
          className="button plain small icon"
          aria-label={words.removeRule(spec.key, index + 1)}
          title={words.removeRule(spec.key, index + 1)}
          onClick={() => applyEdits(workbench, [remove])}
        >
          <X size={13} aria-hidden />
        </button>
      </div>
      {fields.map((field) => (
        <RuleField key={field.key} state={state} rule={spec.key} index={index} field={field} />
      ))}
    </div>
  );
}

interface RuleFieldProps {
  readonly state: State;
  readonly rule: string;
  readonly index: number;
  readonly field: FieldSpec;
}
/** Keys that the state has as well carry the rule's name in front, so that each label stands for one field. */
function RuleField({ state, rule, index, field }: RuleFieldProps) {
  const parent = [rule, index];
  const long = `${words.rule(rule, index + 1)} ${field.key}`;
  const problems = useProblems(state, [...parent, field.key]);
  if (field.kind === 'errors') {
    return (
      <ErrorsField
        state={state}
        path={[...parent, field.key]}
        spec={field}
        known={knownErrors.map(({ code }) => code)}
      />
    );
  }
  if (field.kind === 'state-name') {
    return (
      <TargetField
        from={state.id}
        scope={scopeOf(state.id)}
        outlet={{ kind: 'catch', index }}
        value={showValue(writtenAt(state.written, [...parent, field.key]))}
        label={long}
        shown={field.key}
        spec={field}
        problems={problems}
        disabled={state.stale}
      />
    );
  }
  if (field.kind === 'template')
    return <TemplateField state={state} path={[...parent, field.key]} label={long} shown={field.key} spec={field} />;
  const kind = field.kind === 'integer' || field.kind === 'number' ? field.kind : 'text';
  const label = field.key === 'Description' ? long : field.key;
  return <ValueField state={state} parent={parent} spec={{ ...field, kind }} label={label} shown={field.key} />;
}
