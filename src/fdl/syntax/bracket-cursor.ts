/** Moves over text in brackets from token to token and watches its lines: where they begin tells of slips. */
import { closeBracket, isBlank, isLineEnd, isMarkerAt, isOutside, openBrace } from './bracket-characters.ts';

export interface Layout {
  /** Columns that every line has to leave blank: those of the key the brackets belong to. 0 where there is none. */
  readonly indent: number;
  /** Column of the brace the first item begins with, where that begins its line. */
  readonly column: number | undefined;
}

export class BracketCursor {
  /** Where the next token is, or the one that cannot stand there. */
  at: number;
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
  /** The next line end, once looked for. */
  #newline = -1;
  protected readonly text: string;
  protected readonly layout: Layout;

  constructor(text: string, at: number, layout: Layout) {
    this.text = text;
    this.layout = layout;
    this.at = at;
    this.seen = at;
  }

  /** Looks on from another place. */
  moveTo(at: number): void {
    this.at = at;
    this.seen = at;
    this.left = undefined;
    this.#newline = -1;
  }

  /** Moves to the next token, over blanks, lines and comments; gives its first character, -1 at the end. */
  skip(): number {
    const text = this.text;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 32 || code === 9) this.at += 1;
      else if (code === 10) {
        if (!this.#enterLine(this.at + 1)) return -1;
      } else if (code === 13 && text.charCodeAt(this.at + 1) === 10) this.at += 1;
      else if (code === 35) this.at = this.lineEnd(this.at);
      else {
        this.see(this.at);
        return Number.isNaN(code) ? -1 : code;
      }
    }
  }

  protected see(at: number): void {
    if (at > this.seen) this.seen = at;
  }

  /** Looks at the lines of a quoted text. */
  protected overLines(to: number): boolean {
    const from = this.at;
    for (let line = this.lineEnd(from); line < to; line = this.lineEnd(this.at)) {
      this.at = line;
      if (!this.#enterLine(line + 1)) return false;
    }
    this.at = from;
    return true;
  }

  protected mayGoOnAt(line: number): boolean {
    const { indent } = this.layout;
    for (let at = line; at < line + indent; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code !== 32) return code === 10 || code === 13;
    }
    return !isMarkerAt(this.text, line);
  }

  /** Looks at where a line begins; false where the list cannot go on there. */
  #enterLine(from: number): boolean {
    const text = this.text;
    const { indent, column } = this.layout;
    let at = from;
    while (text.charCodeAt(at) === 32) at += 1;
    const blanks = at - from;
    while (isBlank(text.charCodeAt(at))) at += 1;
    const code = text.charCodeAt(at);
    this.see(at);
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

  protected lineEnd(from: number): number {
    if (this.#newline < from) {
      const end = this.text.indexOf('\n', from);
      this.#newline = end < 0 ? this.text.length : end;
    }
    return this.#newline;
  }
}
