/** Lines and comments around a place in a text. Offsets are absolute; a line ends before its `\r\n` or `\n`. */

export function lineStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 && text.startsWith('\ufeff') ? Math.min(1, at) : start;
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where the line begins that is so many lines further down. */
export function linesDown(text: string, at: number, count: number): number {
  let line = at;
  for (let i = 0; i < count; i += 1) line = nextLine(text, line);
  return line;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** The line a place is on, without its line end. */
export const lineAt = (text: string, at: number): string => text.slice(lineStart(text, at), lineEnd(text, at));

export const isBlank = (line: string): boolean => /^[ \t\r]*$/.test(line);
export const isComment = (line: string): boolean => /^[ \t]*#/.test(line);
export const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
/** The blanks and tabs a line begins with. */
export const marginAt = (text: string, at: number): string => /^[ \t]*/.exec(lineAt(text, at))?.[0] ?? '';

/** True where only blanks stand before a place on its line. */
export const isFirstOnLine = (text: string, at: number): boolean => isBlank(text.slice(lineStart(text, at), at));

/** Whether nothing but a comment follows on the line. */
export function commentFollows(text: string, at: number): boolean {
  const rest = text.slice(at, lineEnd(text, at));
  return (
    /^[ \t]+#/.test(rest) || (rest.startsWith('#') && (at === lineStart(text, at) || /[ \t]/.test(text.charAt(at - 1))))
  );
}

/** The end of the line when nothing but blanks and a comment follows, else the place itself. */
export function endOfContent(text: string, at: number): number {
  const end = lineEnd(text, at);
  return isBlank(text.slice(at, end)) || commentFollows(text, at) ? end : at;
}

/** The line end in use at a place: that of its line, else of the line before, else the given one. */
export function eolAt(text: string, at: number, otherwise: string): string {
  const next = text.indexOf('\n', at);
  const found = next >= 0 ? next : text.lastIndexOf('\n', at);
  if (found < 0) return otherwise;
  return text[found - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the comment lines directly above a line begin (no blank line between), not above `floor`. */
export function commentsAbove(text: string, at: number, floor: number, mostIndent: number): number {
  let start = lineStart(text, at);
  while (start > floor) {
    const above = lineStart(text, start - 1);
    const line = lineAt(text, above);
    if (above < floor || !isComment(line) || indentOf(line) > mostIndent) break;
    start = above;
  }
  return start;
}

/** The end of the last comment line below that stands further right than a column, before anything else is written. */
export function commentsBelow(text: string, at: number, column: number): number {
  let end = at;
  for (let line = nextLine(text, at); line < text.length; line = nextLine(text, line)) {
    const content = lineAt(text, line);
    if (isBlank(content)) continue;
    if (!isComment(content) || indentOf(content) <= column) break;
    end = lineEnd(text, line);
  }
  return end;
}

/** Whether the next comment stands so far right that a block scalar in front of it would take it for its own text. */
export const isCommentBelow = (text: string, at: number, column: number): boolean =>
  commentsBelow(text, at, column - 1) !== at;

/** How many blank lines follow the line of a place. */
export function blankLinesBelow(text: string, at: number): number {
  let count = 0;
  for (let line = nextLine(text, at); line < text.length && isBlank(lineAt(text, line)); line = nextLine(text, line))
    count += 1;
  return count;
}
