import { type Changes, makeChanges } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import type { WrittenEntry, WrittenMap } from '../../written.ts';
import { columnOf } from '../text/lines.ts';
import { lookAt } from '../text/look.ts';
import { entryLines, indentLines, printFlow, printKey } from '../text/print-value.ts';
import { isInFlow, knownJson, type Slot } from '../tree.ts';
import { replaceValue } from './replace-value.ts';

/** Writes the value itself where an alias or a merge key stands; `undefined` where there is neither. */
export function writeOut(source: Source, slot: Slot): Changes | undefined {
  const { written } = slot;
  if (written.alias !== undefined) return replaceValue(source, slot, knownJson(written));
  if (written.kind !== 'map' || !written.entries.some((entry) => entry.merged)) return undefined;
  return writeOutMerge(source, slot, written);
}

function writeOutMerge(source: Source, slot: Slot, written: WrittenMap): Changes | undefined {
  const { text } = source;
  const merged = written.entries.filter((entry) => entry.merged);
  const alias = slot.base + (merged[0]?.keySpan.from ?? 0);
  const before = /<<[ \t]*:\s*(\[[^\]]*)?$/.exec(text.slice(slot.from, alias));
  if (!before) return undefined;
  const from = slot.from + before.index;
  const closes = before[1] === undefined ? /^\*[^\s,[\]{}]+/ : /^[^\]]*\]/;
  const to = alias + (closes.exec(text.slice(alias))?.[0].length ?? 0);
  return makeChanges([{ from, to, insert: printEntries(source, slot, merged, columnOf(text, from)) }]);
}

function printEntries(source: Source, slot: Slot, entries: readonly WrittenEntry[], column: number): string {
  const look = lookAt(source, slot);
  if (isInFlow(slot)) {
    return entries
      .map(({ key, value }) => `${printKey(key, look, true)}: ${printFlow(knownJson(value), look)}`)
      .join(', ');
  }
  const lines = entries.flatMap(({ key, value }) => entryLines(key, knownJson(value), look));
  return indentLines(lines, column).join(look.eol).trimStart();
}
