/**
 * Follows a list in brackets from item to item. In well-formed text the brackets tell where an item ends, whatever its
 * layout (`bracket-scan.ts`); for one that is not well-formed the layout helps (`recover-brackets.ts`). Either way
 * nothing before an item matters behind it, so that a former cut holds where the text has not changed.
 */
import { columnAt } from './bracket-characters.ts';
import { BracketScan } from './bracket-scan.ts';
import type { Items } from './follow-items.ts';
import { recover } from './recover-brackets.ts';

/**
 * One list in brackets. Its items begin with their first character; commas and blanks behind belong to the item, but
 * the line the closing bracket begins is no part of the last one: how far that is indented matters to the text around.
 */
export interface BracketCut extends Items {
  readonly style: 'flow';
  /** Where its opening bracket stands, and the place behind the closing one. */
  readonly open: number;
  readonly close: number;
  readonly indent: number;
  readonly column: number | undefined;
  /** Items whose brackets do not add up, with how far behind their beginning the text was looked at. */
  readonly torn: ReadonlyMap<number, number>;
}

/** A former cut, and the stretches of the text that are as they were. */
export interface Former {
  readonly cut: BracketCut;
  readonly head: number;
  readonly tailFrom: number;
  readonly drift: number;
}

/** Where the list begins, and how many columns its lines leave blank. */
export interface BracketPlace {
  readonly open: number;
  readonly indent: number;
}

/** `undefined` where the text turns out to hold several documents. */
export function followBrackets(text: string, place: BracketPlace, former?: Former): BracketCut | undefined {
  return new BracketWalk(text, place).follow(former);
}

class BracketWalk {
  readonly #text: string;
  readonly #place: BracketPlace;
  readonly #column: number | undefined;
  readonly #scan: BracketScan;
  readonly #first: number | undefined;
  readonly #items: number[] = [];
  readonly #slipped: number[] = [];
  readonly #torn = new Map<number, number>();
  #trailer = 0;
  #close = 0;
  /** Something outside of the items that every look at one of them takes in: blanks at the beginning of a line. */
  readonly #margin: number;

  constructor(text: string, place: BracketPlace) {
    this.#text = text;
    this.#place = place;
    this.#margin = 8 + place.indent;
    const scan = new BracketScan(text, place.open + 1, { indent: place.indent, column: undefined });
    this.#first = this.#firstItem(scan);
    this.#column = this.#first === undefined ? undefined : columnAt(text, this.#first);
    if (scan.outdented && this.#first !== undefined) this.#slipped.push(0);
    this.#scan = new BracketScan(text, this.#first ?? 0, { indent: place.indent, column: this.#column });
    this.#scan.several = scan.several;
  }

  follow(former: Former | undefined): BracketCut | undefined {
    const known = former && isOfOneMould(former.cut, this.#place, this.#column) ? former : undefined;
    const slips = new Set(known?.cut.misaligned);
    let oldIndex = 0;
    for (let next = this.#first; next !== undefined && !this.#scan.several;) {
      const was = known && next >= known.tailFrom ? next - known.drift : next;
      const untouched = known !== undefined && (next <= known.head || next >= known.tailFrom);
      while (untouched && (known.cut.items[oldIndex] ?? Infinity) < was) oldIndex += 1;
      const isKnown = untouched && known.cut.items[oldIndex] === was;
      if (known && isKnown && next >= known.tailFrom) {
        this.#takeRest(known, oldIndex);
        break;
      }
      const unchanged = known && isKnown && was + this.#seenOf(known.cut, oldIndex) <= known.head;
      next = unchanged ? this.#takeOver(known.cut, oldIndex, slips.has(oldIndex)) : this.#item(next);
    }
    if (this.#scan.several) return undefined;
    return this.#result();
  }

  #result(): BracketCut {
    const { open, indent } = this.#place;
    return {
      style: 'flow',
      open,
      close: this.#close,
      indent,
      column: this.#column,
      items: this.#items,
      misaligned: this.#slipped,
      trailer: this.#trailer,
      torn: this.#torn,
    };
  }

  /** Commas before the first item are left to the text around the list. */
  #firstItem(scan: BracketScan): number | undefined {
    let code = scan.skip();
    for (; code === 44; code = scan.skip()) scan.at += 1;
    return code === -1 || code === 93 ? this.#end(scan.left ?? scan.at) : scan.at;
  }

  /** How far the text was looked at to tell where a former item ends. */
  #seenOf({ items, close, torn }: BracketCut, index: number): number {
    return torn.get(index) ?? (items[index + 1] ?? close) - (items[index] ?? 0) + this.#margin;
  }

