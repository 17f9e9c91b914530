import { about } from './messages.ts';

/** What a function gives, as far as it is known before a run. */
export type ResultKind = 'boolean' | 'number' | 'text' | 'list' | 'object' | 'any';

export interface BuiltinFunction {
  readonly name: keyof typeof about.functions;
  readonly parameters: readonly string[];
  readonly least: number;
  /** `Infinity` where any number of arguments is fine. */
  readonly most: number;
  readonly result: ResultKind;
  readonly about: string;
  /** What the documents leave open about it. */
  readonly note?: string;
}

function define(
  name: BuiltinFunction['name'],
  parameters: readonly string[],
  result: ResultKind,
  rest: { readonly most?: number; readonly least?: number; readonly note?: string } = {},
): BuiltinFunction {
  const count = parameters.length;
  const own = {
    name,
    parameters,
    least: rest.least ?? count,
    most: rest.most ?? count,
    result,
    about: about.functions[name],
  };
  return rest.note === undefined ? own : { ...own, note: rest.note };
}

const { notEverywhere, patternOrder, alias } = about.functionNotes;

/** The built-in functions (reference section 7). */
export const builtinFunctions: readonly BuiltinFunction[] = [
  define('format', ['template', '...values'], 'text', { least: 1, most: Infinity }),
  define('length', ['value'], 'number'),
  define('regexMatchString', ['pattern', 'text'], 'boolean', { note: patternOrder }),
  define('split', ['text', 'separator'], 'list'),
  define('get', ['collection', 'key'], 'any', { note: notEverywhere }),
  define('intAdd', ['a', 'b'], 'number', { note: notEverywhere }),
  define('randomInt', ['from', 'to'], 'number', { note: notEverywhere }),
  define('arrayContains', ['list', 'value'], 'boolean'),
  define('arrayUnique', ['list'], 'list'),
  define('toArray', ['...values'], 'list', { least: 0, most: Infinity }),
  define('mapKeys', ['object'], 'list'),
  define('mapValues', ['object'], 'list'),
  define('fromBase64', ['text'], 'text'),
  define('toBase64', ['text'], 'text'),
  define('hash', ['text', 'algorithm'], 'text'),
  define('uuid', [], 'text'),
  define('stringToJson', ['text'], 'any'),
  define('fromJSON', ['text'], 'any', { note: alias }),
  define('jsonToString', ['value'], 'text'),
  define('jsonMerge', ['first', 'second'], 'object'),
];

const byName = new Map<string, BuiltinFunction>(builtinFunctions.map((builtin) => [builtin.name, builtin]));

export const builtinFunction = (name: string): BuiltinFunction | undefined => byName.get(name);
