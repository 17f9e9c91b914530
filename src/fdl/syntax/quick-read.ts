import { span } from '../../base/index.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap, WrittenScalar } from '../written.ts';
import { quickFlow } from './quick-flow.ts';
import { blank, colon, hash, newline, plainScalar, quotedScalar, startsPlain, unsure } from './quick-scalar.ts';

/**
 * Reads the YAML that nearly every flow consists of: block mappings and lists, one-line scalars, flow collections, and
 * JSON. A hundred times faster than the library, which makes it affordable to read all states when a large file opens.
 * Anything it does not fully understand (`undefined`) goes to the library; a law test holds both against each other.
 */
export function quickRead(text: string): QuickReading | undefined {
  const reader = new BlockReader(text);
  return ifSure(() => ({ value: reader.document(), maps: reader.maps }));
}

/** A value with every mapping in it, for the search for duplicate keys. */
export interface QuickReading {
  readonly value: Written;
  readonly maps: readonly WrittenMap[];
}

const separator = /[ \t\r\n]*,?[ \t\r\n]*$/y;

/** The same of one mapping in braces out of a list; the comma behind it may be there. */
export function quickBraces(text: string): QuickReading | undefined {
  if (text.charCodeAt(0) !== 123) return undefined;
  const maps: WrittenMap[] = [];
  const read = ifSure(() => ({ value: quickFlow(text, 0, true, (map) => maps.push(map)), maps }));
  separator.lastIndex = read?.value.span.to ?? 0;
  return read && separator.test(text) ? read : undefined;
}

function ifSure(read: () => QuickReading): QuickReading | undefined {
  try {
    return read();
  } catch (problem) {
    if (problem === unsure) return undefined;
    throw problem;
  }
}

const deepest = 60;

