import { makeChanges, type Changes, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { dashBefore, type GapToken, gapTokens } from '../text/gaps.ts';
import {
  blankLinesBelow,
  commentFollows,
  indentOf,
  isBlank,
  isComment,
  isFirstOnLine,
  lineAt,
  lineEnd,
  linesDown,
  lineStart,
  nextLine,
} from '../text/lines.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { type Chunk, contentEnd, entryChunks, itemChunk, keepsBlankLines, startOf } from './chunks.ts';
import { replaceValue } from './replace-value.ts';

/** Removes entries of a mapping or items of a list; the last one leaves `{}` or `[]` behind. */
export function removeChildren(source: Source, parent: Slot, steps: readonly (string | number)[]): Changes | undefined {
  const { written } = parent;
  if (written.kind === 'scalar') return undefined;
  const children = childrenOf(source, parent);
  const gone = children.map((child) => steps.includes(child.path.at(-1) ?? ''));
  if (!gone.includes(true)) return undefined;
  if (written.style === 'flow') return removeFromFlow(source, parent, children, gone);
  if (gone.every((is) => is) && !hasMore(source, parent)) {
    return replaceValue(source, parent, written.kind === 'map' ? {} : []);
  }
  const entries = written.kind === 'map' ? entryChunks(source, parent) : undefined;
  const chunkAt = (i: number): Chunk | undefined => (entries ? entries[i] : itemChunk(source, parent, children, i));
  const lastKept = gone.lastIndexOf(false);
  const changes: TextChange[] = [];
  for (const [i, is] of gone.entries()) {
    const chunk = is ? chunkAt(i) : undefined;
    if (is && !chunk) return undefined;
    if (chunk) {
      const kept = children[gone.lastIndexOf(false, i)];
      changes.push(
        ...removeFromBlock(source, chunk, () => chunkAt(i + 1), {
          isFirst: i === 0,
          isLast: i > lastKept,
          floor: i === 0 ? -1 : contentEnd(source, children[i - 1] ?? parent),
          keeps: gone.lastIndexOf(false, i) >= 0 && kept !== undefined && keepsBlankLines(source, kept),
        }),
      );
    }
  }
  return makeChanges(joined(changes));
}

/** Removals that touch or overlap as one. */
function joined(changes: readonly TextChange[]): readonly TextChange[] {
  const result: TextChange[] = [];
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && change.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, change.to) };
    else result.push(change);
  }
  return result;
}

/** A merge key is written in the mapping but is no entry of its own. */
const hasMore = (source: Source, map: Slot): boolean =>
  map.written.kind === 'map' && map.written.entries.length > childrenOf(source, map).length;

/** What stands around a child that goes away. */
interface Surroundings {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Where the text above ends. */
  readonly floor: number;
  /** Whether blank lines would become part of what stands above. */
  readonly keeps: boolean;
}

function removeFromBlock(
  source: Source,
  chunk: Chunk,
  following: () => Chunk | undefined,
  around: Surroundings,
): TextChange[] {
  const { text } = source;
  if (isFirstOnLine(text, chunk.from)) return [removeLines(text, chunk.from, chunk.to, around)];
  const next = following();
  const follower = next && next.from === next.head ? next.from : followerOf(text, chunk);
  if (follower !== undefined) {
    return [{ from: chunk.from, to: commentBetween(text, chunk.to, follower) ?? follower, insert: '' }];
  }
  const dash = chunk.slot.key ? dashBefore(text, chunk.from) : undefined;
  return [{ from: dash === undefined ? chunk.from : dash + 1, to: chunk.to, insert: '' }];
}

