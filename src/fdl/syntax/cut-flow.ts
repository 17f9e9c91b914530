import { lineStartAt } from '../../base/index.ts';
/**
 * Finds the states of a list in brackets (JSON, or YAML's flow style) in text that cannot be read as a whole, by counting
 * brackets. Where they do not add up the layout helps: strings end with their line, and a brace in the column of the
 * first state's brace begins or ends a state.
 */
export interface FlowCut {
  /** Behind the opening bracket, and at the closing one. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly { readonly from: number; readonly to: number }[];
}

const list = /(?:^|[{,\n])[ \t\r\n]*(?:States|"States"|'States')[ \t]*:[ \t\r\n]*\[/;
const opening = '{[';
const closing = '}]';
/** What follows a state inside of a string that was never closed. */
const border = /\}[ \t\r\n]*(?:,[ \t\r\n]*\{|\])/y;

export function cutFlow(text: string): FlowCut | undefined {
  const found = list.exec(text);
  return found ? new FlowWalk(text, found.index + found[0].length).cut() : undefined;
}

class FlowWalk {
  readonly #text: string;
  readonly #from: number;
  readonly #items: { from: number; to: number }[] = [];
  #depth = 0;
  #itemAt = 0;
  /** The last character that means something. */
  #last = '';
  /** Column of the first state's brace, where it begins its line; else no column tells anything. */
  #column: number | undefined;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
  }

  cut(): FlowCut {
    for (let at = this.#from; at < this.#text.length;) {
      const character = this.#text.charAt(at);
      if (this.#depth === 0 && character === ']') return this.#end(at);
      if (opening.includes(character)) this.#open(at, character);
      else if (closing.includes(character) && this.#close(at, character)) return this.#end(at);
      if (!/\s/.test(character)) this.#last = character;
      at =
        character === '"' || (character === "'" && /[:,[{]/.test(this.#last))
          ? this.#afterString(at, character)
          : at + 1;
    }
    return this.#end(this.#text.length);
  }

  #end(to: number): FlowCut {
    if (this.#depth > 0) this.#items.push({ from: this.#itemAt, to });
    return { from: this.#from, to, items: this.#items };
  }

  #open(at: number, bracket: string): void {
    const column = bracket === '{' ? this.#columnOf(at) : undefined;
    if (this.#items.length === 0 && this.#depth === 0) this.#column = column;
    const sibling = column !== undefined && column === this.#column;
    const keyless = bracket === '{' && this.#depth === 1 && (this.#last === ',' || this.#last === '{');
    if (this.#depth > 0 && (sibling || keyless)) {
      this.#items.push({ from: this.#itemAt, to: at });
      this.#depth = 0;
    }
    if (this.#depth === 0) this.#itemAt = at;
    this.#depth += 1;
  }

  /** True where the list of states ends, although a brace is missing. */
  #close(at: number, bracket: string): boolean {
    const column = this.#column === undefined ? undefined : this.#columnOf(at);
    const left = column !== undefined && column <= (this.#column ?? 0);
    if (left && bracket === ']' && this.#depth > 0 && column < (this.#column ?? 0)) return true;
    this.#depth = left && column === this.#column ? 0 : Math.max(this.#depth - 1, 0);
    if (this.#depth === 0) this.#items.push({ from: this.#itemAt, to: at + 1 });
    return false;
  }

  /** The column of what begins its line. */
  #columnOf(at: number): number | undefined {
    const start = lineStartAt(this.#text, at);
    return /^[ \t]*$/.test(this.#text.slice(start, at)) ? at - start : undefined;
  }

  #afterString(from: number, quote: string): number {
    for (let at = from + 1; at < this.#text.length; at += 1) {
      const character = this.#text.charAt(at);
      if (character === '\\' && quote === '"') at += 1;
      else if (character === quote) return at + 1;
      else if (character === '\n') return at;
      else if (character === '}') {
        border.lastIndex = at;
        if (border.test(this.#text)) return at;
      }
    }
    return this.#text.length;
  }
}
