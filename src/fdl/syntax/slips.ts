import { lineStartAt, span } from '../../base/index.ts';
import { contentLine, isDash, type Line, lineText } from './lines.ts';
import { readMessages as say } from './messages.ts';
import type { Written } from '../written.ts';
import type { ReadProblem } from './reading.ts';
import { blankProblem, missingBlank } from './yaml-problems.ts';

/**
 * Why the text of one state cannot be read: what can be seen from its lines, or else what the YAML library found. One
 * slip upsets everything behind it, so that the first reason is the only one given.
 */
export function explain(text: string, found: readonly ReadProblem[]): readonly ReadProblem[] {
  const first = contentLine(text, 0);
  const slip = first && (undashed(text, first) ?? strayLine(text, first));
  if (slip && (found[0] === undefined || lineOf(text, slip) <= lineOf(text, found[0]))) return [slip];
  return found.length > 0 ? found : [endless(text)];
}

/** Of an item that is read well and is yet no state: a dash alone, or one word of a key. */
export function begunProblem(text: string, item: Written): ReadProblem | undefined {
  if (item.kind !== 'scalar' || item.style !== 'plain' || item.alias !== undefined) return undefined;
  if (item.value === null && item.source === '') {
    const dash = contentLine(text, 0)?.at ?? 0;
    return { message: say.dashAlone, span: span(dash, dash + 1), fixes: [] };
  }
  const missing = missingBlank(text, item.span.to);
  if (missing) return blankProblem(missing);
  const word = text.slice(item.span.from, item.span.to);
  return /^[A-Za-z][\w.$-]*$/.test(word)
    ? { message: say.keyWithoutColon(word), span: item.span, fixes: [] }
    : undefined;
}

const lineOf = (text: string, { span: at }: ReadProblem): number => lineStartAt(text, at.from);

/** The dash of the state is missing altogether. */
function undashed(text: string, first: Line): ReadProblem | undefined {
  if (isDash(text, first.at) || text.charCodeAt(first.at) === 9) return undefined;
  const keys = contentLine(text, first.next) ?? first;
  const insert = `${' '.repeat(Math.max(keys.at - keys.from - 2, 0))}- `;
  const fix = { title: say.insertDash, replace: span(first.from, first.at), insert };
  return { message: say.missingDash, span: lineSpan(text, first), fixes: [fix] };
}

/** The first line that stands left of the keys the state began with. */
function strayLine(text: string, first: Line): ReadProblem | undefined {
  const keys = keyColumn(text, first);
  if (keys === undefined) return undefined;
  for (let line = contentLine(text, first.next); line; line = contentLine(text, line.next)) {
    if (line.at - line.from >= keys || text.charCodeAt(line.at) === 9) continue;
    const fix = { title: say.indentLikeKeys, replace: span(line.from, line.at), insert: ' '.repeat(keys) };
    return { message: say.strayLine, span: lineSpan(text, line), fixes: [fix] };
  }
  return undefined;
}

/** The column of what follows the dash; where nothing does, of the next line. */
function keyColumn(text: string, first: Line): number | undefined {
  let at = first.at + 1;
  while (text.charCodeAt(at) === 32) at += 1;
  if (/[^\r\n#]/.test(text.charAt(at))) return /[{[]/.test(text.charAt(at)) ? undefined : at - first.from;
  const next = contentLine(text, first.next);
  return next && next.at - next.from;
}

const lineSpan = (text: string, line: Line) => span(line.at, line.from + lineText(text, line).trimEnd().length);

/** For text of which nothing more can be said. */
export function endless(text: string): ReadProblem {
  const from = Math.max(text.search(/\S/), 0);
  return { message: say.itemGoesOn, span: span(from, text.trimEnd().length), fixes: [] };
}
