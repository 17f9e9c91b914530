import { applyChanges, makeChanges, type TextChange } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { columnOf, indentOf } from '../text/lines.ts';
import { childrenOf, type Slot } from '../tree.ts';
import { itemChunks } from './chunks.ts';

/** The text of a block list item from column 0, own comment and dash included; what moves and copies keep. */
export interface ItemText {
  readonly lines: readonly string[];
}

/**
 * The text of an item; `undefined` where it is in flow style or its lines cannot be moved as they are. An anchor may
 * be written once only, so a copy goes without.
 */
export function itemText(source: Source, list: Slot, index: number, anchors: 'keep' | 'drop'): ItemText | undefined {
  if (list.written.kind !== 'list' || list.written.style === 'flow') return undefined;
  const chunk = itemChunks(source, list)?.[index];
  if (!chunk || chunk.slot.stale) return undefined;
  const dropped = anchors === 'drop' ? anchorsIn(source, chunk.slot) : [];
  const own = applyChanges(source.text.slice(0, chunk.to), makeChanges(dropped)).slice(chunk.from);
  const raw = (' '.repeat(columnOf(source.text, chunk.from)) + own).split(/\r?\n/);
  if (raw.some((line) => /^ *\t/.test(line))) return undefined;
  return { lines: raw.map((line) => line.slice(Math.min(chunk.column, indentOf(line)))) };
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
