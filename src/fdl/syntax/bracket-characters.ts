/** Characters and lines, as reading text in brackets sees them. */
import { lineStartAt } from '../../base/index.ts';

export const comma = 44;
export const colon = 58;
export const openBrace = 123;
export const closeBrace = 125;
export const openBracket = 91;
export const closeBracket = 93;

const marker = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;

export const isBlank = (code: number): boolean => code === 32 || code === 9;
export const isLineEnd = (code: number): boolean => code === 10 || code === 13 || Number.isNaN(code);
export const isFlow = (code: number): boolean =>
  code === comma || code === openBrace || code === closeBrace || code === openBracket || code === closeBracket;
export const isBlankOrFlow = (code: number): boolean => isBlank(code) || isLineEnd(code) || isFlow(code);

/** Whether a line left of a list can only be a key or dash of the block text around it. */
export function isOutside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code > 127;
}

/** Whether a line begins with the marker of another document, or of the end of this one. */
export function isMarkerAt(text: string, line: number): boolean {
  const code = text.charCodeAt(line);
  if (code !== 45 && code !== 46) return false;
  marker.lastIndex = line;
  return marker.test(text);
}

/** The column of what begins its line; `undefined` where something stands before it. */
export function columnAt(text: string, at: number): number | undefined {
  const start = lineStartAt(text, at);
  for (let i = start; i < at; i += 1) if (!isBlank(text.charCodeAt(i))) return undefined;
  return at - start;
}

/** Behind the closing quote; -1 where there is none. */
export function doubleEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === 92) escapes += 1;
    if (escapes % 2 === 0) return at + 1;
  }
  return -1;
}

/** The same for single quotes. */
export function singleEnd(text: string, from: number): number {
  let at = text.indexOf("'", from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === 39) at = text.indexOf("'", at + 2);
  return at < 0 ? -1 : at + 1;
}
