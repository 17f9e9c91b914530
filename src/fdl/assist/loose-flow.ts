import { lineStartAt } from '../../base/index.ts';
import type { Loose, LooseEntry, LooseItem, LooseScalar } from './loose.ts';

const deepest = 100;

/** Reads `{…}`, `[…]` and quoted text, over line ends too, until they close or a line stands too far left to belong. */
export class FlowReader {
  readonly #text: string;
  readonly #least: number;
  at: number;
  /** Set when a line did not belong: everything open ends there. */
  #over = false;

  /** `least`: the column a continuation line must reach. */
  constructor(text: string, at: number, least: number) {
    this.#text = text;
    this.#least = least;
    this.at = at;
  }

  value(depth: number): Loose | undefined {
    const first = this.#text[this.at];
    if (first === '{' && depth < deepest) return this.#map(depth);
    if (first === '[' && depth < deepest) return this.#list(depth);
    if (first === '"' || first === "'") return this.quoted(first, false);
    return this.#plain();
  }

  #map(depth: number): Loose {
    const entries: LooseEntry[] = [];
    const map: Loose = { kind: 'map', flow: true, column: this.#column(this.at), entries };
    this.at += 1;
    while (this.#more()) {
      const key = this.#scalar();
      this.#blanks();
      const hasColon = this.#text[this.at] === ':';
      const entry: LooseEntry = {
        key: key.text,
        from: key.from,
        to: key.to,
        quote: key.quote,
        hasColon,
        value: undefined,
      };
      entries.push(entry);
      if (!hasColon) continue;
      this.at += 1;
      this.#blanks();
      if (!this.#over && !'},]'.includes(this.#text[this.at] ?? '}')) entry.value = this.value(depth + 1);
    }
    return map;
  }

  #list(depth: number): Loose {
    const items: LooseItem[] = [];
    const list: Loose = { kind: 'list', flow: true, column: this.#column(this.at), items };
    this.at += 1;
    while (this.#more()) items.push({ hasDash: true, value: this.value(depth + 1) });
    return list;
  }

  /** Skips to the next entry; false behind a closing bracket (even the wrong one) or where the text does not belong. */
  #more(): boolean {
    for (;;) {
      this.#blanks();
      const next = this.#text[this.at];
      if (this.#over || next === undefined) return false;
      if (next === '}' || next === ']') {
        this.at += 1;
        return false;
      }
      if (next !== ',' && next !== ':') return true;
      this.at += 1;
    }
  }

  #scalar(): LooseScalar {
    const first = this.#text[this.at];
    return first === '"' || first === "'" ? this.quoted(first, false) : this.#plain();
  }

  /** Plain text inside brackets ends at a comma, a bracket, a colon that separates, a comment or the line end. */
  #plain(): LooseScalar {
    const from = this.at;
    for (; this.at < this.#text.length; this.at += 1) {
      const c = this.#text[this.at] ?? '';
      if (c === '\n' || c === '\r' || c === ',' || c === ']' || c === '}') break;
      if ((c === '{' || c === '[') && this.at === from) break;
      if (c === ':' && this.at > from && /[\s,[\]{}]|^$/.test(this.#text[this.at + 1] ?? '')) break;
      if (c === '#' && /\s/.test(this.#text[this.at - 1] ?? ' ')) break;
    }
    if (this.at === from) this.at += 1;
    const text = this.#text.slice(from, this.at).trimEnd();
    return {
      kind: 'scalar',
      text,
      from,
      to: from + text.length,
      quote: '',
      column: this.#column(from),
      mayBeKey: false,
    };
  }

  quoted(quote: string, mayBeKey: boolean): LooseScalar {
    const column = this.#column(this.at);
    const from = this.at + 1;
    let at = from;
    for (; at < this.#text.length; at += 1) {
      const c = this.#text[at];
      if (c === '\\' && quote === '"') at += 1;
      else if (c === quote && !(quote === "'" && this.#text[at + 1] === quote)) break;
      else if (c === quote) at += 1;
      else if (c === '\n' && this.#indentAfter(at) < this.#least) break;
    }
    const to = Math.min(at, this.#text.length);
    this.at = this.#text[to] === quote ? to + 1 : to;
    return { kind: 'scalar', text: this.#text.slice(from, to), from, to, quote, column, mayBeKey };
  }

  #blanks(): void {
    for (; this.at < this.#text.length && !this.#over; this.at += 1) {
      const c = this.#text[this.at] ?? '';
      if (c === '\n' && this.#indentAfter(this.at) < this.#least) this.#over = true;
      else if (c === '#' && /\s/.test(this.#text[this.at - 1] ?? ' ')) this.at = this.#lineEnd() - 1;
      else if (!/\s/.test(c)) return;
    }
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.at);
    return end < 0 ? this.#text.length : end;
  }

  #column(at: number): number {
    return at - lineStartAt(this.#text, at);
  }

  /** The indentation of the line behind a line end; blank lines belong to anything. */
  #indentAfter(lineEnd: number): number {
    let at = lineEnd + 1;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at += 1;
    const c = this.#text[at];
    return c === '\n' || c === '\r' || c === undefined ? Number.MAX_SAFE_INTEGER : at - lineEnd - 1;
  }
}
