import { language } from '../language/states.ts';
import { isEmpty, isNameKey, isStateItem, keyEnd, type Line } from './lines.ts';

/** Keys of the language: the value of none of them, the states apart, is a list of mappings at the top of a flow. */
const ownKeys: ReadonlySet<string> = new Set(
  [...language.flow, ...Object.values(language.states).flatMap((state) => state.fields)].map((field) => field.key),
);
/** Keys that stand nowhere but at the top. */
const topOnly: ReadonlySet<string> = new Set(['StartAt', 'SpecVersion']);

/**
 * What the last of the lines allows behind it. closed: nothing deeper · open: a value may follow below · map: one has
 * begun · text: lines of any look · quoted: the same, as long as it is closed some day · junk: the line is no key.
 */
type Kind = 'closed' | 'open' | 'map' | 'text' | 'quoted' | 'junk';

/**
 * Lines in the column of the flow's own keys that came up behind an item. They are either what follows the list, or
 * were typed at the wrong column in the middle of a state: what no YAML allows behind them tells.
 */
export class Stray {
  /** Where the first line begins. */
  readonly from: number;
  /** Lines that name a state although the item before them has its name. */
  readonly names: number[] = [];
  readonly #text: string;
  readonly #base: number;
  #kind: Kind = 'junk';
  #own = false;
  #topOnly = false;
  #closing = '';
  #sawKey = false;
  /** The column of the value below an open key. */
  #inner = 0;

  constructor(text: string, base: number, line: Line) {
    this.#text = text;
    this.#base = base;
    this.from = line.from;
  }

  /** One more line in the column of the top-level keys. */
  add(line: Line): void {
    const end = keyEnd(this.#text, line.at);
    const key = end === undefined ? '' : this.#text.slice(line.at, end - 1).trim();
    const plain = key.replace(/^(["'])(.*)\1$/, '$2').replace(/\.\$$/, '');
    this.#own = ownKeys.has(plain);
    this.#topOnly = topOnly.has(plain);
    this.#sawKey = false;
    this.#kind = end === undefined ? 'junk' : this.#kindOf(end, line.next);
  }

  #kindOf(from: number, to: number): Kind {
    if (isEmpty(this.#text, from)) return 'open';
    const value = this.#text.slice(from, to).trim();
    const first = value.charAt(0);
    if (first === '&' || first === '!') return 'open';
    if (first === '|' || first === '>') return 'text';
    this.#closing = closings.get(first) ?? '';
    return this.#closing === '' || value.indexOf(this.#closing, 1) > 0 ? 'closed' : 'quoted';
  }

  /** A deeper line behind. True: it cannot stand there, so that all this was typed inside of a state. */
  deeper(line: Line): boolean {
    const isKey = keyEnd(this.#text, line.at) !== undefined;
    if (this.#kind === 'open') {
      this.#kind = 'map';
      this.#inner = line.at - line.from;
    } else if (this.#kind === 'quoted') {
      if (this.#text.slice(line.at, line.next).includes(this.#closing)) this.#kind = 'text';
      else this.#sawKey ||= isKey;
    }
    return isKey && !this.#topOnly && (this.#kind === 'closed' || this.#kind === 'junk');
  }

  /** Whether a quote swallowed keys and was never closed; asked where nothing deeper follows any more. */
  get swallows(): boolean {
    return this.#kind === 'quoted' && this.#sawKey && !this.#topOnly;
  }

  /** What a dash in the columns of the list is: one more state, what the list is followed by, or the text of a value. */
  dash(line: Line): 'item' | 'behind' | 'text' {
    const deep = line.at - line.from > this.#base;
    switch (this.#kind) {
      case 'open':
        return this.#own ? 'item' : 'behind';
      case 'map':
        return deep && !this.#own && line.at - line.from >= this.#inner ? 'text' : 'item';
      case 'text':
        return deep ? 'text' : 'item';
      case 'closed':
      case 'quoted':
        return deep && !isStateItem(this.#text, line.at) ? 'text' : 'item';
      case 'junk':
        return 'item';
    }
  }

  /** Notes a line that names a state; `named` says whether the item before has its name. */
  note(line: Line, named: boolean): boolean {
    const names = isNameKey(this.#text, line.at);
    if (names && named) this.names.push(line.from);
    return named || names;
  }
}

const closings: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['{', '}'],
  ['[', ']'],
]);
