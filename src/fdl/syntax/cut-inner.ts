import { dashOf, statesLine } from './cut.ts';
import { followItems, type Items } from './follow-items.ts';
import { contentLine, isDash, type Line, matches } from './lines.ts';
import type { Outer } from './outer-lines.ts';

/** One list `States` inside of a state. Offsets count from the beginning of the state's text. */
export interface InnerCut extends Items {
  readonly dash: number;
}

/**
 * Finds the lists of states right inside of a state by their indentation, as `cutStates` does for the whole text; those
 * further inside belong to its items. What merely looks like a list (in block text, say) is found too: the reading of
 * what stands around the lists tells.
 */
export function cutInner(text: string): readonly InnerCut[] {
  const found: InnerCut[] = [];
  const outer: Outer[] = [];
  let line = text.includes('States') ? contentLine(text, 0) : undefined;
  while (line) {
    const at = enter(text, line, outer);
    const cut = matches(statesLine, text, at) ? cutBelow(text, line, at - line.from, outer) : undefined;
    if (cut) found.push(cut);
    line = contentLine(text, cut?.trailer ?? line.next);
  }
  return found;
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

function cutBelow(text: string, states: Line, base: number, outer: readonly Outer[]): InnerCut | undefined {
  const first = contentLine(text, states.next);
  const dash = first && dashOf(text, first, base);
  if (!first || dash === undefined || dash < base) return undefined;
  const found = followItems(text, first.from, { base, dash, outer: [...outer] }, () => false);
  return found && { dash, ...found };
}
