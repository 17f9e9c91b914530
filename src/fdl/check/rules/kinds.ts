import { assertNever } from '../../../base/index.ts';
import type { Fix } from '../../diagnostic.ts';
import type { FieldSpec } from '../../language/field.ts';
import type { Written, WrittenEntry, WrittenScalar } from '../../written.ts';
import { checkMessages as say } from '../messages.ts';
import type { Report } from '../rule.ts';

/** Attributes whose whole value has a rule of its own. */
const ownRule = new Set(['Type', 'TaskMode', 'Timeout', 'Seconds', 'Action', 'Retry', 'Catch', 'Errors', 'Condition']);
/** Attributes that are reported as missing when they are empty. */
const ownAbsence = new Set([
  'Name',
  'Default',
  'Branches',
  'ItemsPath',
  'Processor',
  'StartAt',
  'States',
  'Next',
  'End',
]);

/** C10: the YAML type of an attribute's value. */
export function checkKind(entry: WrittenEntry, field: FieldSpec, report: Report): void {
  if (ownRule.has(field.key)) return;
  const { value } = entry;
  if (value.kind === 'scalar' && value.value === null) {
    if (!ownAbsence.has(field.key) && !field.required) report('C10', entry.keySpan, say.emptyValue(field.key));
    return;
  }
  const wanted = wantedKind(field, value);
  if (wanted === undefined) return;
  report('C10', value.span, say.wrongType(field.key, wanted, givenKind(value)), { fixes: fixesFor(field, value) });
}

/** What is wanted instead; `undefined` when the value is fine. */
function wantedKind({ kind, key }: FieldSpec, value: Written): string | undefined {
  const type = value.kind === 'scalar' ? typeof value.value : value.kind;
  switch (kind) {
    case 'text':
    case 'choice':
      return type === 'string' ? undefined : say.aText;
    case 'state-name':
      return type === 'string' ? undefined : say.aName;
    case 'expression':
      return type === 'string' ? undefined : say.anExpression;
    case 'flag':
      return type === 'boolean' ? undefined : say.aFlag;
    case 'number':
      return type === 'number' ? undefined : say.aNumber;
    case 'integer':
      return isWhole(value) || (key === 'MaxItems' && type === 'map') ? undefined : say.aWholeNumber;
    case 'template':
    case 'object':
    case 'scope':
      return type === 'map' ? undefined : say.aMapping;
    case 'scopes':
    case 'states':
    case 'branches':
    case 'errors':
    case 'retry':
    case 'catch':
      return type === 'list' ? undefined : say.aList;
    default:
      return assertNever(kind);
  }
}

export function isWhole(value: Written | undefined): value is WrittenScalar & { readonly value: number } {
  return value?.kind === 'scalar' && typeof value.value === 'number' && Number.isInteger(value.value);
}

function givenKind(value: Written): string {
  if (value.kind !== 'scalar') return say.given[value.kind];
  if (value.value === null) return say.given.null;
  if (typeof value.value === 'string') return say.given.text;
  if (typeof value.value === 'boolean') return say.given.flag;
  return Number.isInteger(value.value) ? say.given.number : String(value.value);
}

const truths: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  no: 'false',
  off: 'false',
};

function fixesFor({ kind }: FieldSpec, value: Written): readonly Fix[] {
  if (value.kind !== 'scalar' || value.alias !== undefined) return [];
  if ((kind === 'text' || kind === 'state-name') && value.source !== undefined) {
    return [{ title: say.fixQuote, replace: value.span, insert: `'${value.source}'` }];
  }
  const truth = kind === 'flag' && typeof value.value === 'string' ? truths[value.value.toLowerCase()] : undefined;
  return truth === undefined ? [] : [{ title: say.fixSpelling(truth), replace: value.span, insert: truth }];
}
