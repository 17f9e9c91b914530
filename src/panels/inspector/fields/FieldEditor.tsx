import { assertNever } from '../../../base/index.ts';
import { type FieldSpec, type Outlet, scopeOf, type State, valueOf } from '../../../fdl/index.ts';
import { useProblems } from '../use-problems.ts';
import { ChoiceBranches } from './ChoiceBranches.tsx';
import { EndField } from './EndField.tsx';
import { NameField } from './NameField.tsx';
import { ParametersField } from './ParametersField.tsx';
import { RulesField } from './RulesField.tsx';
import { ScopesField } from './ScopesField.tsx';
import { TargetField } from './TargetField.tsx';
import { TemplateField } from './TemplateField.tsx';
import { showValue } from './value-text.ts';
import { ValueField } from './ValueField.tsx';

interface Props {
  readonly state: State;
  readonly spec: FieldSpec;
}

/** The editor for a field, by its kind in the language table. */
export function FieldEditor({ state, spec }: Props) {
  if (spec.key === 'Name') return <NameField state={state} spec={spec} />;
  switch (spec.kind) {
    case 'text':
    case 'integer':
    case 'number':
    case 'choice':
    case 'expression':
      return <ValueField state={state} parent={[]} spec={{ ...spec, kind: spec.kind }} />;
    case 'flag':
      return <EndField state={state} spec={spec} />;
    case 'state-name':
      return <StateTarget state={state} spec={spec} />;
    case 'template':
      return spec.key === 'Parameters' && state.type === 'Task' ? (
        <ParametersField state={state} spec={spec} />
      ) : (
        <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />
      );
    case 'object':
    case 'errors':
      return <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />;
    case 'retry':
    case 'catch':
      return <RulesField state={state} spec={spec} kind={spec.kind} />;
    case 'branches':
      return <ChoiceBranches state={state} spec={spec} />;
    case 'scope':
    case 'scopes':
      return <ScopesField state={state} spec={spec} />;
    case 'states':
      return null;
    default:
      return assertNever(spec.kind);
  }
}

/** `Next` or `Default`. */
function StateTarget({ state, spec }: Props) {
  const problems = useProblems(state, [spec.key]);
  const outlet: Outlet = spec.key === 'Default' ? { kind: 'default' } : { kind: 'next' };
  const value = showValue(valueOf(state.written, spec.key));
  return (
    <TargetField
      from={state.id}
      scope={scopeOf(state.id)}
      outlet={outlet}
      value={value}
      label={spec.key}
      spec={spec}
      problems={problems}
      disabled={state.stale}
    />
  );
}
