/** What is wrong with items in brackets, in plain words. */
import { lineStartAt, span } from '../../base/index.ts';
import { contentLine } from './lines.ts';
import { readMessages as say } from './messages.ts';
import type { ReadProblem } from './reading.ts';
import { endless } from './slips.ts';

/** Why the text of one item cannot be read. One slip upsets everything behind it: only the first reason is given. */
export const explainBraces = (text: string, found: readonly ReadProblem[]): readonly ReadProblem[] =>
  found.length > 0 ? found.slice(0, 1) : [endless(text)];

/** A line of an item that stands left of its brackets, or no comma behind the item. Places are those of the text. */
export function slipBetween(text: string, from: number, to: number, indent: number): ReadProblem {
  const outdented = outdentedLine(text, from, to, indent);
  if (outdented !== undefined) return { message: say.outdented, span: span(outdented, outdented + 1), fixes: [] };
  const end = from + text.slice(from, to).trimEnd().length;
  const fix = { title: say.insertComma, replace: span(end, end), insert: ',' };
  return { message: say.missingComma, span: span(end - 1, end), fixes: [fix] };
}

function outdentedLine(text: string, from: number, to: number, indent: number): number | undefined {
  for (let line = contentLine(text, lineStartAt(text, from)); line && line.at <= to;) {
    if (line.at - line.from < indent) return line.at;
    line = contentLine(text, line.next);
  }
  return undefined;
}
