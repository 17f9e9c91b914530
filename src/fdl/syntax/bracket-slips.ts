/** What is wrong with items in brackets, in plain words. */
import { lineStartAt, span } from '../../base/index.ts';
import { closeBrace, closeBracket, colon, comma } from './bracket-characters.ts';
import { BracketScan, filled, keyed } from './bracket-scan.ts';
import { contentLine } from './lines.ts';
import { readMessages as say } from './messages.ts';
import type { ReadProblem } from './reading.ts';
import { endless } from './slips.ts';

/**
 * Why the text of one item cannot be read: where its brackets, commas and quotes do not add up, or else what the YAML
 * library found. One slip upsets everything behind it, so that the first reason is the only one given.
 */
export function explainBraces(text: string, found: readonly ReadProblem[]): readonly ReadProblem[] {
  const scan = new BracketScan(text, 0, { indent: 0, column: undefined });
  const slip = scan.item(0) === 'closed' ? behindItem(scan) : slipAt(text, scan);
  if (slip) return [slip];
  return found.length > 0 ? found.slice(0, 1) : [endless(text)];
}

/** More than one comma behind it. */
function behindItem(scan: BracketScan): ReadProblem | undefined {
  if (scan.skip() !== comma) return undefined;
  scan.at += 1;
  const code = scan.skip();
  if (code === comma) return problem(say.tooManyCommas, scan.at, scan.at + 1);
  return code === closeBrace ? problem(say.tooManyBrackets, scan.at, scan.at + 1) : undefined;
}

/** What is wrong where a scan has stopped. */
function slipAt(text: string, scan: BracketScan): ReadProblem | undefined {
  const { at, end, depth } = scan;
  const { openAt, isMap, stage, keyAt, tokenAt } = scan.halt();
  const code = text.charCodeAt(at);
  const token = text.slice(tokenAt, end);
  if (scan.unclosed) return problem(say.missingQuote, at, lineEndAt(text, at));
  if (/^["'][^]*\n/.test(token)) return problem(say.missingQuote, tokenAt, lineEndAt(text, tokenAt));
  if (Number.isNaN(code)) return depth > 1 ? problem(say.bracketNotClosed, openAt, openAt + 1) : undefined;
  if (code === closeBrace || code === closeBracket) {
    return depth > 1 ? problem(say.bracketNotClosed, openAt, openAt + 1) : problem(say.tooManyBrackets, at, at + 1);
  }
  if (code === comma) return problem(say.tooManyCommas, at, at + 1);
  if (code === colon) return stage === filled ? runTogether(text, keyAt, tokenAt, end) : undefined;
  if (isMap && stage === keyed) return problem(say.keyWithoutColon(bare(token)), tokenAt, end);
  return stage === keyed || stage === filled ? commaMissing(end) : undefined;
}

/** A colon behind a value: the value has swallowed the next key, or is that key. */
function runTogether(text: string, keyAt: number, valueAt: number, end: number): ReadProblem | undefined {
  const lines = text.slice(valueAt, end).indexOf('\n');
  if (lines >= 0) return commaMissing(valueAt + text.slice(valueAt, valueAt + lines).trimEnd().length);
  if (!text.slice(keyAt, valueAt).includes('\n')) return undefined;
  const key = /^[^\n:]*/.exec(text.slice(keyAt, valueAt))?.[0].trimEnd() ?? '';
  return problem(say.valueMissing(`"${bare(key)}"`), keyAt, keyAt + key.length);
}

const bare = (token: string): string => token.replace(/^(["'])(.*)\1$/, '$2');

const problem = (message: string, from: number, to: number): ReadProblem => ({
  message,
  span: span(from, to),
  fixes: [],
});

function commaMissing(end: number): ReadProblem {
  const fix = { title: say.insertComma, replace: span(end, end), insert: ',' };
  return { message: say.missingComma, span: span(Math.max(end - 1, 0), end), fixes: [fix] };
}

function lineEndAt(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return from + text.slice(from, end < 0 ? text.length : end).trimEnd().length;
}

/** A line of an item that stands left of its brackets, or no comma behind the item. Places are those of the text. */
export function slipBetween(text: string, from: number, to: number, indent: number): ReadProblem {
  const outdented = outdentedLine(text, from, to, indent);
  if (outdented !== undefined) return { message: say.outdented, span: span(outdented, outdented + 1), fixes: [] };
  const end = from + text.slice(from, to).trimEnd().length;
  return commaMissing(end);
}

function outdentedLine(text: string, from: number, to: number, indent: number): number | undefined {
  for (let line = contentLine(text, lineStartAt(text, from)); line && line.at <= to;) {
    if (line.at - line.from < indent) return line.at;
    line = contentLine(text, line.next);
  }
  return undefined;
}