/** A cursor over lines: always at the first character of a line's content, or at the end. */
class BlockReader {
  readonly maps: WrittenMap[] = [];
  readonly #text: string;
  #at = 0;
  /** Column of the content the cursor is at; -1 at the end of the text. */
  #column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Written {
    if (this.#text.charCodeAt(0) === 0xfeff) throw unsure;
    this.#toContent(0);
    const first = this.#text.charAt(this.#at);
    const value = first === '{' || first === '[' ? this.#flowDocument() : this.#block(this.#column, 0);
    if (this.#column >= 0) throw unsure;
    return value;
  }

  #flowDocument(): Written {
    const value = quickFlow(this.#text, this.#at, true, (map) => this.maps.push(map));
    this.#endLine(value.span.to);
    return value;
  }

  /** A mapping or list whose entries begin at `column`, where the cursor is. */
  #block(column: number, depth: number): Written {
    if (depth > deepest || this.#column !== column) throw unsure;
    return this.#isDash() ? this.#list(column, depth) : this.#map(column, depth);
  }

  #list(column: number, depth: number): WrittenList {
    const from = this.#at;
    const items: Written[] = [];
    while (this.#column === column && this.#isDash()) items.push(this.#item(column, depth));
    const to = Math.max(from + 1, items.at(-1)?.span.to ?? 0);
    return { kind: 'list', style: 'block', span: span(from, to), items };
  }

  #item(column: number, depth: number): Written {
    let at = this.#at + 1;
    while (this.#text.charCodeAt(at) === blank) at += 1;
    const inner = column + (at - this.#at);
    const first = this.#text.charAt(at);
    if (first === '' || first === '\n' || first === '\r' || first === '#') throw unsure;
    if (first === '-' && !startsPlain(this.#text, at)) throw unsure;
    this.#at = at;
    if (this.#keyEnd(at) !== undefined) {
      this.#column = inner;
      const map = this.#map(inner, depth + 1);
      if (this.#column > column) throw unsure;
      return map;
    }
    return this.#inline(at, column);
  }

  #map(column: number, depth: number): WrittenMap {
    const from = this.#at;
    const entries: WrittenEntry[] = [];
    while (this.#column === column && !this.#isDash()) entries.push(this.#entry(column, depth));
    if (this.#column > column) throw unsure;
    const map: WrittenMap = {
      kind: 'map',
      style: 'block',
      span: span(from, entries.at(-1)?.value.span.to ?? from),
      entries,
    };
    this.maps.push(map);
    return map;
  }

  #entry(column: number, depth: number): WrittenEntry {
    const from = this.#at;
    const to = this.#keyEnd(from);
    if (to === undefined) throw unsure;
    const { key, keySpan } = this.#key(from, to);
    let at = to + 1;
    while (this.#text.charCodeAt(at) === blank) at += 1;
    const value = this.#isLineEnd(at) ? this.#below(at, column, depth) : this.#inline(at, column);
    return { key, keySpan, value, merged: false };
  }

  #key(from: number, to: number): { readonly key: string; readonly keySpan: WrittenEntry['keySpan'] } {
    const first = this.#text.charAt(from);
    if (first === '"' || first === "'") {
      const scalar = quotedScalar(this.#text, from);
      return { key: String(scalar.value), keySpan: scalar.span };
    }
    const key = this.#text.slice(from, to);
    if (key === '<<') throw unsure;
    return { key, keySpan: span(from, to) };
  }

  /** The value in the lines below a key: deeper, or a list whose dashes stand under the key; else there is none. */
  #below(lineEnd: number, column: number, depth: number): Written {
    this.#toContent(this.#nextLine(lineEnd));
    if (this.#column > column) return this.#checked(this.#block(this.#column, depth + 1), column);
    if (this.#column === column && this.#isDash()) return this.#list(column, depth + 1);
    return { kind: 'scalar', style: 'plain', span: span(lineEnd, lineEnd), value: null, source: '' };
  }

  #checked(value: Written, column: number): Written {
    if (this.#column > column) throw unsure;
    return value;
  }

  /** A value on the line of its key or dash; the next line must not continue it. */
  #inline(at: number, column: number): Written {
    const value = this.#inlineValue(at);
    if (this.#column > column) throw unsure;
    return value;
  }

  #inlineValue(at: number): Written {
    const first = this.#text.charAt(at);
    if (first === '{' || first === '[') {
      const value = quickFlow(this.#text, at, false, (map) => this.maps.push(map));
      this.#endLine(value.span.to);
      return value;
    }
    if (first === '"' || first === "'") {
      const scalar = quotedScalar(this.#text, at);
      this.#endLine(scalar.span.to);
      return scalar;
    }
    return this.#plain(at);
  }

  #plain(from: number): WrittenScalar {
    if (!startsPlain(this.#text, from)) throw unsure;
    const next = this.#lineEnd(from);
    let source = this.#text.slice(from, next);
    const comment = source.indexOf(' #');
    let length = comment < 0 ? source.length : comment;
    while (length > 0 && (source.charCodeAt(length - 1) === blank || source.charCodeAt(length - 1) === 13)) length -= 1;
    if (length < source.length) source = source.slice(0, length);
    if (source.includes(': ') || source.endsWith(':') || /[\t\r]/.test(source)) throw unsure;
    this.#toContent(this.#nextLine(next));
    return plainScalar(source, span(from, from + length));
  }

  /** Where the colon of a key is, when the content at `from` is `key:` or `key: …`. */
  #keyEnd(from: number): number | undefined {
    const first = this.#text.charAt(from);
    if (first === '"' || first === "'") {
      const { to } = quotedScalar(this.#text, from).span;
      return this.#text.charCodeAt(to) === colon && this.#isSeparated(to + 1) ? to : undefined;
    }
    if (!startsPlain(this.#text, from)) return undefined;
    for (let at = from; ; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (Number.isNaN(code) || code === newline) return undefined;
      if (code === hash && this.#text.charCodeAt(at - 1) === blank) return undefined;
      if (code === 9) throw unsure;
      if (code !== colon || !this.#isSeparated(at + 1)) continue;
      if (this.#text.charCodeAt(at - 1) === blank) throw unsure;
      return at;
    }
  }

  #isSeparated(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return (
      code === blank ||
      code === newline ||
      Number.isNaN(code) ||
      (code === 13 && this.#text.charCodeAt(at + 1) === newline)
    );
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === 45 && this.#isSeparated(this.#at + 1);
  }

  #isLineEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    if (code === hash) return this.#text.charCodeAt(at - 1) === blank;
    return code === newline || Number.isNaN(code) || (code === 13 && this.#text.charCodeAt(at + 1) === newline);
  }

  /** After a value nothing but a comment may follow on its line. */
  #endLine(from: number): void {
    let at = from;
    while (this.#text.charCodeAt(at) === blank) at += 1;
    if (!this.#isLineEnd(at)) throw unsure;
    this.#toContent(this.#nextLine(at));
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }

  #nextLine(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1;
  }

  /** Moves to the next content from the line start `from` on. Tabs and document markers are left to the library. */
  #toContent(from: number): void {
    let start = from;
    while (start < this.#text.length) {
      let at = start;
      while (this.#text.charCodeAt(at) === blank) at += 1;
      const code = this.#text.charCodeAt(at);
      if (code === 9) throw unsure;
      const empty = code === hash || code === newline || Number.isNaN(code) || (code === 13 && this.#isLineEnd(at));
      if (!empty) {
        const marker = at === start && /^(?:---|\.\.\.)/.test(this.#text.slice(at, at + 3));
        if (marker) throw unsure;
        this.#at = at;
        this.#column = at - start;
        return;
      }
      start = this.#nextLine(at);
    }
    this.#at = this.#text.length;
    this.#column = -1;
  }
}
