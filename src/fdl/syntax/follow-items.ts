import { contentLine, isDash, isEmpty, isMarker, isNameKey, isStateItem, type Line } from './lines.ts';
import { isTypedInside, type Outer } from './outer-lines.ts';
import { Stray } from './stray.ts';

export interface Items {
  /** Where the lines of the items begin. */
  readonly items: readonly number[];
  /** Which of them have their dash elsewhere than the first one. */
  readonly misaligned: readonly number[];
  readonly trailer: number;
  /** The offset at which `isKnown` said that the rest is known. */
  readonly metAt?: number;
}

/** Where a list is looked for. */
export interface Place {
  /** Column of the keys beside the list, and of the dashes. */
  readonly base: number;
  readonly dash: number;
  /** Of a list inside of a state: where lines may stand that end it. At the top a line left of the keys is a slip. */
  readonly outer?: readonly Outer[];
}

/**
 * Follows the list from the line of one item on. Where items begin is told by indentation alone; beside the dashes in
 * their column these are items too, since no YAML allows them anywhere else: a dash a little further right or left, and
 * a second `Name` in the column of the keys (its dash is missing). Stops where `isKnown` recognises the line of an item:
 * from there on a former cut holds, because nothing before an item matters behind it. `undefined` where the text turns
 * out to hold several documents.
 */
export function followItems(
  text: string,
  from: number,
  place: Place,
  isKnown: (lineStart: number) => boolean,
): Items | undefined {
  const first = contentLine(text, from);
  if (!first) return { items: [], misaligned: [], trailer: text.length };
  return new ItemWalk(text, place, isKnown).from(first);
}

class ItemWalk {
  readonly #text: string;
  readonly #place: Place;
  readonly #isKnown: (lineStart: number) => boolean;
  readonly #items: number[] = [];
  readonly #misaligned: number[] = [];
  #stray: Stray | undefined;
  /** Column of the keys of the current item, once known; -1: nothing to look at; Infinity: the item is complete. */
  #keys: number | undefined;
  #firstKey = 0;
  #lastKey = 0;
  #named = false;

  constructor(text: string, place: Place, isKnown: (lineStart: number) => boolean) {
    this.#text = text;
    this.#place = place;
    this.#isKnown = isKnown;
  }

