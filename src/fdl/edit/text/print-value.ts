import { isList, isObject, type Json } from '../../../base/index.ts';
import { printLiteral, printScalar, type Quote, type Scalar, type ScalarLook } from './print-scalar.ts';

/** How new text is to look: learnt from what surrounds it. */
export interface Look {
  readonly eol: string;
  /** Blanks by which a nested mapping stands further right than its key. */
  readonly indent: number;
  /** Blanks by which the dash of a list stands further right than its key. */
  readonly dash: number;
  /** What stands between a dash and its item. */
  readonly gap: string;
  readonly quote: Quote;
  /** How keys and texts look that need no quotes: in JSON, and where people quote everything, they have them. */
  readonly keys: ScalarLook;
  readonly texts: ScalarLook;
  /** `{ a: 1 }` rather than `{a: 1}`. */
  readonly padded: boolean;
  /** What stands between a quoted key and its value in braces (`:` in compact JSON), and between items. */
  readonly colon: ':' | ': ';
  readonly comma: ',' | ', ';
  /** Keys whose lists and mappings people write in brackets; with `[]` the items of their lists. */
  readonly inBrackets: ReadonlySet<string>;
  /** Texts of several lines in block style (`|`); not where a comment below would become part of the text. */
  readonly literals: boolean;
}

const isEmpty = (value: Json): boolean =>
  isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
/** True for what takes lines of its own in block style. */
export const isNested = (value: Json): boolean => (isList(value) || isObject(value)) && !isEmpty(value);

export function printKey(key: string, look: Look, inFlow: boolean): string {
  return printScalar(key, look.keys, look.quote, inFlow);
}

function printLeaf(value: Json, look: Look, inFlow: boolean): string {
  if (isList(value)) return '[]';
  if (isObject(value)) return '{}';
  return printScalar(value as Scalar, look.texts, look.quote, inFlow);
}

/** A value on one line, in flow style. */
export function printFlow(value: Json, look: Look): string {
  if (!isNested(value)) return printLeaf(value, look, true);
  if (isList(value)) return `[${value.map((item) => printFlow(item, look)).join(look.comma)}]`;
  const entries = Object.entries(value as object)
    .map(([key, v]) => printFlowKey(key, look) + printFlow(v as Json, look))
    .join(look.comma);
  return look.padded ? `{ ${entries} }` : `{${entries}}`;
}

/** A key in braces with its colon: only behind quotes may the value follow at once. */
export function printFlowKey(key: string, look: Look): string {
  const printed = printKey(key, look, true);
  return printed + (/^["']/.test(printed) ? look.colon : ': ');
}

/** A value in flow style over several lines, as JSON files are usually written; `margin` is the indent of its line. */
export function printFlowLines(value: Json, margin: string, unit: string, look: Look): string {
  if (!isNested(value)) return printLeaf(value, look, true);
  const inner = margin + unit;
  const parts = isList(value)
    ? value.map((item) => printFlowLines(item, inner, unit, look))
    : Object.entries(value as object).map(
        ([key, v]) => printFlowKey(key, look) + printFlowLines(v as Json, inner, unit, look),
      );
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return `${open}${look.eol}${inner}${parts.join(`,${look.eol}${inner}`)}${look.eol}${margin}${close}`;
}

/** Moves lines to the right; empty lines stay empty. */
export const indentLines = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

/**
 * Keys whose values are names of states: words that stay on the line of their key whatever is in them, so that leading
 * somewhere else changes one line.
 */
const nameKeys: ReadonlySet<string> = new Set(['Name', 'Next', 'Default', 'StartAt']);

/** A text as a literal block, where it has several lines, can be written so and is no name of a state. */
export function literalFor(key: string | number | undefined, value: Json): ReturnType<typeof printLiteral> {
  if (typeof value !== 'string' || nameKeys.has(String(key))) return undefined;
  return printLiteral(value);
}

/** What is written in brackets elsewhere is so here, too, as long as it fits on a line. */
const mostInBrackets = 80;

/** `key: value` in block style, from column 0. */
export function entryLines(key: string, value: Json, look: Look): string[] {
  const label = `${printKey(key, look, false)}:`;
  const brackets = inBrackets(key, value, look);
  if (brackets !== undefined) return [`${label} ${brackets}`];
  const literal = look.literals ? literalFor(key, value) : undefined;
  return afterLabel(label, value, isList(value) ? look.dash : look.indent, look, literal, ' ', key);
}

/** `- value` in block style, from column 0. `key` is that of the list. */
export function itemLines(value: Json, look: Look, key?: string): string[] {
  const brackets = key === undefined ? undefined : inBrackets(`${key}[]`, value, look);
  if (brackets !== undefined) return [`-${look.gap}${brackets}`];
  const literal = look.literals ? literalFor(undefined, value) : undefined;
  if (!isNested(value)) return afterLabel('-', value, look.indent, look, literal, look.gap);
  const [first = '', ...rest] = blockLines(value, look);
  return [`-${look.gap}${first}`, ...indentLines(rest, 1 + look.gap.length)];
}

/** A list or mapping in brackets where those of its key are written so; `undefined` elsewhere. */
export function inBrackets(key: string, value: Json, look: Look): string | undefined {
  if (!isNested(value) || !look.inBrackets.has(key)) return undefined;
  const printed = printFlow(value, look);
  return printed.length <= mostInBrackets ? printed : undefined;
}

/** A mapping or list that is not empty, in block style, from column 0. `key` is that of a list. */
export function blockLines(value: Json, look: Look, key?: string): string[] {
  if (isList(value)) return value.flatMap((item) => itemLines(item, look, key));
  return Object.entries(value as object).flatMap(([key, v]) => entryLines(key, v as Json, look));
}

function afterLabel(
  label: string,
  value: Json,
  nested: number,
  look: Look,
  literal: ReturnType<typeof printLiteral>,
  gap = ' ',
  key?: string,
): string[] {
  if (isNested(value)) return [label, ...indentLines(blockLines(value, look, key), nested)];
  if (!literal) return [`${label}${gap}${printLeaf(value, look, false)}`];
  const [header, ...lines] = literal;
  return [`${label}${gap}${header}`, ...indentLines(lines, Math.max(1, look.indent))];
}
