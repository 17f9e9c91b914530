/** Every sentence about expressions that a person reads. A second language is a second file of this shape. */
export const messages = {
  empty: 'An expression is missing here, for example $Input.orderId',
  tooLong: (limit: number) => `The expression is longer than ${limit} characters; split the work over several states`,
  tooDeep: (limit: number) => `The expression is nested more than ${limit} levels deep; split it over several states`,
  unknownCharacter: (character: string) => `"${character}" has no meaning in an expression`,
  unclosedString: (quote: string) => `The text that begins here is not closed: a ${quote} is missing`,
  lineBreakInString: 'A quoted text cannot go over a line end; write \\n, or use backticks',
  badEscape: (escape: string) =>
    `${escape} is no known escape; allowed are \\" \\' \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits`,
  badNumber: (text: string) =>
    `${text} is not a number; write digits with an optional fraction and exponent, as 12, 0.5 or 1e3`,
  numberOutOfRange: (text: string) => `${text} is too large for a number`,
  lonelyDollar: 'A variable begins with $ and a name: $Input, $Output, $Context or $Global. Write $Input.x, not $.x',
  interpolation: 'There is no ${…} in an expression; put texts together with format("{} and {}", a, b)',
  expectedValue: (found: string) => `A value is expected here, not ${found}`,
  expectedEnd: (found: string) => `${found} cannot follow here; an operator or the end is expected`,
  expected: (what: string, found: string) => `${what} is expected here, not ${found}`,
  expectedName: (found: string) => `A name is expected after the dot, not ${found}; other keys are written ["…"]`,
  indexInBrackets: (index: string) => `A position in a list is written in brackets: [${index}]`,
  endOfText: 'the end',
  singleEquals: 'One = compares nothing; write ==',
  tripleEquals: '=== is unknown; write ==',
  wordOperator: (word: string, symbol: string) => `"${word}" is no operator here; write ${symbol}`,
  tilde: 'The operator ~ is not part of the language',
  pathOnValue: 'A path can only follow a variable; write get(value, "key") or get(list, 0)',
  callOnPath: (path: string) => `${path} is data, not a function`,
  slice: 'Slices, wildcards and filters are not part of the language; write one index or key in the brackets',
  negativeIndex: 'A list has no negative positions; count from 0',
  keyNeedsQuotes: (key: string) => `The key of an object is a text; write "${key}"`,

  fault: (part: string, reason: string) => `${part}: ${reason}`,
  faultWithin: (part: string, reason: string, whole: string) => `${part}: ${reason} (in the expression ${whole})`,
  beyondBounds: 'The value is nested too deeply or too large to be evaluated',
  notAnExpression: (message: string, at: number) => `not an expression: ${message} (at character ${at})`,
  callsTooDeep: (depth: number, most: number) =>
    `function calls are nested ${depth} deep; the language allows ${most}. Compute a part in an InputConstructor first`,
  unknownVariable: (name: string) =>
    `there is no variable ${name}; there are $Input, $Output, $Context and $Global. A text is written in quotes`,
  nearVariable: (name: string, near: string) => `there is no variable ${name}; did you mean ${near}?`,
  noOutputHere: '$Output exists only in an OutputConstructor and a GlobalConstructor',
  noItemHere: '$Item exists only in the ItemConstructor of a distributed Map',
  unknownFunction: (name: string) => `there is no function ${name}`,
  nearFunction: (name: string, near: string) => `there is no function ${name}; did you mean ${near}?`,
  argumentCount: (name: string, wanted: string, given: number) => `${name} takes ${wanted}, not ${given}`,
  exactly: (count: number) => (count === 1 ? 'one argument' : count === 0 ? 'no arguments' : `${count} arguments`),
  atLeast: (count: number) => `at least ${count === 1 ? 'one argument' : `${count} arguments`}`,
  between: (least: number, most: number) => `${least} to ${most} arguments`,
  argumentKind: (name: string, position: number, wanted: string, given: string) =>
    `argument ${position} of ${name} must be ${wanted}, not ${given}`,
  conditionNotBool: (given: string) =>
    `a Condition must give true or false, not ${given}; compare the value with something`,

  kind: {
    null: 'null',
    boolean: 'a boolean',
    number: 'a number',
    text: 'a text',
    list: 'a list',
    object: 'an object',
  },
  anInteger: 'a whole number',
  aNumber: (value: number) => `the number ${value}`,
  aCollection: 'a list or an object',
  aMeasurable: 'a list, an object or a text',

  noKeys: (path: string, kind: string) => `${path} is ${kind}, which has no keys`,
  jsonTextHint: (path: string, key: string) =>
    `if it holds JSON text, write get(stringToJson(${path}), ${JSON.stringify(key)})`,
  listNeedsPosition: (path: string, key: string) =>
    `${path} is a list, whose items are read by position: ${path}[0], not by ${key}`,
  outOfRange: (path: string, index: string, length: number) =>
    `${path} has ${length === 1 ? 'one item' : `${length} items`}, position ${index} is not among them`,
  badKey: (kind: string) => `${kind} cannot be a key`,
  missingKey: (path: string, key: string, has: string) => `${path} has no key ${JSON.stringify(key)}; it has ${has}`,
  theKeys: (keys: readonly string[], more: number) =>
    `only ${keys.map((key) => JSON.stringify(key)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  noKeysAtAll: 'no keys at all',
  isNull: (path: string) => `${path} is null`,
  nearKey: (path: string) => `did you mean ${path}?`,
  bodyHint: (path: string, key: string) =>
    `A Task that waits for the answer (RequestComplete) wraps it in Body: write ${path}, ` +
    `or give that Task an OutputConstructor with ${key}.$: $Output.Body${pathSuffix(key)}.`,

  missingOperand: (operator: string) => `${operator} cannot work with a missing value`,
  badOperands: (operator: string, left: string, right: string) => `${operator} cannot work with ${left} and ${right}`,
  orderOf: (operator: string, left: string, right: string) =>
    `${operator} orders numbers and texts, not ${left} and ${right}`,
  badOperand: (operator: string, kind: string) => `${operator} cannot work with ${kind}`,
  notFinite: 'the result is not a number that JSON can hold',
  divisionByZero: 'division by zero',
  inNeedsCollection: (kind: string) => `the right side of "in" must be a list or an object, not ${kind}`,
  inNeedsKey: (kind: string) => `the left side of "in" must be a key when the right side is an object, not ${kind}`,
  patternNeedsText: (kind: string) => `a pattern is matched against a text, not ${kind}`,
  textTooLong: (limit: number) => `the text grows beyond ${limit} characters, more than any state may hold`,

  badPattern: (pattern: string, reason: string) =>
    `${JSON.stringify(pattern)} is not a pattern the service understands (RE2 syntax, ` +
    `without look-around and back-references): ${reason}`,
  patternTooLong: (limit: number) => `a pattern may have ${limit} characters at most`,
  patternTooCostly: 'the pattern is too costly for a text of this length',
  patternsNotReady: 'regular expressions are still being loaded; run again in a moment',
  unknownHash: (name: string, known: readonly string[]) =>
    `${JSON.stringify(name)} is no known algorithm; there are ${known.join(', ')}`,
  badBase64: 'the text is not Base64 (standard alphabet with padding)',
  badJson: (reason: string) => `the text is not JSON: ${reason}`,
  emptyRange: (low: number, high: number) => `there is no whole number from ${low} to below ${high}`,

  notes: {
    operator: (operator: string) =>
      `The operator ${operator} is not in the service's documents; it is evaluated as the engine behind it does`,
    missing: (path: string) =>
      `${path} is missing and was compared as null; the documents do not say what the service does here`,
    parsedAlready: (name: string) =>
      `${name} was given a value that is not text and returned it unchanged; whether the service accepts that is not documented`,
    patternOrder: 'regexMatchString is read as (pattern, text); the documents do not show the order',
    notEverywhere: (name: string) => `${name} is not in every version of the service's documents`,
  },
} as const;

/** `.key`, or `["odd key"]` where a dot cannot stand. */
export function pathSuffix(key: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