  from(first: Line): Items | undefined {
    this.#begin(first);
    for (let line = contentLine(this.#text, first.next); line; line = contentLine(this.#text, line.next)) {
      if (line.from === line.at && isMarker(this.#text, line.at)) return undefined;
      const end = this.#take(line, line.at - line.from);
      if (end) return end;
    }
    if (this.#stray?.swallows) this.#takeIn();
    return this.#end(this.#stray?.from ?? this.#text.length);
  }

  #end(trailer: number): Items {
    return { items: this.#items, misaligned: this.#misaligned, trailer };
  }

  #take(line: Line, column: number): Items | undefined {
    const { base, dash } = this.#place;
    if (this.#text.charCodeAt(line.at) === 9) return this.#tabbed(line, column);
    if (column <= dash && column >= base && isDash(this.#text, line.at)) return this.#dashed(line);
    if (column <= base) return this.#outside(line, column);
    if (!this.#stray) return column > dash ? this.#inside(line, column) : this.#between(line);
    if (this.#stray.deeper(line)) this.#takeIn();
    return undefined;
  }

  /** A tab where a state begins: no YAML, but plain enough to keep the states behind it. */
  #tabbed(line: Line, column: number): Items | undefined {
    let at = line.at;
    while (this.#text.charCodeAt(at) === 9 || this.#text.charCodeAt(at) === 32) at += 1;
    if (column > this.#place.dash || !isDash(this.#text, at) || !isStateItem(this.#text, at)) return undefined;
    if (this.#stray) this.#takeIn();
    return this.#known(line) ?? this.#begin(line);
  }

  #dashed(line: Line): Items | undefined {
    const is = this.#stray?.dash(line) ?? 'item';
    if (is === 'text') return undefined;
    if (is === 'behind') return this.#end(this.#stray?.from ?? line.from);
    if (this.#stray) this.#takeIn();
    return this.#known(line) ?? this.#begin(line);
  }

  /** A line among the keys beside the list, or left of them. */
  #outside(line: Line, column: number): Items | undefined {
    if (this.#stray?.swallows) this.#takeIn();
    if (this.#place.outer && column < this.#place.base) return this.#left(line, column, this.#place.outer);
    this.#stray ??= new Stray(this.#text, this.#place.base, line);
    this.#stray.add(line);
    this.#named = this.#stray.note(line, this.#named);
    return undefined;
  }

  /** A line left of the keys beside a list inside of a state: its end, or a line of the item at the wrong column. */
  #left(line: Line, column: number, outer: readonly Outer[]): Items | undefined {
    const dash = isDash(this.#text, line.at);
    const mayStand = outer.some((place) => place.column === column && place.dash === dash);
    if (mayStand && !(!dash && isTypedInside(this.#text, line, this.#place.dash))) {
      return this.#end(this.#stray?.from ?? line.from);
    }
    if (this.#stray) this.#takeIn();
    if (dash && isStateItem(this.#text, line.at)) return this.#begin(line);
    this.#keys = -1;
    return undefined;
  }

  /** A line left of the item's keys, and yet right of those beside the list. */
  #between(line: Line): Items | undefined {
    if (!isNameKey(this.#text, line.at)) return undefined;
    if (this.#named) return this.#known(line) ?? this.#begin(line);
    this.#named = true;
    return undefined;
  }

  /** A line of the current item. */
  #inside(line: Line, column: number): Items | undefined {
    const dash = isDash(this.#text, line.at);
    this.#keys ??= dash ? -1 : column;
    if (column > this.#keys) return undefined;
    if (dash) {
      const misplaced = column < this.#keys || !isEmptyValue(this.#text, this.#lastKey);
      return misplaced && isStateItem(this.#text, line.at) ? (this.#known(line) ?? this.#begin(line)) : undefined;
    }
    // Behind such a slip the columns of the lines say nothing more.
    if (column < this.#keys && this.#keys !== Infinity) this.#keys = -1;
    // Right behind the first key it is that key once more: a state of a name alone is nobody's.
    const twice = this.#named && this.#lastKey === this.#firstKey && isNameKey(this.#text, line.at);
    this.#lastKey = line.at;
    return twice && isNameKey(this.#text, this.#firstKey) ? undefined : this.#between(line);
  }

  #known({ from }: Line): Items | undefined {
    return this.#isKnown(from) ? { ...this.#end(from), metAt: from } : undefined;
  }

  /** The lines at the wrong column belong to the item before them, or are items that lack their dash. */
  #takeIn(): void {
    const names = this.#stray?.names ?? [];
    this.#stray = undefined;
    for (const from of names) this.#items.push(from);
    if (names.length > 0) this.#keys = -1;
  }

  #begin(line: Line): undefined {
    const column = line.at - line.from;
    this.#stray = undefined;
    const dash = isDash(this.#text, line.at);
    if (dash && column !== this.#place.dash) this.#misaligned.push(this.#items.length);
    this.#items.push(line.from);
    let at = line.at;
    if (dash) for (at += 1; this.#text.charCodeAt(at) === 32;) at += 1;
    this.#keys = undefined;
    if (!isEmpty(this.#text, at)) this.#keys = untold.includes(this.#text.charAt(at)) ? -1 : at - line.from;
    if (column <= this.#place.base && !dash) this.#keys = -1;
    const closed = isClosedMap(this.#text, at);
    if (closed) this.#keys = Infinity;
    this.#firstKey = at;
    this.#lastKey = at;
    this.#named = closed || isNameKey(this.#text, at);
  }
}

/** What begins an item that is no block mapping: the columns of its lines say nothing. */
const untold = '{[-|>&*!\t';

/** Whether a mapping in braces begins and ends on this line. */
function isClosedMap(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 123) return false;
  let open = 0;
  for (let here = at; here < text.length && text.charCodeAt(here) !== 10; here += 1) {
    const code = text.charCodeAt(here);
    if (code === 123) open += 1;
    else if (code === 125) open -= 1;
  }
  return open === 0;
}

/** Whether the value of a key stands in the lines below it. */
function isEmptyValue(text: string, keyAt: number): boolean {
  const end = text.indexOf('\n', keyAt);
  const line = text.slice(keyAt, end < 0 ? text.length : end);
  return /:[ \t]*(?:[&!][^\s]*[ \t]*)*(?:[ \t]#.*)?\r?$/.test(line);
}
