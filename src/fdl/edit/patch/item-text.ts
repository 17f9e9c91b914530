import { applyChanges, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { columnOf, indentOf, isBlank, isFirstOnLine, lineEnd, marginAt } from '../text/lines.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { itemChunk, keepsBlankLines } from './chunks.ts';

/**
 * The text of a list item from column 0; what moves and copies keep. In block style own comment and dash included, in
 * flow style the value alone.
 */
export interface ItemText {
  readonly style: 'block' | 'flow';
  /** Whether it begins a line: only then its further lines stand in a known relation to the first. */
  readonly ownLine: boolean;
  readonly lines: readonly string[];
  /** How far its line stood from the left. */
  readonly column: number;
  /** Whether it leaves its place: then every character of it stays. */
  readonly moves: boolean;
  /** Whether blank lines below it would become part of it. */
  readonly keeps: boolean;
  /** In flow style, the comment behind its comma, when it has its line to itself. Copies go without. */
  readonly comment: string | undefined;
}

/**
 * The text of an item; `undefined` where its lines cannot be moved as they are. An anchor may be written once only, so
 * a copy goes without.
 */
export function itemText(source: Source, list: Slot, index: number, anchors: 'keep' | 'drop'): ItemText | undefined {
  const children = childrenOf(source, list);
  const slot = children[index];
  if (list.written.kind !== 'list' || !slot || slot.stale) return undefined;
  const { style } = list.written;
  const chunk = style === 'flow' ? flowChunk(source, slot) : itemChunk(source, list, children, index);
  if (!chunk) return undefined;
  const dropped = anchors === 'drop' ? anchorsIn(source, slot) : [];
  const own = applyChanges(source.text.slice(0, chunk.to), makeChanges(dropped)).slice(chunk.from);
  const raw = (' '.repeat(style === 'flow' ? 0 : columnOf(source.text, chunk.from)) + own).split(/\r?\n/);
  // A tab is no number of blanks; further right it stays what it is.
  const tabbed = raw.some(
    (line) => !isBlank(line) && line.slice(0, Math.min(chunk.column, indentOf(line))).includes('\t'),
  );
  if (style === 'block' && tabbed) return undefined;
  return {
    style,
    ownLine: isFirstOnLine(source.text, chunk.from),
    column: chunk.column,
    moves: anchors === 'keep',
    comment: anchors === 'keep' && style === 'flow' ? commentBehind(source.text, slot) : undefined,
    keeps: style === 'block' && keepsBlankLines(source, slot),
    lines: raw.map((line, i) => line.slice(style === 'flow' && i === 0 ? 0 : Math.min(chunk.column, indentOf(line)))),
  };
}

/** A value inside of brackets, with the indent of its line. */
function flowChunk(source: Source, slot: Slot) {
  const { text } = source;
  return { from: slot.from, to: slot.to, column: marginAt(text, slot.from).length };
}

function commentBehind(text: string, { from, to }: Slot): string | undefined {
  if (!isFirstOnLine(text, from)) return undefined;
  return /^[ \t]*,?([ \t]+#.*)$/.exec(text.slice(to, lineEnd(text, to)))?.[1];
}

/** The `&name` marks in a value, as removals. */
function anchorsIn(source: Source, slot: Slot): readonly TextChange[] {
  const inside = childrenOf(source, slot).flatMap((child) => anchorsIn(source, child));
  const { anchor, alias } = slot.written;
  if (anchor === undefined || alias !== undefined) return inside;
  const before = source.text.slice(0, slot.from);
  const from = before.lastIndexOf(`&${anchor}`);
  const to = from + anchor.length + 1;
  if (from < 0 || !/^\s*(?:!\S*\s*)?$/.test(before.slice(to))) return inside;
  return [{ from, to: to + (/^[ \t]*/.exec(before.slice(to))?.[0].length ?? 0), insert: '' }, ...inside];
}
