/** What the reader says when text is no YAML. Each sentence: what is wrong, why, what to write instead. */
export const readMessages = {
  empty:
    'The file is empty. A flow begins with "Type: StateMachine", followed by Name, SpecVersion, StartAt and States.',
  listOnTop: 'The file is a list. A flow is a mapping at the top: Type, Name, SpecVersion, StartAt and States.',
  scalarOnTop:
    'The file holds a single value. A flow is a mapping at the top: Type, Name, SpecVersion, StartAt and States.',
  severalDocuments: 'Only one document per file: remove this "---" and what belongs to another flow.',
  tooLarge:
    'The text is too large to be read here. CloudFlow takes definitions of at most 1,024 KiB: move parts into child flows.',
  tab: 'A tab stands in the indentation. YAML indents with blanks only: replace the tab by blanks.',
  replaceTab: 'Replace the tab by two blanks',
  duplicateKey: (key: string): string =>
    `"${key}" is given twice. Remove one of the two, or begin a new list item with "- " if another state was meant.`,
  secondName:
    'This mapping has a second Name. If another state begins here, write "- " before it; otherwise remove the line.',
  complexKey: 'A list or a mapping cannot be a key here. Use plain text as the key.',
  unknownAnchor: (name: string): string =>
    `"*${name}" refers to an anchor that is not defined before this place. If the text itself should begin with "*", put it in quotes.`,
  circularAlias: (name: string): string => `"*${name}" contains itself. Write the value out instead.`,
  aliasBomb: 'The aliases here expand to more values than can be shown. Write the values out, or use fewer aliases.',
  badMerge: '"<<" takes an alias of a mapping, or a list of such aliases.',
  tooDeep: (most: number): string => `Nested more than ${most} levels deep. Split the flow into child flows.`,
  quoteExpression: (key: string): string =>
    `The expression under "${key}" holds what YAML reads as its own signs. Put single or double quotes around all of it.`,
  quoteIt: 'Put it in quotes',
  unknownTag: (tag: string): string =>
    `"${tag}" reads as a YAML tag. If it is an expression or a text that begins with "!", put it in quotes.`,
  reservedStart: (character: string): string =>
    `A value cannot begin with "${character}" unless it is quoted. Put single or double quotes around it.`,
  nestedMapping:
    'A second "key: value" on the line of another, or a line indented deeper than its neighbours. Align the line with the other keys, or quote the text if it contains ": ".',
  keyWithoutColon: (key: string): string =>
    `"${key}" is not followed by ": ". Write a colon and a blank after the key, each key on a line of its own.`,
  colonWithoutBlank: (key: string): string =>
    `A blank is missing after "${key}:". YAML needs one between the colon and the value.`,
  insertBlank: 'Insert the blank',
  missingQuote: 'A quote is opened and not closed. Add the closing quote.',
  unclosedFlow: 'A bracket is opened and not closed, or a line inside it is not indented. Close it with "]" or "}".',
  missingComma: 'Entries inside brackets are separated by commas.',
  insertComma: 'Insert the comma',
  tooManyCommas: 'A comma with nothing before it. Remove it, or write what it was to follow.',
  tooManyBrackets: 'This bracket closes nothing. Remove it, or open the bracket it belongs to.',
  bracketNotClosed: 'This bracket is not closed. Add the "]" or "}" that belongs to it.',
  valueMissing: (key: string): string => `${key} has no value. Write one behind the colon, and a comma behind that.`,
  outdented: 'This line stands left of the brackets it belongs to. Indent it deeper than their key.',
  badIndent: 'This line is indented differently from its neighbours. Align it with them.',
  badAlias: 'Names of anchors and aliases end at a blank or a bracket. Correct the name or quote the value.',
  badEscape: 'This "\\" escape is not known inside double quotes. Write "\\\\" for a backslash, or use single quotes.',
  blockScalarHeader:
    'After "|" or ">" only "+", "-", an indent or a comment may stand on the line. Text begins on the next line.',
  unexpected: (what: string): string => `This is no valid YAML: ${what}.`,
  notAnExpression: 'An expression is expected here: text such as $Input.name.',
  alignDash: 'Align the dash',
  strayLine:
    'This line stands left of the state it was typed in. Indent it like the other keys of that state, or move it out of the list of states.',
  indentLikeKeys: 'Indent it like the other keys',
  missingDash: 'A state begins here without its dash. Write "- " before its first key.',
  insertDash: 'Insert the dash',
  statesMissing: (instead: string): string =>
    `The line "States:" is missing above this list of states.${instead === '' ? '' : ` Is "${instead}" meant to be it?`}`,
  dashAlone: 'A state begins here. Write its first key behind the dash, such as "Name: …".',
  itemGoesOn: 'This text does not belong to the state before it, nor does it begin a new one.',
  andMore: (count: number): string =>
    `From here on ${count} more ${count === 1 ? 'problem is' : 'problems are'} not listed. Correct the ones above first.`,
  movedOutDash:
    'This dash stands left of the list its state was in: the lines below belong to a state further inside. Align the dash with that list.',
  misalignedDash: 'This dash does not stand under the dash of the first state. Align it with the others.',
} as const;
