import { type Changes, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { eolAt, isFirstOnLine, lineStart, marginAt } from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { indentLines, itemLines, type Look, printFlow } from '../text/print-value.ts';
import { childrenOf, isCollection, type Slot } from '../tree.ts';
import { blankLinesBetween, type Chunk, itemChunk } from './chunks.ts';
import { insertInFlow, isBare } from './insert-entry.ts';
import type { ItemText } from './item-text.ts';
import { printLikeSiblings, replaceValue } from './replace-value.ts';

/** Puts an item into a list, in the style of the items beside it; `text` carries it over with comments and quotes. */
export function insertItem(
  source: Source,
  list: Slot,
  index: number,
  value: Json,
  text: ItemText | undefined,
): Changes | undefined {
  if (list.written.kind !== 'list') return undefined;
  if (list.written.style === 'flow') {
    if (isBare(source, list)) return replaceValue(source, list, [value]);
    return insertInFlow(source, list, index, (look) => flowItem(source, list, value, text, look));
  }
  const children = childrenOf(source, list);
  const beside = itemChunk(source, list, children, Math.max(0, index - 1));
  if (!beside) return undefined;
  const place = index > 0 ? beside.to : beside.from;
  const look = { ...lookAt(source, beside.slot), eol: eolAt(source.text, place, lineEndOf(source.text)) };
  const lines = text?.style === 'block' ? text.lines : linesLike(source, beside, value, look);
  const blanks = blankLinesBetween(source, list, children, index);
  return makeChanges([insertion(source, beside, index > 0, lines, blanks, look)]);
}

/** An item that comes from brackets keeps its text, the lines of it under those of its new neighbours. */
function flowItem(source: Source, list: Slot, value: Json, text: ItemText | undefined, look: Look): string {
  const first = childrenOf(source, list)[0];
  const fits = text?.lines.length === 1 || (text?.ownLine === true && first && isFirstOnLine(source.text, first.from));
  if (text?.style !== 'flow' || !first || !fits) return printLikeSiblings(source, list, value, look);
  const margin = marginAt(source.text, first.from);
  return text.lines.map((line, i) => (i === 0 || line === '' ? line : margin + line)).join(look.eol);
}

/** An item in braces beside others in braces, else in block style with the gap the neighbour has. */
function linesLike(source: Source, beside: Chunk, value: Json, look: Look): readonly string[] {
  const { written, from } = beside.slot;
  const gap = /^ +/.exec(source.text.slice(beside.head + 1, from))?.[0] ?? look.gap;
  const inBraces = isCollection(written) && written.style === 'flow' && written.alias === undefined;
  const own = { ...look, gap };
  return inBraces && isCollectionValue(value) ? [`-${gap}${printFlow(value, own)}`] : itemLines(value, own);
}

const isCollectionValue = (value: Json): boolean => typeof value === 'object' && value !== null;

/** Behind an item or, for the first position, in front of it and its comment. */
function insertion(
  source: Source,
  beside: Chunk,
  behind: boolean,
  lines: readonly string[],
  blanks: number,
  look: Look,
): TextChange {
  const { text } = source;
  const { column, from: at, to } = beside;
  const printed = indentLines(lines, column).join(look.eol);
  const space = look.eol.repeat(blanks);
  if (behind) return { from: to, to, insert: look.eol + space + printed };
  if (isFirstOnLine(text, at)) {
    const start = lineStart(text, at);
    return { from: start, to: start, insert: printed + look.eol + space };
  }
  return { from: at, to: at, insert: printed.trimStart() + look.eol + space + ' '.repeat(column) };
}