/** The first comment with a line of its own between two places: it stays, on the line of what went. */
function commentBetween(text: string, from: number, to: number): number | undefined {
  for (let line = nextLine(text, from); line < to; line = nextLine(text, line)) {
    const content = lineAt(text, line);
    if (isComment(content)) return line + indentOf(content);
  }
  return undefined;
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
function removeLines(text: string, from: number, to: number, around: Surroundings): TextChange {
  const { isFirst, isLast, floor, keeps } = around;
  let start = lineStart(text, from);
  let end = nextLine(text, to);
  const above = blankLinesAbove(text, start, floor);
  const below = blankLinesBelow(text, to);
  const atEnd = isLast && /^\s*$/.test(text.slice(end));
  if (isLast && above > 0 && (below > 0 || atEnd)) start = linesUp(text, start, above);
  else if (below > 0 && (above > 0 || isFirst || keeps)) end = linesDown(text, end, below);
  if (end === text.length && text[end - 1] !== '\n' && !keeps)
    return { from: endOfLineBefore(text, start), to: lineEnd(text, to), insert: '' };
  return { from: start, to: end, insert: '' };
}

function blankLinesAbove(text: string, start: number, floor: number): number {
  let count = 0;
  for (let line = start; line > 0; count += 1) {
    line = lineStart(text, line - 1);
    if (line <= floor || !isBlank(lineAt(text, line))) break;
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

/** Children with a comma behind them go with it; those at the end with the comma in front of them. */
function removeFromFlow(
  source: Source,
  parent: Slot,
  children: readonly Slot[],
  gone: readonly boolean[],
): Changes | undefined {
  const { text } = source;
  const lastKept = gone.lastIndexOf(false);
  const changes: TextChange[] = [];
  children.slice(0, lastKept + 1).forEach((child, i) => {
    if (!gone[i]) return;
    const next = children[i + 1];
    const comma = commaBetween(text, child.to, next?.key?.from ?? next?.from ?? parent.to - 1);
    if (comma)
      changes.push(removeBeforeComma(text, startOf(source, child, children[i - 1]?.to ?? parent.from + 1), comma.to));
  });
  if (lastKept < children.length - 1) changes.push(...removeTail(source, parent, children, lastKept + 1));
  return makeChanges(changes);
}

const commaBetween = (text: string, from: number, to: number): GapToken | undefined =>
  gapTokens(text, from, to).find((token) => token.kind === 'comma');

function removeTail(source: Source, parent: Slot, children: readonly Slot[], first: number): TextChange[] {
  const { text } = source;
  const [head, last] = [children[first], children.at(-1)];
  if (!head || !last) return [];
  const floor = children[first - 1]?.to ?? parent.from + 1;
  const start = startOf(source, head, floor);
  const behind = commaBetween(text, last.to, parent.to - 1);
  if (behind && first === children.length - 1) return [removeBeforeComma(text, start, behind.to)];
  const end = Math.max(last.to, ownCommentEnd(text, last.to, start));
  const before = gapTokens(text, floor, start);
  const comma = before.findLast((token) => token.kind === 'comma');
  if (!comma) return [{ from: parent.from + 1, to: parent.to - 1, insert: '' }];
  const comment = before.findLast((token) => token.kind === 'comment' && token.from > comma.to);
  if (!comment) return [{ from: endBefore(text, comma.from), to: end, insert: '' }];
  return [
    { from: comma.from, to: comma.to, insert: '' },
    { from: comment.to, to: end, insert: '' },
  ];
}

/** Where what stands in front of a comma ends: blanks go, and the line end in front of a comma that begins a line. */
function endBefore(text: string, comma: number): number {
  if (isFirstOnLine(text, comma)) return endOfLineBefore(text, lineStart(text, comma));
  return comma - (/[ \t]*$/.exec(text.slice(lineStart(text, comma), comma))?.[0].length ?? 0);
}

/** The comment behind the last child goes with it when the child has its line to itself. */
function ownCommentEnd(text: string, to: number, start: number): number {
  if (!isFirstOnLine(text, start)) return to;
  return commentFollows(text, to) ? lineEnd(text, to) : to;
}

function removeBeforeComma(text: string, start: number, afterComma: number): TextChange {
  const rest = text.slice(afterComma, lineEnd(text, afterComma));
  const ownLine = /^[ \t]*(?:#.*)?$/.test(rest);
  if (ownLine && isFirstOnLine(text, start)) {
    const around = { isFirst: false, isLast: false, floor: -1, keeps: false };
    return removeLines(text, start, afterComma, around);
  }
  const blanks = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  if (!ownLine) return { from: start, to: afterComma + blanks, insert: '' };
  return { from: start, to: afterComma, insert: '' };
}
