import type { Source } from '../../syntax/source.ts';
import { dashBefore, gapTokens, withProperties } from '../text/gaps.ts';
import {
  blankLinesBelow,
  columnOf,
  commentsAbove,
  commentsBelow,
  endOfContent,
  indentOf,
  isBlank,
  isFirstOnLine,
  lineAt,
  lineEnd,
  lineStart,
  nextLine,
} from '../text/lines.ts';
import { childrenOf, isBlockCollection, type Slot } from '../tree.ts';

/** The text that belongs to one child of a collection. */
export interface Chunk {
  readonly slot: Slot;
  /** Begins with the item's own comment, where it has one; ends before a line end, comments included. */
  readonly from: number;
  readonly to: number;
  /** Where the child itself begins: its dash, or its key. */
  readonly head: number;
  /** The column of that. */
  readonly column: number;
}

/** Where a child begins with its key, anchor, tag or `?`. The dash of a list item does not count. */
export function startOf(source: Source, slot: Slot, floor: number): number {
  const { text } = source;
  const at = withProperties(text, slot.key?.from ?? slot.from, floor);
  const question = gapTokens(text, floor, at).findLast((token) => token.kind !== 'comment');
  return slot.key && question?.kind === 'question' ? question.from : at;
}

/** The end of a value's text including what only looks like space: the blank lines a block scalar keeps, a comment. */
export function contentEnd(source: Source, slot: Slot): number {
  const { text } = source;
  const { written } = slot;
  if (written.kind === 'scalar' && (written.style === 'literal' || written.style === 'folded')) {
    return blockScalarEnd(text, slot);
  }
  const last = isBlockCollection(written) ? childrenOf(source, slot).at(-1) : undefined;
  const inside = last ? Math.max(contentEnd(source, last), endOfContent(text, slot.to)) : 0;
  return inside > 0 ? inside : endOfContent(text, slot.to);
}

/** Whether blank lines below a value would become part of it: it ends in a block scalar that keeps them (`|+`). */
export function keepsBlankLines(source: Source, slot: Slot): boolean {
  const { text } = source;
  const { written } = slot;
  if (isBlockCollection(written)) {
    const last = childrenOf(source, slot).at(-1);
    return last !== undefined && keepsBlankLines(source, last);
  }
  return written.kind === 'scalar' && written.alias === undefined && isKeepHeader(text, slot.from);
}

const isKeepHeader = (text: string, at: number): boolean => /^[|>]\S*\+/.test(text.slice(at, at + 4));

function blockScalarEnd(text: string, slot: Slot): number {
  const keeps = isKeepHeader(text, slot.from);
  let end = lineEnd(text, slot.to);
  for (let line = nextLine(text, slot.to); line < text.length; line = nextLine(text, line)) {
    const content = lineAt(text, line);
    if (!isBlank(content) || (content === '' && !keeps)) break;
    end = lineEnd(text, line);
  }
  return end;
}

/** The entries of a block mapping, each with the comment on its line and the deeper ones below it. */
export function entryChunks(source: Source, map: Slot): readonly Chunk[] {
  let floor = map.parent ? Math.min(map.from, map.parent.from) : 0;
  return childrenOf(source, map).map((slot) => {
    const head = startOf(source, slot, Math.max(floor, lineStart(source.text, slot.key?.from ?? slot.from)));
    const column = columnOf(source.text, head);
    const end = contentEnd(source, slot);
    const to = isBlockCollection(slot.written) ? commentsBelow(source.text, end, column) : end;
    floor = to;
    return { slot, from: head, to, head, column };
  });
}

/**
 * An item of a block list with the comment above it; `undefined` where its dash cannot be found. Looks only at the
 * item and the one before, because lists of states are long.
 */
export function itemChunk(source: Source, list: Slot, children: readonly Slot[], index: number): Chunk | undefined {
  const { text } = source;
  const slot = children[index];
  const head = slot && dashOf(text, slot);
  if (!slot || head === undefined) return undefined;
  const column = columnOf(text, head);
  const before = children[index - 1];
  const floor = (before && itemEnd(source, list, before)) ?? list.key?.to ?? list.parent?.from ?? 0;
  const from = isFirstOnLine(text, head) ? commentsStart(text, head, floor, column) : head;
  return { slot, from, to: itemEnd(source, list, slot) ?? slot.to, head, column };
}

const dashOf = (text: string, slot: Slot): number | undefined =>
  slot.stale ? staleDash(text, slot) : dashBefore(text, slot.from);

/** The end of an item with the comment lines below it that stand further right than its dash. */
function itemEnd(source: Source, list: Slot, slot: Slot): number | undefined {
  if (slot.stale) return staleEnd(source, list, slot);
  const head = dashBefore(source.text, slot.from);
  return head === undefined
    ? undefined
    : commentsBelow(source.text, contentEnd(source, slot), columnOf(source.text, head));
}

/** The first `#` of the comment above; the dash itself where there is none. */
function commentsStart(text: string, head: number, floor: number, column: number): number {
  const start = commentsAbove(text, head, floor, column);
  return start === lineStart(text, head) ? head : start + indentOf(lineAt(text, start));
}

/** A stale item's places are those of its last reading: only its first line is certain. */
function staleDash(text: string, slot: Slot): number {
  const start = lineStart(text, slot.base);
  return start + indentOf(lineAt(text, start));
}

function staleEnd(source: Source, list: Slot, slot: Slot): number {
  const index = Number(slot.path.at(-1));
  const frame = list.written.kind === 'list' ? list.written.frames?.[index] : undefined;
  const next = frame ? undefined : childrenOf(source, list)[index + 1];
  const end = next ? lineStart(source.text, next.base) : source.text.length;
  const limit = frame ? list.base + frame.to : end;
  return slot.base + source.text.slice(slot.base, limit).trimEnd().length;
}

/** How many blank lines a person puts between the items around a position. */
export function blankLinesBetween(source: Source, list: Slot, children: readonly Slot[], index: number): number {
  const inner = Math.min(Math.max(index, 1), children.length - 1);
  const before = children[inner - 1];
  const end = before && inner > 0 ? itemEnd(source, list, before) : undefined;
  return end === undefined ? 0 : blankLinesBelow(source.text, end);
}
