/** Looking at text line by line, without reading it as YAML. */

/** One line that is neither blank nor a comment. */
export interface Line {
  readonly from: number;
  /** Offset of its first character that is no blank. */
  readonly at: number;
  readonly next: number;
}

const marker = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;
/** Any line with `: ` in front of its comment, however the key is spelled. */
const anyKey = /(?:\?(?=[ \t])|(?:["'][^\n]*?["'][ \t]*|(?:[^\n#]|(?<![ \t])#)*?):(?=[ \t\r\n]|$))/y;
const nameKey = /(?:Name|"Name"|'Name')[ \t]*:(?=[ \t\r\n]|$)/y;
const stateItem = /-[ \t]+(?:\{|<<:|["']?[A-Za-z][\w.$-]*["']?[ \t]*:(?=[ \t\r\n]|$))/y;

/** Whether a sticky pattern matches at a place. */
export function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The next line with content from `from` on, skipping blank lines and comments. */
export function contentLine(text: string, from: number): Line | undefined {
  let start = from;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    let at = start;
    while (at < next && text.charCodeAt(at) === 32) at += 1;
    if (at < next && !isEmpty(text, at)) return { from: start, at, next };
    start = next;
  }
  return undefined;
}

/** Whether nothing but blanks or a comment begins here. Tabs may precede either. */
export function isEmpty(text: string, from: number): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 9 || code === 32) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return Number.isNaN(code) || code === 10 || code === 35 || (code === 13 && text.charCodeAt(at + 1) === 10);
}

export function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false;
  const after = text.charCodeAt(at + 1);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}

/** Whether a dash is followed by what only a mapping begins with, as every state does. */
export const isStateItem = (text: string, at: number): boolean => matches(stateItem, text, at);

export const isMarker = (text: string, at: number): boolean => matches(marker, text, at);

/** The end of a key that begins here, colon included; `undefined` where none is followed by a colon. */
export const keyEnd = (text: string, at: number): number | undefined =>
  matches(anyKey, text, at) ? anyKey.lastIndex : undefined;

export function isNameKey(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  return (first === 78 || first === 34 || first === 39) && matches(nameKey, text, at);
}

/** The text of a line without its end. */
export const lineText = (text: string, { from, next }: Line): string => text.slice(from, next).replace(/\r?\n$/, '');
