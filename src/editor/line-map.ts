import { memoLast, type Span } from '../base/index.ts';

/**
 * The bridge between the document, which keeps its text to the byte, and Monaco, which drops the byte order mark and
 * gives all lines one kind of line end. Lines and columns are the same on both sides; offsets are not.
 */
export interface LineMap {
  /** The text that is mapped. */
  readonly text: string;
  /** Line and column from 1, as Monaco counts. Offsets inside a line end belong to the end of the line. */
  readonly positionAt: (offset: number) => EditorPosition;
  readonly offsetAt: (position: EditorPosition) => number;
  readonly rangeOf: (span: Span) => EditorRange;
  readonly spanOf: (range: EditorRange) => Span;
  /** How long Monaco's text is when its line ends count as one character. */
  readonly plainLength: number;
  /** The line end behind a line; behind the last one there is none, so that before it counts. */
  readonly lineEndAt: (line: number) => string;
}
export interface EditorPosition {
  readonly lineNumber: number;
  readonly column: number;
}
export interface EditorRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

const lineEnd = /\r\n|\n|\r/g;

/** The text as Monaco has it: without byte order mark, lines ended by `\n`. */
export function plainText(text: string): string {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(lineEnd, '\n') : bare;
}

/** Maps a text; the last one is remembered. */
export const lineMap: (text: string) => LineMap = memoLast(createLineMap);

/** Where each line begins, and where its content ends. A key must not wait for thousands of matches. */
function findLines(
  text: string,
  bom: number,
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = [bom];
  const ends: number[] = [];
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(lineEnd)) {
      ends.push(index);
      starts.push(index + end.length);
    }
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      ends.push(at);
      starts.push(at + 1);
    }
  }
  ends.push(text.length);
  return { starts, ends };
}

function createLineMap(text: string): LineMap {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const { starts, ends } = findLines(text, bom);
  const start = (line: number): number => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? bom;
  const end = (line: number): number => ends[Math.min(Math.max(line, 1), ends.length) - 1] ?? text.length;

  const positionAt = (offset: number): EditorPosition => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = low + 1;
    return { lineNumber: line, column: Math.max(0, Math.min(offset, end(line)) - start(line)) + 1 };
  };
  const offsetAt = ({ lineNumber, column }: EditorPosition): number =>
    Math.min(start(lineNumber) + Math.max(column, 1) - 1, end(lineNumber));

  let contents = 0;
  for (let i = 0; i < ends.length; i += 1) contents += (ends[i] ?? 0) - (starts[i] ?? 0);
  return {
    text,
    positionAt,
    offsetAt,
    rangeOf: ({ from, to }) => {
      const a = positionAt(from);
      const b = positionAt(to);
      return { startLineNumber: a.lineNumber, startColumn: a.column, endLineNumber: b.lineNumber, endColumn: b.column };
    },
    spanOf: (range) => ({
      from: offsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      to: offsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
    }),
    plainLength: contents + starts.length - 1,
    lineEndAt: (line) =>
      text.slice(end(line), start(line + 1)) || (line > 1 && text.slice(end(line - 1), start(line))) || '\n',
  };
}
