import { lineStartAt } from '../../base/index.ts';
import type { Loose, LooseEntry, LooseItem, LooseList, LooseMap, LooseScalar } from './loose.ts';
import { FlowReader } from './loose-flow.ts';

/** Reads a whole text. `undefined` where nothing but blanks and comments is. */
export function readLoosely(text: string): Loose | undefined {
  return new BlockReader(text).read();
}

/** Something in block style that further lines may still add to. */
type Open = LooseMap | LooseList;

/** One pass over the lines; what is open is a stack of columns. */
class BlockReader {
  readonly #text: string;
  #at: number;
  #root: Loose | undefined;
  readonly #open: Open[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\ufeff') ? 1 : 0;
  }

  read(): Loose | undefined {
    while (this.#at < this.#text.length) this.#line();
    return this.#root;
  }

  #line(): void {
    const start = this.#at;
    this.#skipBlanks();
    if (this.#isEmptyHere() || /^(?:---|\.\.\.|%)/.test(this.#text.slice(start, start + 3))) return this.#nextLine();
    while (this.#text[this.#at] === '-' && /\s|^$/.test(this.#text[this.#at + 1] ?? '')) {
      this.#dash(this.#at - start);
      this.#at += 1;
      this.#skipBlanks();
      if (this.#isEmptyHere()) return this.#nextLine();
    }
    const column = this.#at - start;
    const key = this.#key();
    if (key) {
      this.#place(column, key);
      this.#value(column, key);
    } else this.#scalarLine(column);
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at += 1;
  }

  #isEmptyHere(): boolean {
    const c = this.#text[this.#at];
    return c === undefined || c === '\n' || c === '\r' || c === '#';
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    const stop = end < 0 ? this.#text.length : end;
    return this.#text[stop - 1] === '\r' ? stop - 1 : stop;
  }

  #nextLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
  }

  /** A key with its colon, left of the rest of the line; the place moves behind the colon. */
  #key(): LooseEntry | undefined {
    const end = this.#lineEnd();
    const quote = this.#text[this.#at] ?? '';
    if (quote === '"' || quote === "'") {
      const reader = new FlowReader(this.#text.slice(0, end), this.#at, 0);
      const scalar = reader.quoted(quote, true);
      const colon = /^\s*:(?=\s|$)/.exec(this.#text.slice(reader.at, end))?.[0];
      if (colon === undefined) return undefined;
      this.#at = reader.at + colon.length;
      return { key: scalar.text, from: scalar.from, to: scalar.to, quote, hasColon: true, value: undefined };
    }
    if (/[[\]{},#&*!|>%@`]/.test(quote)) return undefined;
    const line = this.#text.slice(this.#at, end);
    const colon = /:(?=\s|$)/.exec(line)?.index ?? -1;
    if (colon < 0 || line.slice(0, colon).includes(' #')) return undefined;
    const key = line.slice(0, colon).trimEnd();
    const from = this.#at;
    this.#at += colon + 1;
    return { key, from, to: from + key.length, quote: '', hasColon: true, value: undefined };
  }

  /** What stands behind the colon of a key, and the lines it reaches over. */
  #value(column: number, entry: LooseEntry): void {
    this.#skipBlanks();
    const tag = /^(?:[&!]\S*\s+)+/.exec(this.#text.slice(this.#at, this.#lineEnd()))?.[0] ?? '';
    this.#at += tag.length;
    if (this.#isEmptyHere()) return this.#nextLine();
    const first = this.#text[this.#at] ?? '';
    if (first === '|' || first === '>') entry.value = this.#blockScalar(column);
    else if ('{["\''.includes(first)) entry.value = this.#flow(column + 1);
    else entry.value = this.#plain(false);
  }

  #flow(least: number): Loose | undefined {
    const reader = new FlowReader(this.#text, this.#at, least);
    const value = reader.value(0);
    this.#at = reader.at;
    this.#nextLine();
    return value;
  }

  #plain(mayBeKey: boolean): LooseScalar {
    const line = this.#text.slice(this.#at, this.#lineEnd());
    const comment = / #/.exec(line)?.index ?? line.length;
    const text = line.slice(0, comment).trimEnd();
    const from = this.#at;
    const column = from - lineStartAt(this.#text, from);
    this.#nextLine();
    return { kind: 'scalar', text, from, to: from + text.length, quote: '', column, mayBeKey };
  }

  /** Literal and folded text: every line further right than its key. */
  #blockScalar(column: number): LooseScalar {
    this.#nextLine();
    const from = this.#at;
    let to = from;
    while (this.#at < this.#text.length) {
      const start = this.#at;
      this.#skipBlanks();
      const blank = this.#at === this.#lineEnd();
      if (!blank && this.#at - start <= column) {
        this.#at = start;
        break;
      }
      if (!blank) to = this.#lineEnd();
      this.#nextLine();
    }
    return {
      kind: 'scalar',
      text: this.#text.slice(from, to),
      from,
      to,
      quote: '|',
      column: column + 1,
      mayBeKey: false,
    };
  }

  #dash(column: number): void {
    this.#closeBeyond(column);
    let top = this.#open.at(-1);
    // A map in the column of the dash either waits for this very list, or is over.
    if (
      top?.kind === 'map' &&
      top.column === column &&
      top.entries.at(-1)?.value !== undefined &&
      this.#open.length > 1
    ) {
      this.#open.pop();
      top = this.#open.at(-1);
    }
    const item: LooseItem = { hasDash: true, value: undefined };
    if (top?.kind === 'list' && top.column === column) top.items.push(item);
    else this.#push({ kind: 'list', flow: false, column, items: [item] });
  }

  #place(column: number, entry: LooseEntry): void {
    this.#closeBeyond(column);
    if (this.#open.at(-1)?.kind === 'list' && this.#open.at(-1)?.column === column) this.#open.pop();
    const top = this.#open.at(-1);
    if (top?.kind === 'map' && top.column === column) {
      top.entries.push(entry);
      return;
    }
    const before = this.#slot();
    const map: LooseMap = { kind: 'map', flow: false, column, entries: [] };
    // A word typed above or before the keys of a map is a key in the making.
    if (before?.kind === 'scalar' && before.mayBeKey) map.entries.push(wordEntry(before));
    map.entries.push(entry);
    this.#push(map);
  }

  /** A line that is neither dash nor key: a value, the continuation of one, or a key in the making. */
  #scalarLine(column: number): void {
    this.#closeBeyond(column);
    const first = this.#text[this.#at] ?? '';
    const isFlow = '{["\''.includes(first);
    const value = isFlow ? this.#flow(this.#leastColumn(column)) : this.#plain(true);
    if (!value) return;
    const under = this.#open.at(-2);
    const top = this.#open.at(-1);
    if (top?.kind === 'list' && top.column === column) {
      if (under?.kind === 'map' && under.column === column) this.#open.pop();
      else if (value.kind === 'scalar') {
        top.items.push({ hasDash: false, value });
        return;
      }
    }
    this.#put(column, value);
  }

  /** Lines inside brackets must stand further right than what they belong to. */
  #leastColumn(column: number): number {
    const top = this.#open.at(-1);
    return top ? Math.min(column, top.column + 1) : 0;
  }

  #put(column: number, value: Loose): void {
    const top = this.#open.at(-1);
    if (!top) {
      this.#root ??= value;
      return;
    }
    const isWord = value.kind === 'scalar';
    if (top.kind === 'map' && top.column === column && isWord) top.entries.push(wordEntry(value));
    else if (this.#slot() === undefined) this.#fill(value);
    else if (isWord) this.#extend(top, value);
  }

  /** A further line of plain text; beside anything else it is a word that has lost its column. */
  #extend(top: Open, value: LooseScalar): void {
    const before = this.#slot();
    if (before?.kind === 'scalar' && before.quote === '') {
      this.#fill({ ...before, text: this.#text.slice(before.from, value.to), to: value.to, mayBeKey: false });
    } else if (top.kind === 'map') top.entries.push(wordEntry(value));
    else top.items.push({ hasDash: false, value });
  }

  /** What is open in columns right of this one is over. */
  #closeBeyond(column: number): void {
    while ((this.#open.at(-1)?.column ?? -1) > column) this.#open.pop();
  }

  /** The value the next deeper line would become. */
  #slot(): Loose | undefined {
    const top = this.#open.at(-1);
    if (!top) return this.#root;
    return (top.kind === 'map' ? top.entries : top.items).at(-1)?.value;
  }

  #fill(value: Loose): void {
    const top = this.#open.at(-1);
    if (!top) {
      this.#root = value;
      return;
    }
    const last = (top.kind === 'map' ? top.entries : top.items).at(-1);
    if (last) last.value = value;
  }

  #push(value: Open): void {
    this.#fill(value);
    this.#open.push(value);
  }
}

function wordEntry({ text, from, to, quote }: LooseScalar): LooseEntry {
  return { key: text, from, to, quote, hasColon: false, value: undefined };
}
