/** What Enter does behind a line: a new line begins with its indentation and `more` blanks. */
export interface EnterRule {
  readonly before: RegExp;
  readonly more: number;
}

/** Behind `Key:` the value goes below, and so does text behind `|` or `>`. */
const opens = String.raw`:[ \t]*(?:[|>][-+0-9]*)?[ \t]*(?:[ \t]#.*)?$`;
/** Further than this nobody sets the text from its dash. */
const widest = 5;
const deeper = 2;

/** A line that begins with a dash goes on in the column of what follows the dash. */
function behindDash(width: number): readonly EnterRule[] {
  const dash = String.raw`^[ \t]*-${' '.repeat(width - 1)}`;
  return [
    { before: new RegExp(String.raw`${dash}[^\s#][^#]*${opens}`), more: width + deeper },
    { before: new RegExp(String.raw`${dash}\S`), more: width },
  ];
}

/** The first rule that fits counts; where none does the new line is indented like the one before. */
export const enterRules: readonly EnterRule[] = [
  { before: /^[ \t]*-[ \t]*$/, more: deeper },
  ...Array.from({ length: widest - 1 }, (_, i) => behindDash(i + 2)).flat(),
  { before: new RegExp(String.raw`^[ \t]*[^\s#-][^#]*${opens}`), more: deeper },
];
