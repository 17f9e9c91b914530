import { type Changes, type Json, lineEndOf, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { gapTokens } from '../text/gaps.ts';
import { columnOf, endOfContent, eolAt, isFirstOnLine, lineEnd, marginAt } from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { entryLines, indentLines, type Look, printKey } from '../text/print-value.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { contentEnd, entryChunks, startOf } from './chunks.ts';
import { printLikeSiblings, replaceValue } from './replace-value.ts';

/** Keys that people keep at the end of a state or flow: new ones go in front of them. */
const lastKeys: ReadonlySet<string> = new Set(['Next', 'End', 'Default', 'States']);

/** Adds an entry to a mapping: in front of a trailing `Next`, `End` or `States`, else as the last. */
export function insertEntry(source: Source, map: Slot, key: string, value: Json): Changes | undefined {
  if (map.written.kind !== 'map') return undefined;
  const children = childrenOf(source, map);
  if (map.written.style === 'flow') {
    if (isBare(source, map)) return replaceValue(source, map, { [key]: value });
    return insertInFlow(source, map, placeFor(key, children), (look) => [flowEntry(source, map, key, value, look)]);
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
  const look = { ...lookAt(source, map), eol: eolAt(text, at, lineEndOf(text)) };
  const lines = indentLines(entryLines(key, value, look), column);
  return makeChanges([{ from: at, to: at, insert: look.eol + lines.join(look.eol) }]);
}

function flowEntry(source: Source, map: Slot, key: string, value: Json, look: Look): string {
  return `${printKey(key, look, true)}: ${printLikeSiblings(source, map, value, look)}`;
}

/** Puts texts between the children of a flow collection, with their commas, on lines of their own where the others are. */
export function insertInFlow(
  source: Source,
  parent: Slot,
  index: number,
  print: (look: Look) => readonly string[],
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
  printed: readonly string[],
  look: Look,
): TextChange {
  const { text } = source;
  const at = startOf(source, next, last?.to ?? parent.from + 1);
  const separator = isFirstOnLine(text, at) ? `,${look.eol}${marginAt(text, at)}` : ', ';
  return { from: at, to: at, insert: printed.map((part) => part + separator).join('') };
}

function behindLast(source: Source, parent: Slot, last: Slot, printed: readonly string[], look: Look): TextChange[] {
  const { text } = source;
  const head = last.key?.from ?? last.from;
  const ownLine = isFirstOnLine(text, head);
  if (!ownLine) return [{ from: last.to, to: last.to, insert: printed.map((part) => `, ${part}`).join('') }];
  const comma = gapTokens(text, last.to, parent.to - 1).find((token) => token.kind === 'comma');
  const after = comma?.to ?? last.to;
  const line = lineEnd(text, after);
  const fresh = printed.map((part) => look.eol + marginAt(text, head) + part).join(',');
  if (endOfContent(text, after) !== line || line >= parent.to) {
    return [{ from: last.to, to: last.to, insert: `,${fresh}` }];
  }
  if (comma) return [{ from: line, to: line, insert: `${fresh},` }];
  if (line === last.to) return [{ from: line, to: line, insert: `,${fresh}` }];
  return [
    { from: last.to, to: last.to, insert: ',' },
    { from: line, to: line, insert: fresh },
  ];
}

function intoEmpty(source: Source, parent: Slot, parts: readonly string[], look: Look): TextChange {
  const { text } = source;
  const printed = parts.join(', ');
  const tokens = gapTokens(text, parent.from + 1, parent.to - 1);
  const content = tokens.findLast((token) => token.kind !== 'comment');
  if (content)
    return { from: content.to, to: content.to, insert: content.kind === 'comma' ? ` ${printed}` : `, ${printed}` };
  const inside = text.slice(parent.from + 1, parent.to - 1);
  if (tokens.length > 0) return { from: parent.to - 1, to: parent.to - 1, insert: `${printed} ` };
  const padded = look.padded && parent.written.kind === 'map' ? ` ${printed} ` : printed;
  return { from: parent.from + 1, to: parent.from + 1 + inside.length, insert: padded };
}
