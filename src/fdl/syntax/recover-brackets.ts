/**
 * Where an item in brackets ends that is no YAML, a half-typed one: as far as its brackets tell, strings ending with
 * their line, and by the layout. A brace in the column of the first item's brace begins or ends an item.
 */
import {
  closeBrace,
  closeBracket,
  comma,
  isMarkerAt,
  isOutside,
  openBrace,
  openBracket,
} from './bracket-characters.ts';
import type { Layout } from './bracket-cursor.ts';

/** item: the next one begins there · behind: the item ends there · end: the list does. */
export interface Recovered {
  readonly is: 'item' | 'behind' | 'end';
  readonly at: number;
}

/** What follows an item inside of a string that was never closed. */
const border = /\}[ \t\r\n]*(?:,[ \t\r\n]*\{|\])/y;
const lineEnd = 10;

/** `undefined` where the text turns out to hold several documents. */
export function recover(text: string, from: number, layout: Layout): Recovered | undefined {
  let depth = 0;
  /** The last character that means something; 0: none yet. */
  let last = 0;
  for (let at = from; at < text.length;) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 9:
      case 13:
      case 32:
        at += 1;
        continue;
      case lineEnd: {
        if (depth === 0 && last !== 0) return { is: 'behind', at };
        if (isMarkerAt(text, at + 1)) return undefined;
        const found = lineAt(text, at + 1, layout);
        if (typeof found !== 'number') return found;
        at = found;
        continue;
      }
      case openBrace:
      case openBracket:
        if (depth === 0 && last !== 0) return { is: code === openBrace ? 'item' : 'behind', at };
        if (code === openBrace && depth === 1 && (last === comma || last === openBrace)) return { is: 'item', at };
        depth += 1;
        break;
      case closeBrace:
      case closeBracket:
        if (depth === 0 && code === closeBracket) return { is: 'end', at };
        depth -= 1;
        if (depth <= 0) return { is: 'behind', at: at + 1 };
        break;
      case comma:
        if (depth === 0) return { is: 'behind', at: last === 0 ? at + 1 : at };
        break;
      case 35:
        if (isBlank(text.charCodeAt(at - 1))) {
          at = endOfLine(text, at);
          continue;
        }
        break;
      case 34:
      case 39:
        if (code === 34 || opensText(last)) at = stringEnd(text, at, code) - 1;
        break;
    }
    last = code;
    at += 1;
  }
  return { is: 'end', at: text.length };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10;

/** Whether a single quote behind this begins a text and is no apostrophe. */
const opensText = (code: number): boolean =>
  code === 58 || code === comma || code === openBracket || code === openBrace;

/** Where a line's text begins, or what that tells. */
function lineAt(text: string, line: number, { indent, column }: Layout): Recovered | number {
  let at = line;
  while (text.charCodeAt(at) === 32) at += 1;
  const blanks = at - line;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  if (blanks < indent && isOutside(text, at)) return { is: 'end', at: line - 1 };
  if (column === undefined || at - line > column) return at;
  const first = text.charCodeAt(at);
  if (at - line < column) return first === closeBracket ? { is: 'end', at } : at;
  return first === openBrace ? { is: 'item', at } : first === closeBrace ? { is: 'behind', at: at + 1 } : at;
}

/** Behind the closing quote, at the end of the line, or at the border of two items. */
function stringEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92 && quote === 34 && text.charCodeAt(at + 1) !== lineEnd) at += 1;
    else if (code === quote) return at + 1;
    else if (code === lineEnd) return at;
    else if (code === closeBrace) {
      border.lastIndex = at;
      if (border.test(text)) return at;
    }
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
