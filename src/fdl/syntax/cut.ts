/**
 * Finds the items of the top-level list `States`, so that a state can be read again without reading the file. Those of
 * a block list by looking at indentation only: right for every well-formed one, whatever stands inside of its items,
 * since YAML demands that everything below a dash is indented deeper than the dash, block scalars and quoted text
 * included. Those of a list in brackets, as in JSON, by these (`follow-brackets.ts`). Where the text begins otherwise
 * (directives, several documents) there is no cut and the text is read whole.
 */
import type { BracketCut, BracketPlace } from './follow-brackets.ts';
import { followItems, type Items } from './follow-items.ts';
import { bracketReader } from './lazy-brackets.ts';
import { contentLine, isDash, isMarker, isNameKey, keyEnd, type Line, lineText, matches } from './lines.ts';

export type Cut = BlockCut | BracketCut;

export interface BlockCut extends Items {
  readonly style: 'block';
  /** Column of the top-level keys, and of the dashes. */
  readonly base: number;
  readonly dash: number;
  /** The line `States:` cannot be found: the list is taken for the states all the same. */
  readonly inferred: boolean;
}

export const statesKey = /(?:States|"States"|'States')[ \t]*:(?=[ \t\r\n]|$)/y;
/** `States:` with nothing behind it on its line. */
export const statesLine = /(?:States|"States"|'States')[ \t]*:(?:[ \t]+#[^\n]*|[ \t]*)\r?(?=\n|$)/y;
const startMarker = /---[ \t]*(?:#[^\n]*)?\r?(?=\n|$)/y;
const stateBegin = /-[ \t]+(?:\{|["']?(?:Name|Type)["']?[ \t]*:(?=[ \t\r\n]|$))/y;
/** What no mapping in block style begins with. */
const noKey = '{[-%?&*!|>@`';

/** Cuts a text, or answers `undefined` where it has no list `States` at the top. */
export function cutStates(text: string): Cut | undefined {
  const list = findStates(text);
  if (!list) return undefined;
  if ('open' in list) return bracketReader()?.followBrackets(text, list);
  const { base, dash, inferred } = list;
  const found = followItems(text, list.first, { base, dash }, () => false);
  return found && { style: 'block', base, dash, inferred, ...found };
}

/** Where the top-level list begins: at the line of its first item, or at its bracket. */
export function findStates(text: string): BlockPlace | BracketPlace | undefined {
  const head = findHead(text);
  if (!head) return bracketReader()?.anyBracketList(text, 0);
  if ('open' in head) return head;
  const first = contentLine(text, head.next);
  if (!first) return undefined;
  if (text.charAt(first.at) === '[' && !head.inferred) return { open: first.at, indent: head.base + 1 };
  const dash = dashOf(text, first, head.base);
  if (dash === undefined || dash < head.base) return undefined;
  return { base: head.base, dash, first: first.from, inferred: head.inferred };
}

interface BlockPlace {
  readonly base: number;
  readonly dash: number;
  readonly first: number;
  readonly inferred: boolean;
}

/** The column of the dashes. Where the first state lacks its dash, that of the next one. */
export function dashOf(text: string, first: Line, base: number): number | undefined {
  const column = first.at - first.from;
  if (isDash(text, first.at)) return column;
  if (keyEnd(text, first.at) === undefined || (column <= base && !isNameAmongKeys(text, first))) return undefined;
  for (let line = contentLine(text, first.next); line; line = contentLine(text, line.next)) {
    const here = line.at - line.from;
    if (here <= base && !isDash(text, line.at)) return undefined;
    if (here <= Math.max(column, base) && matches(stateBegin, text, line.at)) return here;
  }
  return undefined;
}

/** `Name: A` at the column of the top-level keys with a key below it, where no value allows one. */
function isNameAmongKeys(text: string, line: Line): boolean {
  const next = contentLine(text, line.next);
  const filled = !/:[ \t]*$/.test(lineText(text, line));
  const deeper = next !== undefined && next.at - next.from > line.at - line.from;
  return isNameKey(text, line.at) && filled && deeper && keyEnd(text, next.at) !== undefined;
}

interface Head {
  readonly base: number;
  readonly next: number;
  readonly inferred: boolean;
}

/** The line `States:` among the top-level keys, and the column these stand in. */
function findHead(text: string): Head | BracketPlace | undefined {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = contentLine(text, bom);
  if (line?.from === line?.at && line && matches(startMarker, text, line.at)) line = contentLine(text, line.next);
  if (line && text.charAt(line.at) === '{') return bracketReader()?.topBracketList(text, line.at);
  if (!line || noKey.includes(text.charAt(line.at))) return undefined;
  const base = line.at - line.from;
  /** The first line that looks like that of a state, for texts without `States:`. */
  let list: number | undefined;
  for (; line; line = contentLine(text, line.next)) {
    const column = line.at - line.from;
    if (column < base || (column === 0 && isMarker(text, line.at))) return undefined;
    if (matches(stateBegin, text, line.at)) list ??= line.from;
    if (column > base || !matches(statesKey, text, line.at)) continue;
    if (matches(statesLine, text, line.at)) return { base, next: line.next, inferred: false };
    const value = blanksEnd(text, statesKey.lastIndex);
    if (text.charAt(value) === '[') return { open: value, indent: base + 1 };
    if (/[{&*!|>]/.test(text.charAt(value))) return undefined;
  }
  return list === undefined ? undefined : { base, next: list, inferred: true };
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  return at;
}
