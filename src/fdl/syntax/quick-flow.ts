import { span } from '../../base/index.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap } from '../written.ts';
import { blank, colon, newline, plainScalar, quotedScalar, startsPlain, tab, unsure } from './quick-scalar.ts';

const comma = 44;
const deepest = 60;

/**
 * Reads `{…}` and `[…]` as people and programs write them; everything unusual (comments, empty values, pairs in lists,
 * trailing commas) is left to the YAML library. `lines` says whether the collection may go over several lines.
 */
export function quickFlow(text: string, from: number, lines: boolean, noteMap: (map: WrittenMap) => void): Written {
  const reader = new FlowReader(text, from, lines, noteMap);
  return reader.value(0);
}

class FlowReader {
  readonly #text: string;
  readonly #lines: boolean;
  readonly #noteMap: (map: WrittenMap) => void;
  #at: number;

  constructor(text: string, from: number, lines: boolean, noteMap: (map: WrittenMap) => void) {
    this.#text = text;
    this.#at = from;
    this.#lines = lines;
    this.#noteMap = noteMap;
  }

  value(depth: number): Written {
    if (depth > deepest) throw unsure;
    const first = this.#text.charAt(this.#at);
    if (first === '{') return this.#map(depth);
    if (first === '[') return this.#list(depth);
    if (first === '"' || first === "'") return this.#quoted();
    return this.#plain();
  }

  #map(depth: number): WrittenMap {
    const from = this.#open();
    const entries: WrittenEntry[] = [];
    while (this.#text.charAt(this.#at) !== '}') {
      if (entries.length > 0) this.#separator();
      entries.push(this.#entry(depth));
      this.#skip();
    }
    this.#at += 1;
    const map: WrittenMap = { kind: 'map', style: 'flow', span: span(from, this.#at), entries };
    this.#noteMap(map);
    return map;
  }

  #entry(depth: number): WrittenEntry {
    const quote = this.#text.charAt(this.#at);
    const key = quote === '"' || quote === "'" ? this.#quoted() : this.#plain();
    if (this.#text.charCodeAt(this.#at) !== colon) throw unsure;
    const after = this.#text.charCodeAt(this.#at + 1);
    if (after !== blank && after !== newline && after !== tab && after !== 13 && key.style === 'plain') throw unsure;
    this.#at += 1;
    this.#skip();
    const value = this.value(depth + 1);
    const name = key.source ?? String(key.value);
    if (name === '<<') throw unsure;
    return { key: name, keySpan: key.span, value, merged: false };
  }

  #list(depth: number): WrittenList {
    const from = this.#open();
    const items: Written[] = [];
    while (this.#text.charAt(this.#at) !== ']') {
      if (items.length > 0) this.#separator();
      items.push(this.value(depth + 1));
      this.#skip();
      if (this.#text.charCodeAt(this.#at) === colon) throw unsure;
    }
    this.#at += 1;
    return { kind: 'list', style: 'flow', span: span(from, this.#at), items };
  }

  #open(): number {
    const from = this.#at;
    this.#at += 1;
    this.#skip();
    return from;
  }

  #separator(): void {
    if (this.#text.charCodeAt(this.#at) !== comma) throw unsure;
    this.#at += 1;
    this.#skip();
  }

  #skip(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      const lineEnd = code === newline || (code === 13 && this.#text.charCodeAt(this.#at + 1) === newline);
      if (code === blank || (this.#lines && (lineEnd || code === tab))) this.#at += 1;
      else return;
    }
  }

  #quoted() {
    const scalar = quotedScalar(this.#text, this.#at);
    this.#at = scalar.span.to;
    return scalar;
  }

  /** A plain scalar ends at a comma or bracket, or before `: `; colons and hashes elsewhere need thought. */
  #plain() {
    const from = this.#at;
    if (!startsPlain(this.#text, from)) throw unsure;
    let to = from;
    let at = from;
    for (; ; at += 1) {
      const character = this.#text.charAt(at);
      if (character === '' || character === '\r' || character === '\t') throw unsure;
      if (',]}\n'.includes(character)) break;
      if (character === '[' || character === '{' || character === '#') throw unsure;
      if (character === ':') {
        const after = this.#text.charAt(at + 1);
        if (after === ' ' || after === '\n') break;
        if (',[]{}\r\t'.includes(after)) throw unsure;
      }
      if (character !== ' ') to = at + 1;
    }
    this.#at = to;
    if (this.#text.charAt(at) === ':' && to !== at) throw unsure;
    if (this.#text.charAt(at) === '\n' && !this.#lines) throw unsure;
    return plainScalar(this.#text.slice(from, to), span(from, to));
  }
}
