import { placeOf, lineStarts } from '../../base/index.ts';
import { type FieldGroup, type FieldSpec, language, spanInText, type State, type StateSpec } from '../../fdl/index.ts';
import { useWorkbenchState } from '../../workbench/index.ts';
import { typeColor, typeIcons } from '../common/type-icons.ts';
import { messages } from '../messages.ts';
import { BreakpointFields } from './fields/BreakpointFields.tsx';
import { FieldEditor } from './fields/FieldEditor.tsx';
import { OtherKeys } from './fields/OtherKeys.tsx';

const words = messages.inspector;
const groups: readonly FieldGroup[] = ['basics', 'parameters', 'transitions', 'data', 'errors'];

/** The attributes of one state, as the language table lists them for its type. */
export function StateForm({ state }: { readonly state: State }) {
  const spec = state.type === 'Unknown' ? undefined : language.states[state.type];
  const fields = spec?.fields ?? language.states.Pass.fields;
  return (
    <form className="form" aria-label={state.name.value} onSubmit={(event) => event.preventDefault()}>
      <StateHead state={state} spec={spec} />
      {groups.map((group) => (
        <Group key={group} state={state} group={group} fields={fields.filter((field) => field.group === group)} />
      ))}
      <OtherKeys state={state} fields={fields} />
      <BreakpointFields state={state} />
    </form>
  );
}

function StateHead({ state, spec }: { readonly state: State; readonly spec: StateSpec | undefined }) {
  const source = useWorkbenchState((s) => s.document.source);
  const Icon = state.type === 'Unknown' ? undefined : typeIcons[state.type];
  return (
    <header className="form-head">
      <h2 className="form-title">
        {Icon && state.type !== 'Unknown' && (
          <span className="type-chip" style={{ color: typeColor(state.type) }}>
            <Icon size={15} aria-hidden />
          </span>
        )}
        <span className="cut">{state.name.value || state.type}</span>
      </h2>
      <p className="muted">
        {spec?.about ?? words.writtenType(state.type === 'Unknown' ? (state.writtenType?.value ?? '') : '')}
      </p>
      {state.stale && (
        <p className="alert warning" role="status">
          {words.stale(placeOf(lineStarts(source.text), spanInText(source, state.id, state.span).from).line)}
        </p>
      )}
    </header>
  );
}

interface GroupProps {
  readonly state: State;
  readonly group: FieldGroup;
  readonly fields: readonly FieldSpec[];
}
function Group({ state, group, fields }: GroupProps) {
  const written = new Set(state.written.entries.map(({ key }) => key));
  const distributed = written.has('ProcessorConfig');
  const wanted = fields.filter((field) => {
    if (written.has(field.key) || written.has(`${field.key}.$`)) return true;
    return field.hidden !== true && (field.distributedOnly !== true || distributed);
  });
  if (wanted.length === 0) return null;
  return (
    <fieldset className="form-section">
      <legend className="form-legend">{words.groups[group]}</legend>
      {wanted.map((field) => (
        <FieldEditor key={field.key} state={state} spec={field} />
      ))}
    </fieldset>
  );
}
