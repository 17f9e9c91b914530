import {
  type ActionParameter,
  type FieldSpec,
  knownActions,
  type State,
  type WrittenMap,
  writtenAt,
} from '../../../fdl/index.ts';
import { TemplateField } from './TemplateField.tsx';
import { ValueField, type ValueSpec } from './ValueField.tsx';

interface Props {
  readonly state: State;
  readonly spec: FieldSpec;
}
/** Parameters that hold more than one value are edited as YAML. */
const structured = new Set([
  'body',
  'input',
  'message',
  'headers',
  'data',
  'messages',
  'messageAttributes',
  'templateParam',
]);

/** The parameters of the call: those its action is known for, then whatever else is written. */
export function ParametersField({ state, spec }: Props) {
  const written = writtenAt(state.written, [spec.key]);
  const action = writtenAt(state.written, ['Action']);
  const name = action?.kind === 'scalar' ? String(action.value) : '';
  const known = knownActions.find((candidate) => candidate.action.toLowerCase() === name.toLowerCase());
  if (written && written.kind !== 'map') {
    return <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />;
  }
  const parameters = known?.parameters ?? [];
  const others = otherKeys(written, parameters);
  if (parameters.length === 0 && others.length === 0) {
    return <TemplateField state={state} path={[spec.key]} label={spec.key} spec={spec} />;
  }
  return (
    <>
      {parameters.map((parameter) => (
        <Parameter key={parameter.key} state={state} parent={spec.key} parameter={parameter} written={written} />
      ))}
      {others.map((key) => (
        <TemplateField key={key} state={state} path={[spec.key, key]} label={key} />
      ))}
    </>
  );
}

interface ParameterProps {
  readonly state: State;
  readonly parent: string;
  readonly parameter: ActionParameter;
  readonly written: WrittenMap | undefined;
}
function Parameter({ state, parent, parameter, written }: ParameterProps) {
  const computed = written?.entries.some(({ key }) => key === `${parameter.key}.$`) === true;
  const value = written?.entries.find(({ key }) => key === parameter.key)?.value;
  const nested = value !== undefined && value.kind !== 'scalar';
  const about = { about: parameter.about, source: '9', required: parameter.required };
  if (nested || (structured.has(parameter.key) && !computed && value === undefined)) {
    return <TemplateField state={state} path={[parent, parameter.key]} label={parameter.key} about={about} />;
  }
  const spec: ValueSpec = {
    ...about,
    key: parameter.key,
    kind: parameter.options ? 'choice' : 'any',
    computable: true,
    options: parameter.options,
  };
  return <ValueField state={state} parent={[parent]} spec={spec} />;
}

function otherKeys(written: WrittenMap | undefined, known: readonly ActionParameter[]): readonly string[] {
  const names = new Set<string>(known.flatMap(({ key }) => [key, `${key}.$`]));
  return [...new Set(written?.entries.map(({ key }) => key))].filter((key) => !names.has(key));
}
