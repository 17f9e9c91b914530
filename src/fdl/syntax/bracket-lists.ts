/** Where lists of states stand in text in brackets: that of the flow, and those right inside of a state. */
import { isOutside } from './bracket-characters.ts';
import { BracketScan } from './bracket-scan.ts';
import { type BracketCut, type BracketPlace, followBrackets, type Former } from './follow-brackets.ts';

/** What the key of a list looks like in text that cannot be followed token by token. */
const anyList = /(?:^|[{,\n])[ \t\r\n]*["']?States["']?[ \t]*:[ \t\r\n]*\[/g;
/** A list behind such a key is inside of a state. */
const insideKey = /(?:Processor|Branches)["']?[ \t]*:/;

const nowhere = { indent: 0, column: undefined };

/** The list `States` of the mapping in braces that begins at a place; what looks like it, where that is no YAML. */
export function topBracketList(text: string, from: number): BracketPlace | undefined {
  const scan = new BracketScan(text, from, nowhere);
  while (scan.step()) {
    if (scan.depth === 2 && scan.isAtStates()) return { open: scan.at, indent: 0 };
    if (scan.depth === 1) return undefined;
  }
  return anyBracketList(text, from);
}

/** The first thing that looks like a list of states in brackets, unless it seems to be inside of one. */
export function anyBracketList(text: string, from: number): BracketPlace | undefined {
  const place = nextList(text, from);
  return place && !insideKey.test(text.slice(from, place.open)) ? place : undefined;
}

function nextList(text: string, from: number): BracketPlace | undefined {
  anyList.lastIndex = from;
  return anyList.test(text) ? { open: anyList.lastIndex - 1, indent: 0 } : undefined;
}

/** What is known of the list in a position. */
export type FormerLists = (position: number) => Former | undefined;

/** The outermost lists of states inside of what is in brackets, empty ones aside, and where that ends. */
export interface BracketLists {
  readonly lists: readonly BracketCut[];
  readonly end: number;
}

/**
 * Looks for them from an opening bracket on. `indent`: how many columns the lines behind it leave blank. `former`: what
 * is known of the lists of an earlier text, in their order.
 */
export function bracketLists(text: string, from: number, indent: number, former: FormerLists): BracketLists {
  const scan = new BracketScan(text, from, { indent, column: undefined });
  const lists: BracketCut[] = [];
  let behind = from;
  while (scan.step()) {
    if (scan.depth === 1) return { lists, end: scan.at };
    const list = scan.isAtStates() ? followBrackets(text, { open: scan.at, indent }, former(lists.length)) : undefined;
    if (!list || list.items.length === 0) continue;
    lists.push(list);
    behind = list.close;
    scan.resume(behind);
  }
  return looksLikeLists(text, behind, indent, lists);
}

/** In text that is no YAML every key `States` counts. */
function looksLikeLists(text: string, from: number, indent: number, found: BracketCut[]): BracketLists {
  const end = layoutEnd(text, from, indent);
  for (let at = from; ;) {
    const place = nextList(text, at);
    const list = place && place.open < end ? followBrackets(text, { open: place.open, indent }) : undefined;
    if (!list) return { lists: found, end: Math.max(end, at) };
    if (list.items.length > 0) found.push(list);
    at = list.close;
  }
}

/** The end of the line before one that belongs to the text around the brackets. */
function layoutEnd(text: string, from: number, indent: number): number {
  if (indent === 0) return text.length;
  for (let line = text.indexOf('\n', from) + 1; line > 0; line = text.indexOf('\n', line) + 1) {
    let at = line;
    while (text.charCodeAt(at) === 32) at += 1;
    if (at - line < indent && isOutside(text, at)) return line - 1;
  }
  return text.length;
}
