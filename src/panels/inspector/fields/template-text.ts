/**
 * A template between document and form: shown as YAML, written back as the few fields that really differ, so that
 * comments and formatting of the rest stay.
 */
import { parseDocument, stringify } from 'yaml';
import { deepEqual, failure, isList, isObject, type Json, ok, type Result } from '../../../base/index.ts';
import type { FieldPath, FlowEdit, State } from '../../../fdl/index.ts';
import { messages } from '../../messages.ts';
import { clearField, setField } from '../form-edit.ts';

/** YAML for people: no line is folded, nothing is abbreviated. */
export function showTemplate(value: Json | undefined): string {
  if (value === undefined) return '';
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).replace(/\n$/, '');
}

/** Reads what was typed: JSON is YAML too. Aliases are refused, they would mean something else in the document. */
export function readTemplateText(text: string): Result<Json, string> {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) return failure(messages.inspector.notYaml(error.message));
  if (/(^|[\s[{,:-])[*&][^\s,\]}]/.test(text) && hasAlias(document)) return failure(messages.inspector.noAlias);
  return ok(plain(document.toJS({ maxAliasCount: 0 }) as Json));
}
function hasAlias(document: ReturnType<typeof parseDocument>): boolean {
  try {
    document.toJS({ maxAliasCount: 0 });
    return false;
  } catch {
    return true;
  }
}
/** JSON knows no NaN, infinity or `undefined`. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/** The smallest set of field edits that turns one value into the other. */
export function templateEdits(
  state: State,
  path: FieldPath,
  before: Json | undefined,
  after: Json,
): readonly FlowEdit[] {
  if (before !== undefined && deepEqual(before, after)) return [];
  if (isObject(before) && isObject(after) && Object.keys(after).length > 0 && Object.keys(before).length > 0) {
    const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
    const changes = Object.keys(after).flatMap((key) => {
      const value = after[key] ?? null;
      return templateEdits(state, [...path, key], Object.hasOwn(before, key) ? before[key] : undefined, value);
    });
    return [...changes, ...gone.map((key) => clearField(state, [...path, key]))];
  }
  if (isList(before) && isList(after) && before.length === after.length) {
    return after.flatMap((value, i) => templateEdits(state, [...path, i], before[i], value));
  }
  return [setField(state, path, after)];
}