  /** Notes where the list ends. */
  #end(at: number): undefined {
    this.#close = this.#text.charAt(at) === ']' ? at + 1 : at;
    this.#trailer = lineEndBefore(this.#text, at);
  }

  #takeOver({ items, torn, trailer, close }: BracketCut, index: number, slipped: boolean): number | undefined {
    const here = this.#items.length;
    const seen = torn.get(index);
    if (seen !== undefined) this.#torn.set(here, seen);
    if (slipped) this.#slip(here);
    this.#items.push(items[index] ?? 0);
    const next = items[index + 1];
    if (next !== undefined) return next;
    this.#trailer = trailer;
    this.#close = close;
    return undefined;
  }

  #takeRest({ cut, drift }: Former, index: number): void {
    const moved = this.#items.length - index;
    for (const [i, seen] of cut.torn) if (i >= index) this.#torn.set(i + moved, seen);
    for (const i of cut.misaligned) if (i >= index) this.#slip(i + moved);
    for (let i = index; i < cut.items.length; i += 1) this.#items.push((cut.items[i] ?? 0) + drift);
    this.#trailer = cut.trailer + drift;
    this.#close = cut.close + drift;
  }

  #slip(index: number): void {
    if (this.#slipped.at(-1) !== index) this.#slipped.push(index);
  }

  /** Goes over one item; where the next one begins, `undefined` at the end of the list. */
  #item(from: number): number | undefined {
    const index = this.#items.length;
    const scan = this.#scan;
    this.#items.push(from);
    scan.outdented = false;
    const how = scan.item(from);
    const torn = how === 'torn' || (how === 'followed' && scan.crossed);
    const seen = scan.seen;
    const next = torn ? this.#recover(from) : this.#behind();
    if (torn) {
      const to = Math.max(seen, next ?? this.#close);
      this.#lookedTo(index, to);
    }
    if (scan.outdented) this.#slip(index);
    return next;
  }

  /** Notes how far the text was looked at to tell where an item ends. */
  #lookedTo(index: number, at: number): void {
    const seen = at >= this.#text.length ? Infinity : at - (this.#items[index] ?? 0) + this.#margin;
    this.#torn.set(index, Math.max(seen, this.#torn.get(index) ?? 0));
  }

  #recover(from: number): number | undefined {
    const found = recover(this.#text, from, { indent: this.#place.indent, column: this.#column });
    if (found === undefined) {
      this.#scan.several = true;
      return undefined;
    }
    this.#scan.moveTo(found.at);
    if (found.is === 'behind') return this.#behind();
    if (found.is === 'item') {
      if (!endsInComma.test(this.#text.slice(from, found.at))) this.#slip(this.#items.length - 1);
      return found.at;
    }
    return this.#end(found.at);
  }

  /** Whether a brace left of the items ends what the list is in, its own bracket being missing. */
  #isEndOfAll(scan: BracketScan): boolean {
    const column = columnAt(this.#text, scan.at);
    if (this.#column === undefined || column === undefined || column >= this.#column) return false;
    const index = this.#items.length - 1;
    const { at } = scan;
    scan.at += 1;
    let code = scan.skip();
    if (code === 44) {
      scan.at += 1;
      code = scan.skip();
    }
    this.#lookedTo(index, scan.at);
    scan.at = at;
    return code !== 123 && code !== 93;
  }

  /** From behind an item to the next one. What cannot stand between belongs to the item before. */
  #behind(): number | undefined {
    const scan = this.#scan;
    let separated = false;
    for (let code = scan.skip(); ; code = scan.skip()) {
      if (code === -1 || code === 93) return this.#end(scan.left ?? scan.at);
      if (code === 44 && !separated) {
        separated = true;
        scan.at += 1;
      } else if (code === 125 && this.#isEndOfAll(scan)) return this.#end(scan.at);
      else if (code === 44 || code === 125) scan.at += 1;
      else if (separated || code === 123) {
        if (!separated) this.#slip(this.#items.length - 1);
        return scan.at;
      } else scan.at = garbageEnd(this.#text, scan.at + 1);
    }
  }
}

/** Whether items of the one list would be found in the same way in the other. */
const isOfOneMould = (cut: BracketCut, { indent }: BracketPlace, column: number | undefined): boolean =>
  cut.indent === indent && cut.column === column;

/** The end of the line before what begins its line; the place itself, where something stands before it. */
function lineEndBefore(text: string, at: number): number {
  let line = at;
  while (text.charCodeAt(line - 1) === 32 || text.charCodeAt(line - 1) === 9) line -= 1;
  if (text.charCodeAt(line - 1) !== 10) return at;
  return text.charCodeAt(line - 2) === 13 ? line - 2 : line - 1;
}

/** What was looked for where an item ends may yet be readable: then the comma alone is missing. */
const endsInComma = /,(?:[ \t\r\n]|#[^\n]*\n)*$/;

const garbage = /[^,{\]\n]*/y;

function garbageEnd(text: string, from: number): number {
  garbage.lastIndex = from;
  garbage.test(text);
  return garbage.lastIndex;
}
