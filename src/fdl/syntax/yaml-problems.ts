import type { YAMLError } from 'yaml';
import { lineStartAt, span } from '../../base/index.ts';
import { readMessages as say } from './messages.ts';
import type { ReadProblem } from './reading.ts';

/** `Condition:$Input.a` on a line: the key that was meant and the offset after its colon. */
const colonWithoutBlank = /(?:^|\n)[ \t]*(?:- +)*([A-Za-z][A-Za-z.$]*):(?=[^\s:])/y;

/** What the YAML library found first, in plain words: one slip upsets everything behind it. */
export function yamlProblem(errors: readonly YAMLError[], text: string): ReadProblem | undefined {
  const [error] = errors;
  if (!error) return undefined;
  return tabProblem(text, lineStartAt(text, error.pos[0])) ?? inPlainWords(error, text);
}

const tabInIndent = /[ ]*(\t[ \t]*)(?=[^\s#])/y;

/** A tab in the indentation of a line that cannot be read: that is why. */
function tabProblem(text: string, line: number): ReadProblem | undefined {
  tabInIndent.lastIndex = line;
  const found = tabInIndent.exec(text)?.[1];
  if (found === undefined) return undefined;
  const at = span(tabInIndent.lastIndex - found.length, tabInIndent.lastIndex);
  const insert = found.replaceAll('\t', '  ');
  return { message: say.tab, span: at, fixes: [{ title: say.replaceTab, replace: at, insert }] };
}

/** Says in plain words what the YAML library found, with a fix where there is an obvious one. */
function inPlainWords(error: YAMLError, text: string): ReadProblem {
  const from = Math.min(error.pos[0], text.length);
  const to = Math.min(Math.max(error.pos[1], from), text.length);
  const missing = missingBlank(text, from);
  if (missing) return blankProblem(missing);
  const bare = bareExpression(error, text, from);
  if (bare) return bare;
  const message = wording(error, text, from, to);
  const opening = message === say.missingQuote ? openQuote(text, from) : undefined;
  const opened = message === say.unclosedFlow ? openBracket(text, from) : opening;
  if (opened !== undefined) return { message, span: span(opened, lineEnd(text, opened)), fixes: [] };
  if (error.code !== 'TAB_AS_INDENT') return { message, span: span(from, to), fixes: [] };
  const fix = { title: say.replaceTab, replace: span(from, to), insert: '  ' };
  return { message, span: span(from, to), fixes: [fix] };
}

/** A line that holds an expression and nothing else, outside of brackets. */
const expressionLine = /^[ \t]*(?:- +)*([^\s:"'{[,]*(?:\.\$|Condition|ItemsPath)):[ \t]+(\S.*)$/d;
/** What YAML takes for something else than the beginning of plain text, or for the end of it (reference 6.5). */
const readAsYaml = /^(?:["'[{|>&]|[-?] )|: /;

/** `Condition: "a" == $Input.b` and its like: the quotes around the whole are missing. */
function bareExpression(error: YAMLError, text: string, offset: number): ReadProblem | undefined {
  if (error.code !== 'UNEXPECTED_TOKEN' && error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const start = lineStartAt(text, offset);
  const found = expressionLine.exec(text.slice(start, lineEnd(text, start)).trimEnd());
  const [, key, value] = found ?? [];
  const place = found?.indices?.[2];
  if (key === undefined || value === undefined || !place || !readAsYaml.test(value)) return undefined;
  const at = span(start + place[0], start + place[1]);
  const fix = { title: say.quoteIt, replace: at, insert: `'${value.replaceAll("'", "''")}'` };
  return { message: say.quoteExpression(key), span: at, fixes: [fix] };
}

/** `Key:value` without the blank that YAML needs. */
export function blankProblem({ key, at }: { readonly key: string; readonly at: number }): ReadProblem {
  const fix = { title: say.insertBlank, replace: span(at, at), insert: ' ' };
  return { message: say.colonWithoutBlank(key), span: span(at - key.length - 1, at), fixes: [fix] };
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
      // A key over several lines that begins with a quote is one that lacks the closing quote of its line.
      if (/["']/.test(text.charAt(from))) return say.missingQuote;
      return say.keyWithoutColon(text.slice(from, to).split(/\r?\n/, 1)[0] ?? '');
    case 'MISSING_CHAR':
      return missingCharacter(error.message, text.slice(from, to));
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? say.unclosedFlow : say.badIndent;
    case 'BAD_ALIAS':
      return say.badAlias;
    case 'BAD_DQ_ESCAPE':
      return say.badEscape;
    case 'RESOURCE_EXHAUSTION':
      return say.tooDeep(1000);
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

/** A quote that is still open at the end of its line. */
const unclosedQuote = /(?:[:,[{?-][ \t]+|[[{,]|^[ \t]*)(?:"(?:[^"\\]|\\.)*|'[^']*)$/;

/** Where the last quote before an offset begins that its line does not close: that is what swallowed the rest. */
function openQuote(text: string, before: number): number | undefined {
  return lastLine(text, before, (line) => {
    const found = unclosedQuote.exec(line);
    return found ? found.index + found[0].search(/["']/) : undefined;
  });
}

function openBracket(text: string, before: number): number | undefined {
  return lastLine(text, before, (line) => {
    const open: number[] = [];
    const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length)).replace(/ #.*$/, '');
    for (const { 0: bracket, index } of bare.matchAll(/[[\]{}]/g)) {
      if (bracket === '[' || bracket === '{') open.push(index);
      else open.pop();
    }
    return open[0];
  });
}

/** Looks for a place in the lines before an offset, the last one first. */
function lastLine(text: string, before: number, find: (line: string) => number | undefined): number | undefined {
  let end = lineEnd(text, Math.min(before, text.length));
  for (;;) {
    const from = lineStartAt(text, end);
    const found = find(text.slice(from, end).replace(/\r$/, ''));
    if (found !== undefined) return from + found;
    if (from === 0) return undefined;
    end = from - 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const at = end < 0 ? text.length : end;
  return at > from && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
}
