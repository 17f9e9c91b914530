import type { FieldSpec, State } from '../../../fdl/index.ts';
import { messages } from '../../messages.ts';
import { TemplateField } from './TemplateField.tsx';

interface Props {
  readonly state: State;
  readonly fields: readonly FieldSpec[];
}

/** Keys the table does not list for this type: shown, kept, editable. */
export function OtherKeys({ state, fields }: Props) {
  const known = new Set(fields.flatMap(({ key, computable }) => (computable ? [key, `${key}.$`] : [key])));
  const others = [...new Set(state.written.entries.map(({ key }) => key))].filter((key) => !known.has(key));
  if (others.length === 0) return null;
  return (
    <fieldset className="form-section">
      <legend className="form-legend">{messages.inspector.groups.other}</legend>
      <p className="muted">{messages.inspector.otherAbout}</p>
      {others.map((key) => (
        <TemplateField key={key} state={state} path={[key]} label={key} />
      ))}
    </fieldset>
  );
}
