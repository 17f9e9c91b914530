import { expect, test } from 'vitest';
import { enterRules } from './enter-rules.ts';

/** The column a new line begins in when Enter is pressed behind a line. */
function columnAfter(line: string): number {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return indent + (enterRules.find(({ before }) => before.test(line))?.more ?? 0);
}

test.each([
  ['- Name: Notify', 2, 'the keys of a state stand behind its dash'],
  ['    - Name: Notify', 6, 'at any depth'],
  ['-   Name: wide', 4, 'however far that is'],
  ['- Name: Notify   # why: so', 2, 'whatever a comment says'],
  ['- {Name: A, Type: Pass}', 2, 'in braces too'],
  ['- ', 2, 'behind a bare dash'],
  ['  Type: Pass', 2, 'a key with its value is followed by one in the same column'],
  ['  url: http://a:80', 2, 'colons inside of a value mean nothing'],
  ['  Parameters:', 4, 'a key without value has it below'],
  ['  Parameters:   # of the call', 4, 'with a comment as well'],
  ['  - Branches:', 6, 'behind a dash as well'],
  ['  Description: |', 4, 'text in a block is indented'],
  ['  # note:', 2, 'a comment opens nothing'],
  ['', 0, 'nor does an empty line'],
  ['States:', 2, 'the list of states may stand deeper'],
])('Enter behind %j leads to column %i: %s', (line, column) => {
  expect(columnAfter(line)).toBe(column);
});
