import { type Changes, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import type { NewItem } from '../json-ops.ts';
import { eolAt, isFirstOnLine, lineStart, marginAt } from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { indentLines, itemLines, type Look, printFlow } from '../text/print-value.ts';
import { childrenOf, isCollection, type Slot } from '../tree.ts';
import { blankLinesBetween, type Chunk, itemChunk } from './chunks.ts';
import { insertInFlow, isBare } from './insert-entry.ts';
import { printLikeSiblings, replaceValue } from './replace-value.ts';

/** Puts items into a list, in the style of the items beside them. */
export function insertItems(source: Source, list: Slot, index: number, items: readonly NewItem[]): Changes | undefined {
  if (list.written.kind !== 'list' || items.length === 0) return undefined;
  if (list.written.style === 'flow') {
    if (isBare(source, list))
      return replaceValue(
        source,
        list,
        items.map(({ value }) => value),
      );
    return insertInFlow(source, list, index, (look) => items.map((item) => flowItem(source, list, item, look)));
  }
  const children = childrenOf(source, list);
  const beside = itemChunk(source, list, children, Math.max(0, index - 1));
  if (!beside) return undefined;
  const place = index > 0 ? beside.to : beside.from;
  const look = { ...lookAt(source, beside.slot), eol: eolAt(source.text, place, lineEndOf(source.text)) };
  const space = look.eol.repeat(1 + blankLinesBetween(source, list, children, index));
  const printed = items.map(({ value, text }) =>
    indentLines(text?.style === 'block' ? text.lines : linesLike(source, beside, value, look), beside.column).join(
      look.eol,
    ),
  );
  return makeChanges([insertion(source, beside, index > 0, printed.join(space), space)]);
}

/** An item that comes from brackets keeps its text, the lines of it under those of its new neighbours. */
function flowItem(source: Source, list: Slot, { value, text }: NewItem, look: Look): string {
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
function insertion(source: Source, beside: Chunk, behind: boolean, printed: string, space: string): TextChange {
  const { text } = source;
  const { column, from: at, to } = beside;
  if (behind) return { from: to, to, insert: space + printed };
  if (isFirstOnLine(text, at)) {
    const start = lineStart(text, at);
    return { from: start, to: start, insert: printed + space };
  }
  return { from: at, to: at, insert: printed.trimStart() + space + ' '.repeat(column) };
}
