/** Reads the text of one item of a list in brackets as a list of its own; the comma behind the item may be there. */
import { span } from '../../base/index.ts';
import type { Written, WrittenEntry, WrittenMap } from '../written.ts';
import { quickBraces } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { readThoroughly, readingOf } from './read-written.ts';
import { shiftProblem, shiftWritten } from './shift.ts';

/** Plain JSON and braces without comments only; `undefined` for everything else. */
export function readBracesQuickly(text: string): Reading | undefined {
  const quick = quickBraces(text);
  return quick && readingOf({ ...quick, value: listOf(quick.value) });
}

/** The same by the YAML library. */
export function readBraces(text: string): Reading {
  const { value, broken, needsMore, problems } = readThoroughly(`[${text}\n]`);
  const items = value?.kind === 'list' ? value.items : [];
  if (broken || items.length !== 1 || items[0] === undefined)
    return { ...readThoroughly(text), broken: true, needsMore };
  const item = shiftWritten(items[0], -1);
  return { value: listOf(item), broken, needsMore, problems: problems.map((problem) => shiftProblem(problem, -1)) };
}

const listOf = (item: Written): Written => ({ kind: 'list', style: 'flow', span: item.span, items: [item] });

const guessable = /["']?\b(Name|Type)["']?[ \t]*:[ \t]*(["']?)([^"',}\r\n]*)/g;

/** Name and type, as far as they can be made out. */
export function guessBraces(text: string): WrittenMap {
  const entries: WrittenEntry[] = [];
  for (const { index, 1: key = '', 2: quote = '', 3: value = '', 0: whole } of text.matchAll(guessable)) {
    if (entries.some((entry) => entry.key === key)) continue;
    const to = index + whole.length;
    const at = span(to - value.length - quote.length, to);
    const written: WrittenEntry['value'] = { kind: 'scalar', value: value.trim(), style: 'plain', span: at };
    entries.push({ key, keySpan: span(index, at.from), value: written, merged: false });
  }
  return { kind: 'map', style: 'flow', span: span(0, text.trimEnd().length), entries };
}
