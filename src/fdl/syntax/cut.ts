/**
 * Finds the items of the top-level list `States` by looking at indentation only, so that a state can be read again
 * without reading the file. Right for every well-formed block list, whatever stands inside of its items: YAML demands
 * that everything below a dash is indented deeper than the dash, block scalars and quoted text included. Where the
 * text begins otherwise (flow style, JSON, directives, several documents) there is no cut and the text is read whole.
 */
export interface Cut {
  /** Column of the top-level keys, and of the dashes. */
  readonly base: number;
  readonly dash: number;
  /** Where the lines of the items begin. */
  readonly items: readonly number[];
  /** Whether the dash of that item stands elsewhere than the first one's. */
  readonly misaligned: readonly number[];
  /** Where the text after the last item begins; the length of the text when nothing follows. */
  readonly trailer: number;
}

/** One line that is neither blank nor a comment. */
interface Line {
  readonly from: number;
  /** Offset of its first character that is no blank. */
  readonly at: number;
  readonly next: number;
}

const keyLine = /(?:[A-Za-z_$][\w.$-]*|"[^"\\\r\n]*"|'[^'\r\n]*')[ \t]*:(?=[ \t\r\n]|$)/y;
/** Any line with `: ` in it: at the column of the keys this is a key, however it is spelled. */
const anyKeyLine = /(?:\?(?=[ \t])|[^\n]*?:(?=[ \t\r\n]|$))/y;
const statesLine = /States:[ \t]*(?:#[^\n]*)?\r?(?=\n|$)/y;
const startMarker = /---[ \t]*(?:#[^\n]*)?\r?(?=\n|$)/y;
const marker = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** The next line with content from `from` on, skipping blank lines and comments. */
function contentLine(text: string, from: number): Line | undefined {
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
function isEmpty(text: string, from: number): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 9 || code === 32) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return Number.isNaN(code) || code === 10 || code === 35 || (code === 13 && text.charCodeAt(at + 1) === 10);
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false;
  const after = text.charCodeAt(at + 1);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}

/** Cuts a text, or answers `undefined` where it has no block list `States` at the top. */
export function cutStates(text: string): Cut | undefined {
  const head = findStates(text);
  if (!head) return undefined;
  const first = contentLine(text, head.next);
  if (!first || !isDash(text, first.at)) return undefined;
  const dash = first.at - first.from;
  if (dash < head.base) return undefined;
  const found = followItems(text, first.from, head.base, dash, () => false);
  return found && { base: head.base, dash, ...found };
}

/** The line `States:` among the top-level keys, and the column these stand in. */
function findStates(text: string): { base: number; next: number } | undefined {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = contentLine(text, bom);
  if (line?.from === line?.at && line && matches(startMarker, text, line.at)) line = contentLine(text, line.next);
  if (!line || !matches(keyLine, text, line.at)) return undefined;
  const base = line.at - line.from;
  for (; line; line = contentLine(text, line.next)) {
    const column = line.at - line.from;
    if (column < base || (column === 0 && matches(marker, text, line.at))) return undefined;
    if (column > base) continue;
    if (matches(statesLine, text, line.at)) return { base, next: line.next };
    if (/^["']?States\b/.test(text.slice(line.at, line.at + 8))) return undefined;
  }
  return undefined;
}

export interface Items {
  readonly items: readonly number[];
  readonly misaligned: readonly number[];
  readonly trailer: number;
  /** The offset at which `isKnown` said that the rest is known. */
  readonly metAt?: number;
}

/**
 * Follows the list from the line of one item on. Stops where `isKnown` recognises the line of an item: from there on a
 * former cut holds, because finding items depends on nothing before an item. `undefined` where the text turns out to
 * hold several documents.
 */
export function followItems(
  text: string,
  from: number,
  base: number,
  dash: number,
  isKnown: (lineStart: number) => boolean,
): Items | undefined {
  const items: number[] = [];
  const misaligned: number[] = [];
  /** A line that might belong behind the list, unless more items follow. */
  let doubtful: number | undefined;
  for (let line = contentLine(text, from); line; line = contentLine(text, line.next)) {
    const column = line.at - line.from;
    if (column === 0 && matches(marker, text, line.at)) return undefined;
    if (column > dash || text.charCodeAt(line.at) === 9) continue;
    if (isDash(text, line.at) && column >= base) {
      if (isKnown(line.from)) return { items, misaligned, trailer: line.from, metAt: line.from };
      if (column !== dash) misaligned.push(items.length);
      items.push(line.from);
      doubtful = undefined;
    } else if (column <= base && doubtful === undefined) {
      if (endsList(text, line, dash)) return { items, misaligned, trailer: line.from };
      doubtful = line.from;
    }
  }
  return { items, misaligned, trailer: doubtful ?? text.length };
}

/** Whether a line at the column of the top-level keys is such a key, rather than a slip in the middle of a state. */
function endsList(text: string, line: Line, dash: number): boolean {
  if (!matches(anyKeyLine, text, line.at)) return false;
  if (isEmpty(text, anyKeyLine.lastIndex)) return true;
  const next = contentLine(text, line.next);
  return !next || next.at - next.from !== dash || !isDash(text, next.at);
}
