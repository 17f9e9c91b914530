import { type Changes, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import type { NewItem } from '../json-ops.ts';
import { blankLinesBelow, columnOf, eolAt, isFirstOnLine, linesDown, lineStart, marginAt } from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { blockLines, indentLines, isNested, itemLines, type Look, printFlow } from '../text/print-value.ts';
import { childrenOf, isBlockCollection, isCollection, isInFlow, type Slot } from '../tree.ts';
import { blankLinesBetween, type Chunk, itemChunk, keepsBlankLines } from './chunks.ts';
import { insertInFlow, isBare } from './insert-entry.ts';
import type { ItemText } from './item-text.ts';
import { printLikeSiblings } from './like-siblings.ts';
import { replaceByLines, replaceValue } from './replace-value.ts';

/** Puts items into a list, in the style of the items beside them. */
export function insertItems(source: Source, list: Slot, index: number, items: readonly NewItem[]): Changes | undefined {
  if (list.written.kind !== 'list' || items.length === 0) return undefined;
  if (list.written.style === 'flow') {
    if (isBare(source, list)) return fillBare(source, list, items);
    return insertInFlow(source, list, index, (look) =>
      items.map((item) => ({ text: flowItem(source, list, item, look), comment: item.text?.comment ?? '' })),
    );
  }
  const children = childrenOf(source, list);
  const beside = itemChunk(source, list, children, Math.max(0, index - 1));
  if (!beside) return undefined;
  const place = index > 0 ? beside.to : beside.from;
  const look = { ...lookAt(source, beside.slot), eol: eolAt(source.text, place, lineEndOf(source.text)) };
  const space = look.eol.repeat(1 + blankLinesBetween(source, list, children, index));
  const printed = items.map(({ value, text }) => {
    const lines = text ? linesOf(text, look) : undefined;
    return {
      text: indentLines(lines ?? linesLike(source, list, beside, value, look), beside.column).join(look.eol),
      keeps: text?.keeps === true,
    };
  });
  return makeChanges([insertion(source, beside, index > 0, printed, { eol: look.eol, space })]);
}

/** The first items of an empty list, with their text where that is written as a list with dashes is. */
function fillBare(source: Source, list: Slot, items: readonly NewItem[]): Changes | undefined {
  const look = lookAt(source, list);
  const key = String(list.path.at(-1));
  const lines = items.flatMap(({ value, text }) => (text && linesOf(text, look)) ?? itemLines(value, look, key));
  if (items.some(({ text }) => text && linesOf(text, look)) && !isInFlow(list.parent)) {
    const filled = replaceByLines(source, list, lines);
    if (filled) return filled;
  }
  return replaceValue(
    source,
    list,
    items.map(({ value }) => value),
  );
}

/** The text of an item in a list with dashes; of one from brackets only when it moves. */
function linesOf({ style, lines, moves, comment }: ItemText, look: Look): readonly string[] | undefined {
  if (style === 'block') return lines;
  if (!moves) return undefined;
  const [first = '', ...rest] = lines;
  return [`-${look.gap}${first}${rest.length === 0 ? (comment ?? '') : ''}`, ...indentLines(rest, 1 + look.gap.length)];
}

/**
 * An item that comes from brackets keeps its text, the lines of it under those of its new neighbours or where they were.
 * A copy among neighbours on one line stands on one line, too.
 */
function flowItem(source: Source, list: Slot, { value, text }: NewItem, look: Look): string {
  const first = childrenOf(source, list)[0];
  const fits = text?.moves || text?.lines.length === 1 || source.text.slice(list.from, list.to).includes('\n');
  if (text?.style !== 'flow' || !first || !fits) return printLikeSiblings(source, list, value, look);
  const aligned = text.ownLine && isFirstOnLine(source.text, first.from);
  const outer = marginAt(source.text, list.from).length;
  const isDeeper = text.column > outer || text.lines.slice(1).every((line) => /^(?:[ \t]|$)/.test(line));
  const margin = aligned
    ? marginAt(source.text, first.from)
    : ' '.repeat(isDeeper ? Math.max(text.column, outer) : outer + 2);
  return text.lines.map((line, i) => (i === 0 || line === '' ? line : margin + line)).join(look.eol);
}

/** An item in braces beside others in braces, else in block style with the gap the neighbour has. */
function linesLike(source: Source, list: Slot, beside: Chunk, value: Json, look: Look): readonly string[] {
  const { written, from } = beside.slot;
  const between = source.text.slice(beside.head + 1, from);
  const gap = /^ +$/.exec(between)?.[0] ?? look.gap;
  const own = { ...look, gap };
  const inBraces = isCollection(written) && written.style === 'flow' && written.alias === undefined;
  if (inBraces && isCollectionValue(value)) return [`-${gap}${printFlow(value, own)}`];
  const inner = columnOf(source.text, from) - beside.column;
  if (inner > 0 && dashAlone.test(between) && isNested(value) && isBlockCollection(written)) {
    return ['-', ...indentLines(blockLines(value, own), inner)];
  }
  return itemLines(value, own, String(list.path.at(-1)));
}

/** What stands between a dash on a line of its own and its item: nothing but comments. */
const dashAlone = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)+[ \t]*$/;

const isCollectionValue = (value: Json): boolean => typeof value === 'object' && value !== null;

interface Printed {
  readonly text: string;
  /** Whether blank lines below would become part of it. */
  readonly keeps: boolean;
}

/** Behind an item or, for the first position, in front of it and its comment. `space` is a line end and blank lines. */
function insertion(
  source: Source,
  beside: Chunk,
  behind: boolean,
  items: readonly Printed[],
  { eol, space }: { readonly eol: string; readonly space: string },
): TextChange {
  const { text } = source;
  const { column, from: at, to } = beside;
  const spaceAfter = (item: Printed | undefined): string => (item?.keeps === true ? eol : space);
  const last = items.at(-1);
  const printed = items.map((item) => (item === last ? item.text : item.text + spaceAfter(item))).join('');
  const below = last?.keeps === true ? blankLinesBelow(text, to) : 0;
  if (behind && below > 0) {
    const line = linesDown(text, to, below + 1);
    return { from: line, to: line, insert: printed + eol };
  }
  if (behind) return { from: to, to, insert: (keepsBlankLines(source, beside.slot) ? eol : space) + printed };
  if (isFirstOnLine(text, at)) {
    const start = lineStart(text, at);
    return { from: start, to: start, insert: printed + spaceAfter(last) };
  }
  return { from: at, to: at, insert: printed.trimStart() + spaceAfter(last) + ' '.repeat(column) };
}
