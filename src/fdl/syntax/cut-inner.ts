import type { FormerLists } from './bracket-lists.ts';
import { dashOf, statesKey, statesLine } from './cut.ts';
import type { BracketCut, Former } from './follow-brackets.ts';
import { followItems, type Items } from './follow-items.ts';
import { bracketReader } from './lazy-brackets.ts';
import { contentLine, isDash, keyEnd, type Line, matches } from './lines.ts';
import type { Outer } from './outer-lines.ts';
import { differenceOf } from './recut.ts';
import type { ListStyle } from './reuse.ts';

/** One list `States` inside of a state. Offsets count from the beginning of the state's text. */
export type InnerCut = InnerBlockCut | BracketCut;

interface InnerBlockCut extends Items {
  readonly style: 'block';
  readonly dash: number;
}

/**
 * Finds the lists of states right inside of a state by their indentation or brackets, as `cutStates` does for the whole
 * text; those further inside belong to its items. `style` is that of the list the state is in. What merely looks like a list (in block text, say) is found too: the reading of
 * what stands around the lists tells.
 */
export function cutInner(text: string, style: ListStyle, old?: FormerCuts): readonly InnerCut[] {
  if (!text.includes('States')) return [];
  const former = old ? formerLists(text, old) : () => undefined;
  return style === 'flow' ? (bracketReader()?.bracketLists(text, 0, 0, former).lists ?? []) : cutBlock(text, former);
}

/** How an earlier text of the state was cut. */
export interface FormerCuts {
  readonly text: string;
  readonly cuts: readonly InnerCut[];
}

function formerLists(text: string, { text: before, cuts }: FormerCuts): FormerLists {
  const { head, tail } = differenceOf(before, text);
  return (position) => {
    const cut = cuts[position];
    if (cut?.style !== 'flow') return undefined;
    return { cut, head, tailFrom: text.length - tail, drift: text.length - before.length };
  };
}

function cutBlock(text: string, former: FormerLists): readonly InnerCut[] {
  const found: InnerCut[] = [];
  const outer: Outer[] = [];
  let line = contentLine(text, 0);
  while (line) {
    const at = enter(text, line, outer);
    const cut = cutAt(text, line, at, { outer, former: former(found.length) });
    const bracket = cut ? undefined : bracketAt(text, at);
    if (cut) found.push(cut);
    const inside =
      bracket === undefined
        ? undefined
        : bracketReader()?.bracketLists(text, bracket, indentOf(at, bracket, line, outer), (i) =>
            former(found.length + i),
          );
    if (inside) found.push(...inside.lists);
    const next = cut ? behind(text, cut) : inside ? lineEnd(text, inside.end) : line.next;
    line = contentLine(text, next);
  }
  return found;
}

/** The list of the key `States`, where that stands at a place. */
function cutAt(text: string, line: Line, at: number, known: Known): InnerCut | undefined {
  if (matches(statesLine, text, at)) return cutBelow(text, line, at - line.from, known);
  const open = matches(statesKey, text, at) ? bracketAt(text, at) : undefined;
  return open === undefined ? undefined : inBrackets(text, open, at - line.from, known);
}

interface Known {
  readonly outer: readonly Outer[];
  readonly former: Former | undefined;
}

/** A list in brackets right below or behind the key of a column; empty ones need no cut. */
function inBrackets(text: string, open: number, column: number, { former }: Known): InnerCut | undefined {
  const cut =
    text.charAt(open) === '[' ? bracketReader()?.followBrackets(text, { open, indent: column + 1 }, former) : undefined;
  return cut && cut.items.length > 0 ? cut : undefined;
}

/** The bracket a line's value begins with. */
function bracketAt(text: string, at: number): number | undefined {
  let value = text.charCodeAt(at) === 123 ? at : (keyEnd(text, at) ?? text.length);
  while (text.charCodeAt(value) === 32) value += 1;
  const first = text.charCodeAt(value);
  return first === 123 || first === 91 ? value : undefined;
}

/** How far the lines of a value in brackets are indented: more than its key, or the dash where there is none. */
function indentOf(at: number, bracket: number, line: Line, outer: readonly Outer[]): number {
  const column = bracket === at ? (outer.findLast(({ dash }) => dash)?.column ?? 0) : at - line.from;
  return column + 1;
}

/** Where lines begin that a list has no part in. */
const behind = (text: string, cut: InnerCut): number =>
  cut.style === 'block' ? cut.trailer : lineEnd(text, cut.close);

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Notes the columns a line opens, and gives the place behind its dashes. */
function enter(text: string, line: Line, outer: Outer[]): number {
  let at = line.at;
  while (isOpenAt(outer, at - line.from, isDash(text, at))) outer.pop();
  while (isDash(text, at)) {
    outer.push({ column: at - line.from, dash: true });
    for (at += 1; text.charCodeAt(at) === 32;) at += 1;
  }
  outer.push({ column: at - line.from, dash: false });
  return at;
}

/** Whether the innermost column is left behind by a line in this one. A list may stand in the column of its key. */
function isOpenAt(outer: readonly Outer[], column: number, dash: boolean): boolean {
  const last = outer.at(-1);
  return last !== undefined && (last.column > column || (last.column === column && (last.dash || !dash)));
}

function cutBelow(text: string, states: Line, base: number, known: Known): InnerCut | undefined {
  const first = contentLine(text, states.next);
  if (first && text.charAt(first.at) === '[') return inBrackets(text, first.at, base, known);
  const dash = first && dashOf(text, first, base);
  if (!first || dash === undefined || dash < base) return undefined;
  const found = followItems(text, first.from, { base, dash, outer: [...known.outer] }, () => false);
  return found && { style: 'block', dash, ...found };
}
