import { failure, type Json, ok, parseJson, type Result } from '../../../base/index.ts';
import { jsonOf, type Written } from '../../../fdl/index.ts';
import { messages } from '../../messages.ts';

export type ValueKind = 'text' | 'integer' | 'number' | 'choice' | 'expression' | 'any';

interface Rule {
  readonly key: string;
  readonly kind: ValueKind;
  readonly asText?: boolean;
  readonly range?: { readonly least: number; readonly most: number } | undefined;
}

/** A written value as a person reads it: texts without quotes, everything else as JSON. */
export function showValue(written: Written | undefined): string {
  if (!written) return '';
  if (written.kind === 'scalar' && written.value !== null) {
    return typeof written.value === 'string' ? written.value : (written.source ?? String(written.value));
  }
  const value = jsonOf(written);
  return value === null ? '' : JSON.stringify(value);
}

/** What was typed as a value of the field, or why it is none. */
export function readValue(text: string, rule: Rule, before: Written | undefined): Result<Json, string> {
  if (rule.kind === 'integer' || rule.kind === 'number') return readNumber(text.trim(), rule, before);
  return ok(rule.kind === 'any' ? readAny(text, before) : text);
}

function readNumber(text: string, rule: Rule, before: Written | undefined): Result<Json, string> {
  const value = Number(text);
  const { key, range } = rule;
  if (!Number.isFinite(value)) return failure(messages.inspector.notNumber(key));
  if (rule.kind === 'integer' && !Number.isInteger(value)) return failure(messages.inspector.notInteger(key));
  if (range && (value < range.least || value > range.most)) {
    return failure(messages.inspector.outOfRange(key, range.least, range.most));
  }
  const keepText = rule.asText === true && before?.kind === 'scalar' && typeof before.value === 'string';
  return ok(keepText ? text : value);
}

/** A value whose type nobody prescribes: what was no text stays none as long as it reads as JSON. */
function readAny(text: string, before: Written | undefined): Json {
  if (before === undefined || (before.kind === 'scalar' && typeof before.value === 'string')) return text;
  return parseJson(text) ?? text;
}
