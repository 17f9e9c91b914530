/**
 * Walks over text in brackets (JSON, YAML's flow style) token by token, as the YAML library does, and stops where no
 * YAML goes on. So where an item of a list ends is certain for every well-formed text, whatever stands in its strings
 * and comments. What is let pass may still be no YAML; that is for the readers to say.
 */
import { BracketCursor } from './bracket-cursor.ts';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleEnd,
  isBlankOrFlow,
  isFlow,
  openBrace,
  openBracket,
  singleEnd,
} from './bracket-characters.ts';

/** What an open bracket has got since its last comma: nothing, a key or item, a colon, a value. */
export const empty = 0;
export const keyed = 1;
export const awaiting = 2;
export const filled = 3;

const tag = /!(?:<[^\s>]*>?|[\w\-#;/?:@&=+$.!~*'()%]*)/y;
const statesKey = /(?:States(?=[ \t]*:[\s[])|"States"|'States')/y;

/** Where a scan has stopped: the innermost open bracket, what it has got so far, and the last token. */
export interface Halt {
  readonly openAt: number;
  readonly isMap: boolean;
  readonly stage: number;
  readonly keyAt: number;
  readonly tokenAt: number;
}

export class BracketScan extends BracketCursor {
  /** Behind the last token. */
  end = 0;
  /** A quote has no closing one. */
  unclosed = false;
  readonly #isMap: boolean[] = [false, false];
  readonly #stages: number[] = [empty, empty];
  readonly #opened: number[] = [0, 0];
  #properties = false;
  /** The last token was a quoted text or a closing bracket: a colon may follow at once. */
  #isJsonKey = false;
  #keyAt = 0;
  #tokenAt = 0;
  /** Goes over the item at a place. closed: a comma or the end of the list follows · followed: something else does. */
  item(from: number): 'closed' | 'followed' | 'torn' {
    this.moveTo(from);
    this.depth = 1;
    this.#stages[1] = empty;
    this.#properties = false;
    this.crossed = false;
    this.unclosed = false;
    for (;;) {
      const code = this.skip();
      if (this.depth === 1 && this.#hasItem() && (code === comma || code === closeBracket || code === -1)) {
        return this.several ? 'torn' : 'closed';
      }
      const isComplete = this.depth === 1 && this.#isComplete();
      if (!this.#take(code)) return isComplete ? 'followed' : 'torn';
    }
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
    return statesKey.test(this.text);
  }

  /** Goes on behind the value that begins at the next token. */
  resume(at: number): void {
    this.#fill(this.at);
    this.#isJsonKey = true;
    this.at = at;
    this.end = at;
  }

  halt(): Halt {
    const { depth } = this;
    return {
      openAt: this.#opened[depth] ?? 0,
      isMap: this.#isMap[depth] === true,
      stage: this.#stages[depth] ?? empty,
      keyAt: this.#keyAt,
      tokenAt: this.#tokenAt,
    };
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
        tag.test(this.text);
        return this.#property(tag.lastIndex);
      case 42:
        return this.#fill(this.at) && this.#to(this.#nameEnd());
      default:
        return this.#plain();
    }
  }

  #to(at: number): boolean {
    this.#tokenAt = this.at;
    this.at = at;
    this.end = at;
    return true;
  }

  /** Whether what stands here is followed by what makes it a sign of its own. */
  #isIndicator(): boolean {
    return isBlankOrFlow(this.text.charCodeAt(this.at + 1));
  }

  /** Where the name of an anchor or alias ends. */
  #nameEnd(): number {
    let at = this.at + 1;
    while (!isBlankOrFlow(this.text.charCodeAt(at))) at += 1;
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
    this.#opened[this.depth] = this.at;
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
    const to = quote === 34 ? doubleEnd(this.text, from) : singleEnd(this.text, from);
    this.see(to < 0 ? this.text.length : to);
    this.unclosed = to < 0;
    if (to < 0 || (this.lineEnd(from) < to && !this.overLines(to))) return false;
    this.#isJsonKey = true;
    return this.#to(to);
  }

  /** Plain text ends at a comma or bracket, before `: ` and ` #`, and where a line cannot go on. */
  #plain(): boolean {
    const text = this.text;
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
        if (code === 10 && !this.mayGoOnAt(at + 1)) break;
      } else end = at + 1;
    }
    return this.#to(end);
  }
}
