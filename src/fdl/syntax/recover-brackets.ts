/**
 * Where an item in brackets ends that is no YAML, a half-typed one: as far as its brackets tell, strings ending with
 * their line, and by the layout. A brace in the column of the first item's brace begins or ends an item.
 */
import { isMarkerAt, isOutside, type Layout } from './bracket-scan.ts';

/** item: the next one begins there · behind: the item ends there · end: the list does. */
export interface Recovered {
  readonly is: 'item' | 'behind' | 'end';
  readonly at: number;
}

/** What follows an item inside of a string that was never closed. */
const border = /\}[ \t\r\n]*(?:,[ \t\r\n]*\{|\])/y;
const opening = '{[';
const closing = '}]';

/** `undefined` where the text turns out to hold several documents. */
export function recover(text: string, from: number, layout: Layout): Recovered | undefined {
  let depth = 0;
  /** The last character that means something. */
  let last = '';
  for (let at = from; at < text.length;) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (depth === 0 && last !== '') return { is: 'behind', at };
      if (isMarkerAt(text, at + 1)) return undefined;
      const found = lineAt(text, at + 1, layout);
      if (typeof found !== 'number') return found;
      at = found;
      continue;
    }
    if (opening.includes(character)) {
      const isNext = depth === 0 ? last !== '' : character === '{' && depth === 1 && (last === ',' || last === '{');
      if (isNext) return { is: character === '{' ? 'item' : 'behind', at };
      depth += 1;
    } else if (closing.includes(character)) {
      if (depth === 0 && character === ']') return { is: 'end', at };
      depth -= 1;
      if (depth <= 0) return { is: 'behind', at: at + 1 };
    } else if (character === ',' && depth === 0) return { is: 'behind', at: last === '' ? at + 1 : at };
    const isQuote = character === '"' || (character === "'" && /[:,[{]/.test(last));
    const isComment = character === '#' && /\s/.test(text.charAt(at - 1));
    if (/\S/.test(character)) last = character;
    at = isQuote ? stringEnd(text, at, character) : isComment ? lineEnd(text, at) : at + 1;
  }
  return { is: 'end', at: text.length };
}

/** Where a line's text begins, or what that tells. */
function lineAt(text: string, line: number, { indent, column }: Layout): Recovered | number {
  let at = line;
  while (text.charAt(at) === ' ') at += 1;
  const blanks = at - line;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  if (blanks < indent && isOutside(text, at)) return { is: 'end', at: line - 1 };
  if (column === undefined || at - line > column) return at;
  const first = text.charAt(at);
  if (first === ']' && at - line < column) return { is: 'end', at };
  if (at - line < column) return at;
  return first === '{' ? { is: 'item', at } : first === '}' ? { is: 'behind', at: at + 1 } : at;
}

function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"' && text.charAt(at + 1) !== '\n') at += 1;
    else if (character === quote) return at + 1;
    else if (character === '\n') return at;
    else if (character === '}') {
      border.lastIndex = at;
      if (border.test(text)) return at;
    }
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
