import type { YAMLError } from 'yaml';
import { span } from '../../base/index.ts';
import { readMessages as say } from './messages.ts';
import type { ReadProblem } from './reading.ts';

/** `Condition:$Input.a` on a line: the key that was meant and the offset after its colon. */
const colonWithoutBlank = /(?:^|\n)[ \t]*(?:- +)*([A-Za-z][A-Za-z.$]*):(?=[^\s:])/y;

/** Says in plain words what the YAML library found, with a fix where there is an obvious one. */
export function yamlProblem(error: YAMLError, text: string): ReadProblem {
  const from = Math.min(error.pos[0], text.length);
  const to = Math.min(Math.max(error.pos[1], from), text.length);
  const message = wording(error, text, from, to);
  if (error.code === 'TAB_AS_INDENT') {
    const fix = { title: say.replaceTab, replace: span(from, to), insert: '  ' };
    return { message, span: span(from, to), fixes: [fix] };
  }
  const missing = missingBlank(text, from);
  if (missing) {
    const fix = { title: say.insertBlank, replace: span(missing.at, missing.at), insert: ' ' };
    return {
      message: say.colonWithoutBlank(missing.key),
      span: span(missing.at - missing.key.length - 1, missing.at),
      fixes: [fix],
    };
  }
  return { message, span: span(from, to), fixes: [] };
}

/** Looks at the line of the problem and the one before it for `Key:value`. */
export function missingBlank(text: string, offset: number): { key: string; at: number } | undefined {
  const line = text.lastIndexOf('\n', offset - 1);
  for (const start of [line, text.lastIndexOf('\n', line - 1)]) {
    colonWithoutBlank.lastIndex = Math.max(start, 0);
    const found = colonWithoutBlank.exec(text);
    const key = found?.[1];
    if (key !== undefined && !/^(?:https?|acs|ftp)$/.test(key)) return { key, at: colonWithoutBlank.lastIndex };
  }
  return undefined;
}

function wording(error: YAMLError, text: string, from: number, to: number): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return say.tab;
    case 'BAD_SCALAR_START':
      return say.reservedStart(text.charAt(from));
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return say.nestedMapping;
    case 'MULTILINE_IMPLICIT_KEY':
      return say.keyWithoutColon(text.slice(from, to).split(/\r?\n/, 1)[0] ?? '');
    case 'MISSING_CHAR':
      return missingCharacter(error.message, text.slice(from, to));
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? say.unclosedFlow : say.badIndent;
    case 'BAD_ALIAS':
      return say.badAlias;
    case 'BAD_DQ_ESCAPE':
      return say.badEscape;
    case 'MULTIPLE_DOCS':
      return say.severalDocuments;
    default:
      return say.unexpected(error.message.replace(/\.$/, ''));
  }
}

function missingCharacter(detail: string, at: string): string {
  if (detail.includes('quote')) return say.missingQuote;
  if (detail.includes(',')) return say.missingComma;
  if (detail.includes('block scalar')) return say.blockScalarHeader;
  if (/\bflow\b|[\]}]/.test(detail)) return say.unclosedFlow;
  return say.keyWithoutColon(at.split(/\r?\n/, 1)[0] ?? '');
}
