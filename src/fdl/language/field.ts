import type { JsonObject } from '../../base/index.ts';
import type { StateType } from '../model.ts';

export type FieldKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'flag'
  | 'choice'
  | 'state-name'
  | 'expression'
  | 'template'
  | 'object'
  | 'errors'
  | 'scope'
  | 'scopes'
  | 'states'
  | 'branches'
  | 'retry'
  | 'catch';

/** Where a form shows a field. */
export type FieldGroup = 'basics' | 'parameters' | 'data' | 'errors' | 'transitions';

/** One attribute: how it is read, checked, completed, explained and edited. */
export interface FieldSpec {
  readonly key: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** May be written as `Key.$` with an expression. */
  readonly computable: boolean;
  /** `Key.$` is evaluated here, but no document has it (rule C12). */
  readonly undocumentedSuffix?: boolean;
  /** Numbers that the documents want as text (`Timeout: "45"`); both are accepted (decision U41). */
  readonly asText?: boolean;
  /** For `choice`: the only values; for `text`: suggestions. */
  readonly options?: readonly string[];
  readonly range?: { readonly least: number; readonly most: number };
  /** Only acts together with `ProcessorConfig` (rule M04). */
  readonly distributedOnly?: boolean;
  /** Understood, but not to be suggested. */
  readonly hidden?: boolean;
  readonly group: FieldGroup;
  readonly about: string;
  /** Section of the language reference it rests on. */
  readonly source: string;
}

export interface StateSpec {
  readonly type: StateType;
  readonly about: string;
  readonly fields: readonly FieldSpec[];
  /** Whether the scope ends here always (Succeed, Fail), by `End: true`, or never (Choice). */
  readonly ends: 'always' | 'may' | 'never';
  /** What a new state of this type is made of, name and transitions apart. */
  readonly template: JsonObject;
}

type Rest = Partial<
  Pick<FieldSpec, 'computable' | 'undocumentedSuffix' | 'asText' | 'options' | 'range' | 'distributedOnly' | 'hidden'>
>;

/** Shorthand of the table: a required field. */
export function required(
  key: string,
  kind: FieldKind,
  group: FieldGroup,
  about: string,
  source: string,
  rest: Rest = {},
): FieldSpec {
  return { key, kind, required: true, computable: false, group, about, source, ...rest };
}

/** Shorthand of the table: an optional field. */
export function optional(...args: Parameters<typeof required>): FieldSpec {
  return { ...required(...args), required: false };
}
