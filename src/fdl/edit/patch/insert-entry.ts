import { type Changes, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { gapTokens } from '../text/gaps.ts';
import {
  columnOf,
  endOfContent,
  eolAt,
  isCommentBelow,
  isFirstOnLine,
  lineEnd,
  lineStart,
  marginAt,
} from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { entryLines, indentLines, type Look, printFlowKey } from '../text/print-value.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { contentEnd, entryChunks, startOf } from './chunks.ts';
import { printLikeSiblings } from './like-siblings.ts';
import { replaceValue } from './replace-value.ts';

/** Keys that people keep at the end of a state or flow: new ones go in front of them. */
const lastKeys: ReadonlySet<string> = new Set(['Next', 'End', 'Default', 'States']);

/** Adds an entry to a mapping: in front of a trailing `Next`, `End` or `States`, else as the last. */
export function insertEntry(source: Source, map: Slot, key: string, value: Json): Changes | undefined {
  if (map.written.kind !== 'map') return undefined;
  const children = childrenOf(source, map);
  if (map.written.style === 'flow') {
    if (isBare(source, map)) return replaceValue(source, map, { [key]: value });
    return insertInFlow(source, map, placeFor(key, children), (look) => [
      { text: flowEntry(source, map, key, value, look), comment: '' },
    ]);
  }
  return insertInBlock(source, map, key, value);
}

/** `{}` or `[]` with nothing inside, not even a comment: it may be written anew in the style around it. */
export function isBare(source: Source, slot: Slot): boolean {
  return slot.parent !== undefined && /^.\s*.$/.test(source.text.slice(slot.from, slot.to));
}

/** The position a new key takes among the children. */
function placeFor(key: string, children: readonly Slot[]): number {
  if (lastKeys.has(key) && key !== 'Default') return children.length;
  let index = children.length;
  while (index > 0 && lastKeys.has(String(children[index - 1]?.path.at(-1)))) index -= 1;
  return index === 0 ? children.length : index;
}

function insertInBlock(source: Source, map: Slot, key: string, value: Json): Changes | undefined {
  const { text } = source;
  const chunks = entryChunks(source, map);
  const index = placeFor(
    key,
    chunks.map((chunk) => chunk.slot),
  );
  const before = chunks[index - 1];
  const column = before?.column ?? columnOf(text, map.from);
  const at = before?.to ?? contentEnd(source, map);
  const literals = !isCommentBelow(text, at, column + 1);
  const look = { ...lookAt(source, map), eol: eolAt(text, at, lineEndOf(text)), literals };
  const lines = indentLines(entryLines(key, value, look), column);
  return makeChanges([{ from: at, to: at, insert: look.eol + lines.join(look.eol) }]);
}

function flowEntry(source: Source, map: Slot, key: string, value: Json, look: Look): string {
  return printFlowKey(key, look) + printLikeSiblings(source, map, value, look);
}

/** A new child of a flow collection, and the comment behind its comma where it gets a line of its own. */
export interface FlowPart {
  readonly text: string;
  readonly comment: string;
}

/** Puts texts between the children of a flow collection, with their commas, on lines of their own where the others are. */
export function insertInFlow(
  source: Source,
  parent: Slot,
  index: number,
  print: (look: Look) => readonly FlowPart[],
): Changes | undefined {
  const children = childrenOf(source, parent);
  const look = lookAt(source, parent);
  const next = children[index];
  const last = children[index - 1];
  if (next) return makeChanges([beforeChild(source, parent, next, last, print(look), look)]);
  if (last) return makeChanges(behindLast(source, parent, last, print(look), look));
  return makeChanges([intoEmpty(source, parent, print(look), look)]);
}

function beforeChild(
  source: Source,
  parent: Slot,
  next: Slot,
  last: Slot | undefined,
  printed: readonly FlowPart[],
  look: Look,
): TextChange {
  const { text } = source;
  const at = startOf(source, next, last?.to ?? parent.from + 1);
  const comma = commaInFront(text, at);
  const margin = isFirstOnLine(text, at) ? marginAt(text, at) : marginBehind(source, parent, next);
  const parts = printed.map((part) => {
    if (comma !== undefined) return part.text + look.eol + comma;
    return margin === undefined ? part.text + look.comma : `${part.text},${part.comment}${look.eol}${margin}`;
  });
  return { from: at, to: at, insert: parts.join('') };
}

/** The margin and the comma that some people write in front of the parts, each on a line of its own. */
const commaInFront = (text: string, at: number): string | undefined =>
  /^[ \t]*,[ \t]*$/.exec(text.slice(lineStart(text, at), at))?.[0];

/** Where the first part stands behind the bracket and the second on a line of its own: the margin of that. */
function marginBehind(source: Source, parent: Slot, first: Slot): string | undefined {
  const children = childrenOf(source, parent);
  const second = children[0]?.from === first.from ? children[1] : undefined;
  const at = second && (second.key?.from ?? second.from);
  return at !== undefined && isFirstOnLine(source.text, at) ? marginAt(source.text, at) : undefined;
}

function behindLast(source: Source, parent: Slot, last: Slot, printed: readonly FlowPart[], look: Look): TextChange[] {
  const { text } = source;
  const head = last.key?.from ?? last.from;
  const comma = commaInFront(text, head);
  if (comma !== undefined) {
    return [{ from: last.to, to: last.to, insert: printed.map((part) => look.eol + comma + part.text).join('') }];
  }
  if (!isFirstOnLine(text, head))
    return [{ from: last.to, to: last.to, insert: printed.map((part) => look.comma + part.text).join('') }];
  const closing = gapTokens(text, last.to, parent.to - 1).find((token) => token.kind === 'comma');
  const after = closing?.to ?? last.to;
  const line = lineEnd(text, after);
  const hasRest = endOfContent(text, after) !== line || line >= parent.to;
  const fresh = printed.map((part, i) => {
    const isLast = i === printed.length - 1;
    const own = look.eol + marginAt(text, head) + part.text + (isLast && (!closing || hasRest) ? '' : ',');
    return hasRest && isLast ? own : own + part.comment;
  });
  if (hasRest) return [{ from: last.to, to: last.to, insert: `,${fresh.join('')}` }];
  if (closing) return [{ from: line, to: line, insert: fresh.join('') }];
  if (line === last.to) return [{ from: line, to: line, insert: `,${fresh.join('')}` }];
  return [
    { from: last.to, to: last.to, insert: ',' },
    { from: line, to: line, insert: fresh.join('') },
  ];
}

function intoEmpty(source: Source, parent: Slot, parts: readonly FlowPart[], look: Look): TextChange {
  const { text } = source;
  const printed = parts.map((part) => part.text).join(look.comma);
  const tokens = gapTokens(text, parent.from + 1, parent.to - 1);
  const content = tokens.findLast((token) => token.kind !== 'comment');
  if (content)
    return {
      from: content.to,
      to: content.to,
      insert: content.kind === 'comma' ? look.comma.slice(1) + printed : look.comma + printed,
    };
  const inside = text.slice(parent.from + 1, parent.to - 1);
  if (tokens.length > 0) return { from: parent.to - 1, to: parent.to - 1, insert: `${printed} ` };
  const padded = look.padded && parent.written.kind === 'map' ? ` ${printed} ` : printed;
  return { from: parent.from + 1, to: parent.from + 1 + inside.length, insert: padded };
}
