import { makeChanges, type Changes, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { dashBefore, gapTokens } from '../text/gaps.ts';
import { blankLinesBelow, isBlank, isFirstOnLine, lineAt, lineEnd, lineStart, nextLine } from '../text/lines.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { type Chunk, entryChunks, itemChunks, startOf } from './chunks.ts';
import { replaceValue } from './replace-value.ts';

/** Removes an entry of a mapping or an item of a list; the last one leaves `{}` or `[]` behind. */
export function removeChild(source: Source, parent: Slot, step: string | number): Changes | undefined {
  const { written } = parent;
  if (written.kind === 'scalar') return undefined;
  if (written.style === 'flow') return removeFromFlow(source, parent, step);
  const chunks = written.kind === 'map' ? entryChunks(source, parent) : itemChunks(source, parent);
  const index = chunks?.findIndex((chunk) => chunk.slot.path.at(-1) === step) ?? -1;
  const chunk = chunks?.[index];
  if (!chunks || !chunk) return undefined;
  if (chunks.length === 1 && !hasMore(source, parent))
    return replaceValue(source, parent, written.kind === 'map' ? {} : []);
  return makeChanges(removeFromBlock(source, chunk, chunks[index + 1], index === 0, index === chunks.length - 1));
}

/** A merge key is written in the mapping but is no entry of its own. */
const hasMore = (source: Source, map: Slot): boolean =>
  map.written.kind === 'map' && map.written.entries.length > childrenOf(source, map).length;

function removeFromBlock(
  source: Source,
  chunk: Chunk,
  next: Chunk | undefined,
  isFirst: boolean,
  isLast: boolean,
): TextChange[] {
  const { text } = source;
  if (isFirstOnLine(text, chunk.from)) return [removeLines(text, chunk.from, chunk.to, isFirst, isLast)];
  const follower = next && next.from === next.head ? next.from : followerOf(text, chunk);
  if (follower !== undefined) return [{ from: chunk.from, to: follower, insert: '' }];
  const dash = chunk.slot.key ? dashBefore(text, chunk.from) : undefined;
  return [{ from: dash === undefined ? chunk.from : dash + 1, to: chunk.to, insert: '' }];
}

/** What comes next at the same column, when nothing but line ends lies between: a merge key, for one. */
function followerOf(text: string, chunk: Chunk): number | undefined {
  let line = nextLine(text, chunk.to);
  while (line < text.length && isBlank(lineAt(text, line))) line = nextLine(text, line);
  const at = line + chunk.column;
  const found = line < text.length && /\S/.test(text.charAt(at)) && isBlank(text.slice(line, at)) && text[at] !== '#';
  return found ? at : undefined;
}

/** Whole lines. Blank lines that stood on both sides are not left doubled. */
function removeLines(text: string, from: number, to: number, isFirst: boolean, isLast: boolean): TextChange {
  let start = lineStart(text, from);
  let end = nextLine(text, to);
  const above = blankLinesAbove(text, start);
  const below = blankLinesBelow(text, to);
  const atEnd = isLast && /^\s*$/.test(text.slice(end));
  if (atEnd && above > 0) start = linesUp(text, start, above);
  else if (below > 0 && (above > 0 || isFirst)) for (let i = 0; i < below; i += 1) end = nextLine(text, end);
  if (end === text.length && text[end - 1] !== '\n')
    return { from: endOfLineBefore(text, start), to: lineEnd(text, to), insert: '' };
  return { from: start, to: end, insert: '' };
}

function blankLinesAbove(text: string, start: number): number {
  let count = 0;
  for (let line = start; line > 0; count += 1) {
    line = lineStart(text, line - 1);
    if (!isBlank(lineAt(text, line))) break;
  }
  return count;
}

function linesUp(text: string, start: number, count: number): number {
  let line = start;
  for (let i = 0; i < count; i += 1) line = lineStart(text, line - 1);
  return line;
}

/** A text that did not end in a line end does not do so afterwards either. */
const endOfLineBefore = (text: string, start: number): number =>
  start === 0 ? 0 : lineEnd(text, lineStart(text, start - 1));

function removeFromFlow(source: Source, parent: Slot, step: string | number): Changes | undefined {
  const { text } = source;
  const children = childrenOf(source, parent);
  const index = children.findIndex((child) => child.path.at(-1) === step);
  const child = children[index];
  if (!child) return undefined;
  const floor = children[index - 1]?.to ?? parent.from + 1;
  const start = startOf(source, child, floor);
  const next = children[index + 1];
  const until = next?.key?.from ?? next?.from ?? parent.to - 1;
  const after = gapTokens(text, child.to, until).find((token) => token.kind !== 'comment' && token.kind !== 'colon');
  if (after?.kind === 'comma') return makeChanges([removeBeforeComma(text, start, after.to)]);
  const end = Math.max(child.to, ownCommentEnd(text, child.to, start));
  const before = gapTokens(text, floor, start);
  const comma = before.findLast((token) => token.kind === 'comma');
  if (!comma) return makeChanges([{ from: parent.from + 1, to: parent.to - 1, insert: '' }]);
  const comment = before.findLast((token) => token.kind === 'comment' && token.from > comma.to);
  if (!comment) return makeChanges([{ from: comma.from, to: end, insert: '' }]);
  return makeChanges([
    { from: comma.from, to: comma.to, insert: '' },
    { from: comment.to, to: end, insert: '' },
  ]);
}

/** The comment behind the last child goes with it when the child has its line to itself. */
function ownCommentEnd(text: string, to: number, start: number): number {
  if (!isFirstOnLine(text, start)) return to;
  const end = lineEnd(text, to);
  return /^[ \t]+#/.test(text.slice(to, end)) ? end : to;
}

function removeBeforeComma(text: string, start: number, afterComma: number): TextChange {
  const rest = text.slice(afterComma, lineEnd(text, afterComma));
  const ownLine = /^[ \t]*(?:#.*)?$/.test(rest);
  if (ownLine && isFirstOnLine(text, start))
    return { from: lineStart(text, start), to: nextLine(text, afterComma), insert: '' };
  const blanks = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  if (!ownLine) return { from: start, to: afterComma + blanks, insert: '' };
  return { from: start, to: afterComma, insert: '' };
}
