import type { Span } from '../../base/index.ts';
import { tokenize } from '../expression/lexer.ts';
import { parseExpression } from '../expression/parser.ts';
import { pathOf } from '../expression/walk.ts';
import type { ActionParameter } from '../language/actions.ts';
import { contextTree } from '../language/context.ts';
import { knownErrors } from '../language/errors.ts';
import type { FieldSpec } from '../language/field.ts';
import { builtinFunction } from '../language/functions.ts';
import { stateAt } from '../syntax/locate.ts';
import type { Source } from '../syntax/source.ts';
import type { AssistOptions } from './complete.ts';
import { explain } from './complete-value.ts';
import { preview, seenValue } from './known-data.ts';
import { messages } from './messages.ts';
import { placeAt, scalarText } from './place.ts';
import { type Setting, settingOf } from './shape.ts';
import { targetsOf } from './targets.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What is known about the word at an offset. */
export function hover(source: Source, offset: number, options: AssistOptions = {}): Hover | undefined {
  const place = placeAt(source, offset);
  if (!place) return undefined;
  const setting = settingOf(place);
  if (place.role === 'key') return said(place.word, keyText(setting));
  if (setting.shape.kind === 'expression') return expressionHover(source, setting, offset, options);
  return said(place.word, valueText(source, setting));
}

const paragraphs = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined && line !== '').join('\n\n');

function said(span: Span, markdown: string | undefined): Hover | undefined {
  return markdown === undefined ? undefined : { span, markdown };
}

function keyText({ place, shape }: Setting): string | undefined {
  const key = place.text.endsWith('.$') ? place.text.slice(0, -2) : place.text;
  if (shape.kind === 'fields') return fieldText(shape.fields.find((field) => field.key === key));
  return shape.kind === 'parameters' ? parameterText(shape.parameters.find((known) => known.key === key)) : undefined;
}

function fieldText(field: FieldSpec | undefined): string | undefined {
  if (!field) return undefined;
  const lines = [`**${field.key}** (${field.required ? messages.required : messages.optional})`, field.about];
  if (field.options) lines.push(messages.oneOf(field.options));
  if (field.range) lines.push(messages.range(field.range.least, field.range.most));
  if (field.computable) lines.push(messages.mayBeComputed(field.key));
  return paragraphs(...lines, messages.source(field.source));
}

function parameterText(parameter: ActionParameter | undefined): string | undefined {
  if (!parameter) return undefined;
  const { key, required, about, options } = parameter;
  const lines = [`**${key}** (${required ? messages.required : messages.optional})`, about];
  return paragraphs(...lines, options && messages.oneOf(options));
}

function valueText(source: Source, setting: Setting): string | undefined {
  const { place, shape } = setting;
  if (shape.kind === 'error-name') {
    const known = knownErrors.find(({ code }) => code === place.text);
    return known && paragraphs(known.about, known.inventedHere ? messages.inventedHere : undefined);
  }
  if (shape.kind !== 'field') return undefined;
  const { field } = shape;
  if (field.kind === 'state-name') {
    const target = targetsOf(source, setting).find(({ name }) => name === scalarText(place));
    return (
      target &&
      paragraphs(`${target.type} **${escapeMarkdown(target.name)}**`.trim(), escapeMarkdown(target.description ?? ''))
    );
  }
  return field.options?.includes(place.text) ? explain(field, place.text) : undefined;
}

/** Text of a flow is shown as text: nothing in it may turn into a link or a picture. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|&~]/g, '\\$&');

function expressionHover(source: Source, setting: Setting, offset: number, options: AssistOptions): Hover | undefined {
  const { text, word, caret } = setting.place;
  const token = tokenize(text).find(({ from, to }) => from <= caret && caret < to);
  if (!token || (token.kind !== 'name' && token.kind !== 'root')) return undefined;
  const span = { from: word.from + token.from, to: word.from + token.to };
  const called = /^\s*\(/.test(text.slice(token.to)) ? builtinFunction(token.text) : undefined;
  if (called) {
    const call = `\`${called.name}(${called.parameters.join(', ')})\` → ${called.result}`;
    return said(span, paragraphs(call, called.about, called.note));
  }
  return pathHover(source, text.slice(0, token.to), span, offset, options);
}

const pathAtEnd = /\$\p{L}[\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*|\[(?:\d+|"[^"]*"|'[^']*')\])*$/u;

function pathHover(
  source: Source,
  before: string,
  span: Span,
  offset: number,
  options: AssistOptions,
): Hover | undefined {
  const written = pathAtEnd.exec(before.slice(-400))?.[0];
  const path = written === undefined ? undefined : pathOf(parseExpression(written));
  if (written === undefined || !path) return undefined;
  const state = stateAt(source, offset);
  const value = seenValue((state && options.dataPaths?.(state)) ?? null, path.root, path.keys);
  const about = path.keys.length === 0 ? messages.roots[path.root] : contextText(path.root, path.keys);
  const lastRun = value === undefined ? undefined : messages.lastRun(preview(value).replaceAll('`', '’'));
  const markdown = paragraphs(about, lastRun);
  return markdown === '' ? undefined : { span: { from: span.to - written.length, to: span.to }, markdown };
}

function contextText(root: string, keys: readonly (string | number)[]): string | undefined {
  return root === '$Context' ? contextTree.find(({ path }) => path === keys.join('.'))?.about : undefined;
}
