import type { Span } from '../../base/index.ts';
import type { Expression, Template, TemplateEntry, WrittenExpression } from '../expression/ast.ts';
import { parseExpression } from '../expression/parser.ts';
import type { Written, WrittenMap, WrittenScalar } from '../written.ts';
import { readMessages } from './messages.ts';
import { entryOf, jsonOf } from './written-values.ts';

/** An expression that is parsed when somebody asks for its `root`: opening a large file needs few of them. */
class UnparsedExpression implements WrittenExpression {
  readonly text: string;
  readonly span: Span;
  readonly textAt: number;
  readonly escaped: boolean;
  #root: Expression | undefined;

  constructor(text: string, span: Span, textAt: number, escaped: boolean) {
    this.text = text;
    this.span = span;
    this.textAt = textAt;
    this.escaped = escaped;
  }

  get root(): Expression {
    return (this.#root ??= parseExpression(this.text));
  }
}

/** A scalar as an expression. */
export function readExpression(scalar: WrittenScalar): WrittenExpression {
  const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
  const { span, style } = scalar;
  const quotes = style === 'single' || style === 'double' ? 1 : 0;
  const escaped = scalar.alias !== undefined || span.to - span.from !== text.length + 2 * quotes;
  return new UnparsedExpression(text, span, quotes, escaped);
}

/** What stands under a `.$` key, or where an expression is expected. Anything but text gives a broken expression. */
export function expressionOf(written: Written): WrittenExpression {
  if (written.kind === 'scalar' && typeof written.value === 'string') return readExpression(written);
  const { span } = written;
  const message = readMessages.notAnExpression;
  return { text: '', span, textAt: 0, escaped: true, root: { kind: 'broken', message, span: { from: 0, to: 0 } } };
}

/** A value in which `key.$` entries are expressions (reference section 5.2). Without any it is one literal. */
export function readTemplate(written: Written): Template {
  if (!isComputed(written)) return { kind: 'literal', value: jsonOf(written), span: written.span };
  const { span } = written;
  if (written.kind === 'list') return { kind: 'list', items: written.items.map(readTemplate), span };
  if (written.kind === 'map') return { kind: 'object', entries: written.entries.map(readEntry), span };
  return { kind: 'literal', value: written.value, span };
}

function readEntry({ key, keySpan, value }: WrittenMap['entries'][number]): TemplateEntry {
  if (!isComputedKey(key)) return { key, keySpan, value: readTemplate(value) };
  return {
    key: key.slice(0, -2),
    keySpan,
    value: { kind: 'computed', expression: expressionOf(value), span: value.span },
  };
}

export const isComputedKey = (key: string): boolean => key.endsWith('.$');

function isComputed(written: Written): boolean {
  if (written.kind === 'scalar') return false;
  if (written.kind === 'list') return written.items.some(isComputed);
  return written.entries.some(({ key, value }) => isComputedKey(key) || isComputed(value));
}

/** A field that may be literal (`Timeout`) or computed (`Timeout.$`). */
export function readField(map: WrittenMap, key: string): Template | undefined {
  const computed = entryOf(map, `${key}.$`)?.value;
  if (computed) return { kind: 'computed', expression: expressionOf(computed), span: computed.span };
  const literal = entryOf(map, key)?.value;
  return literal ? readTemplate(literal) : undefined;
}
