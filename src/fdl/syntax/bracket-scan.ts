/**
 * Walks over text in brackets (JSON, YAML's flow style) token by token, as the YAML library does, and stops where no
 * YAML goes on. So where an item of a list ends is certain for every well-formed text, whatever stands in its strings
 * and comments. What is let pass may still be no YAML; that is for the readers to say.
 */
import { lineStartAt } from '../../base/index.ts';

/** What an open bracket has got since its last comma: nothing, a key or item, a colon, a value. */
const empty = 0;
const keyed = 1;
const awaiting = 2;
const filled = 3;

const comma = 44;
const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;

const marker = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;
const tag = /!(?:<[^\s>]*>?|[\w\-#;/?:@&=+$.!~*'()%]*)/y;
const statesKey = /(?:States(?=[ \t]*:[\s[])|"States"|'States')/y;

export interface Layout {
  /** Columns that every line has to leave blank: those of the key the brackets belong to. 0 where there is none. */
  readonly indent: number;
  /** Column of the brace the first item begins with, where that begins its line. */
  readonly column: number | undefined;
}

export class BracketScan {
  /** Where the next token is, or the one that cannot stand there. */
  at: number;
  /** Behind the last token. */
  end: number;
  /** Brackets open, that of the list itself included. */
  depth = 1;
  /** A line begins with a brace in the column of the items: there may be the border of two. */
  crossed = false;
  /** A line stands left of where it must. */
  outdented = false;
  /** The end of the line before one that cannot belong to the list. */
  left: number | undefined;
  /** The text turned out to hold several documents. */
  several = false;
  /** How far the text was looked at. */
  seen: number;
  readonly #text: string;
  readonly #layout: Layout;
  readonly #isMap: boolean[] = [false, false];
  readonly #stages: number[] = [empty, empty];
  #properties = false;
  /** The last token was a quoted text or a closing bracket: a colon may follow at once. */
  #isJsonKey = false;
  #keyAt = 0;
  /** The next line end, once looked for. */
  #newline = -1;

  constructor(text: string, at: number, layout: Layout) {
    this.#text = text;
    this.#layout = layout;
    this.at = at;
    this.end = at;
    this.seen = at;
  }

  /** Goes over the item at a place. closed: a comma or the end of the list follows · followed: something else does. */
  item(from: number): 'closed' | 'followed' | 'torn' {
    this.moveTo(from);
    this.depth = 1;
    this.#stages[1] = empty;
    this.#properties = false;
    this.crossed = false;
    for (;;) {
      const code = this.skip();
      if (this.depth === 1 && this.#hasItem() && (code === comma || code === closeBracket || code === -1)) {
        return this.several ? 'torn' : 'closed';
      }
      if (!this.#take(code)) return this.depth === 1 && this.#isComplete() ? 'followed' : 'torn';
    }
  }

  /** Looks on from another place. */
  moveTo(at: number): void {
    this.at = at;
    this.seen = at;
    this.left = undefined;
    this.#newline = -1;
  }

  /** Takes the next token; false at the end of the text, and where it cannot stand. */
  step(): boolean {
    return this.#take(this.skip());
  }

  /** Whether the next token opens the list of a key `States`. */
  isAtStates(): boolean {
    const { depth } = this;
    if (this.skip() !== openBracket || this.#isMap[depth] !== true || this.#stages[depth] !== awaiting) return false;
    statesKey.lastIndex = this.#keyAt;
    return statesKey.test(this.#text);
  }

  /** Goes on behind the value that begins at the next token. */
  resume(at: number): void {
    this.#fill(this.at);
    this.#isJsonKey = true;
    this.at = at;
    this.end = at;
  }

  /** Moves to the next token, over blanks, lines and comments; gives its first character, -1 at the end. */
  skip(): number {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 32 || code === 9) this.at += 1;
      else if (code === 10) {
        if (!this.#enterLine(this.at + 1)) return -1;
      } else if (code === 13 && text.charCodeAt(this.at + 1) === 10) this.at += 1;
      else if (code === 35) this.at = this.#lineEnd(this.at);
      else {
        this.#see(this.at);
        return Number.isNaN(code) ? -1 : code;
      }
    }
  }

  #see(at: number): void {
    if (at > this.seen) this.seen = at;
  }

  #hasItem(): boolean {
    return this.#stages[1] !== empty || this.#properties;
  }

  #isComplete(): boolean {
    return this.#stages[1] === keyed || this.#stages[1] === filled;
  }

  #take(code: number): boolean {
    switch (code) {
      case -1:
        return false;
      case openBrace:
      case openBracket:
        return this.#open(code === openBrace);
      case closeBrace:
      case closeBracket:
        return this.#close(code === closeBrace);
      case comma:
        return this.#comma();
      case 34:
      case 39:
        return this.#quoted(code);
      case colon:
        return this.#isIndicator() || this.#isJsonKey ? this.#colon() : this.#plain();
      case 63:
        return this.#isIndicator() ? this.#property(this.at + 1) : this.#plain();
      case 45:
        return !this.#isIndicator() && this.#plain();
      case 38:
        return this.#property(this.#nameEnd());
      case 33:
        tag.lastIndex = this.at;
        tag.test(this.#text);
        return this.#property(tag.lastIndex);
      case 42:
        return this.#fill(this.at) && this.#to(this.#nameEnd());
      default:
        return this.#plain();
    }
  }

  #to(at: number): boolean {
    this.at = at;
    this.end = at;
    return true;
  }

  /** Whether what stands here is followed by what makes it a sign of its own. */
  #isIndicator(): boolean {
    return isBlankOrFlow(this.#text.charCodeAt(this.at + 1));
  }

  /** Where the name of an anchor or alias ends. */
  #nameEnd(): number {
    let at = this.at + 1;
    while (!isBlankOrFlow(this.#text.charCodeAt(at))) at += 1;
    return at;
  }

  #property(to: number): boolean {
    this.#properties = true;
    return this.#to(to);
  }

  /** Notes a value or key; false where there is one already. */
  #fill(at: number): boolean {
    const stage = this.#stages[this.depth];
    if (stage !== empty && stage !== awaiting) return false;
    if (stage === empty) this.#keyAt = at;
    this.#stages[this.depth] = stage + 1;
    this.#properties = false;
    this.#isJsonKey = false;
    return true;
  }

  /** A mapping cannot hold a collection as its key: YAML could, this language cannot. */
  #open(isMap: boolean): boolean {
    const { depth } = this;
    const stage = this.#stages[depth];
    if (stage !== awaiting && (stage !== empty || this.#isMap[depth] === true)) return false;
    this.depth += 1;
    this.#isMap[this.depth] = isMap;
    this.#stages[this.depth] = empty;
    this.#properties = false;
    this.#isJsonKey = false;
    return this.#to(this.at + 1);
  }

  #close(isMap: boolean): boolean {
    if (this.depth === 1 || this.#isMap[this.depth] !== isMap) return false;
    this.depth -= 1;
    this.#fill(this.at);
    this.#isJsonKey = true;
    return this.#to(this.at + 1);
  }

  #comma(): boolean {
    if (this.#stages[this.depth] === empty && !this.#properties) return false;
    this.#stages[this.depth] = empty;
    this.#properties = false;
    this.#isJsonKey = false;
    return this.#to(this.at + 1);
  }

  #colon(): boolean {
    const stage = this.#stages[this.depth];
    if (stage !== empty && stage !== keyed) return false;
    this.#stages[this.depth] = awaiting;
    this.#isJsonKey = false;
    return this.#to(this.at + 1);
  }

  #quoted(quote: number): boolean {
    const from = this.at;
    if (!this.#fill(from)) return false;
    const to = quote === 34 ? doubleEnd(this.#text, from) : singleEnd(this.#text, from);
    this.#see(to < 0 ? this.#text.length : to);
    if (to < 0 || (this.#lineEnd(from) < to && !this.#overLines(to))) return false;
    this.#isJsonKey = true;
    return this.#to(to);
  }

  /** Looks at the lines of a quoted text. */
  #overLines(to: number): boolean {
    const from = this.at;
    for (let line = this.#lineEnd(from); line < to; line = this.#lineEnd(this.at)) {
      this.at = line;
      if (!this.#enterLine(line + 1)) return false;
    }
    this.at = from;
    return true;
  }

  /** Plain text ends at a comma or bracket, before `: ` and ` #`, and where a line cannot go on. */
  #plain(): boolean {
    const text = this.#text;
    if (!this.#fill(this.at)) return false;
    let end = this.at;
    for (let at = this.at; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === colon) {
        if (isBlankOrFlow(text.charCodeAt(at + 1))) break;
        end = at + 1;
      } else if (isBlankOrFlow(code)) {
        if (Number.isNaN(code) || isFlow(code) || text.charCodeAt(at + 1) === 35) break;
        if (code === 13 && text.charCodeAt(at + 1) !== 10) end = at + 1;
        if (code === 10 && !this.#mayGoOnAt(at + 1)) break;
      } else end = at + 1;
    }
    return this.#to(end);
  }

  #mayGoOnAt(line: number): boolean {
    const { indent } = this.#layout;
    for (let at = line; at < line + indent; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code !== 32) return code === 10 || code === 13;
    }
    return !isMarkerAt(this.#text, line);
  }

  /** Looks at where a line begins; false where the list cannot go on there. */
  #enterLine(from: number): boolean {
    const text = this.#text;
    const { indent, column } = this.#layout;
    let at = from;
    while (text.charCodeAt(at) === 32) at += 1;
    const blanks = at - from;
    while (isBlank(text.charCodeAt(at))) at += 1;
    const code = text.charCodeAt(at);
    this.#see(at);
    if (blanks === 0 && isMarkerAt(text, from)) {
      this.several = true;
      return false;
    }
    if (blanks < indent && !isLineEnd(code) && code !== 35) {
      if (isOutside(text, at)) this.left ??= from - 1;
      if (this.left !== undefined) return false;
      if (this.depth > 1 || code !== closeBracket) this.outdented = true;
    }
    if (code === openBrace && at - from === column) this.crossed = true;
    this.at = at;
    return true;
  }

  #lineEnd(from: number): number {
    if (this.#newline < from) {
      const end = this.#text.indexOf('\n', from);
      this.#newline = end < 0 ? this.#text.length : end;
    }
    return this.#newline;
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const isLineEnd = (code: number): boolean => code === 10 || code === 13 || Number.isNaN(code);
const isFlow = (code: number): boolean =>
  code === comma || code === openBrace || code === closeBrace || code === openBracket || code === closeBracket;
const isBlankOrFlow = (code: number): boolean => isBlank(code) || isLineEnd(code) || isFlow(code);

/** Whether a line left of a list can only be a key or dash of the block text around it. */
export function isOutside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code > 127;
}

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
function doubleEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === 92) escapes += 1;
    if (escapes % 2 === 0) return at + 1;
  }
  return -1;
}

function singleEnd(text: string, from: number): number {
  let at = text.indexOf("'", from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === 39) at = text.indexOf("'", at + 2);
  return at < 0 ? -1 : at + 1;
}
