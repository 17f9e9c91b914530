import { messages } from './messages.ts';

/**
 * A piece of an expression's text. Operators are cut as the engine behind the service does it: as long as what is read
 * still begins some operator (reference section 6.2), so `a<-1` compares with minus one.
 */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly from: number; readonly to: number }
  | { readonly kind: 'string'; readonly value: string; readonly from: number; readonly to: number }
  /** A word, or a variable when it begins with `$`. */
  | { readonly kind: 'name' | 'root' | 'symbol'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: 'end'; readonly from: number; readonly to: number }
  /** Text that is no token. It is always the last one. */
  | { readonly kind: 'bad'; readonly message: string; readonly from: number; readonly to: number };

const symbols = [
  '??',
  '||',
  '&&',
  '==',
  '!=',
  '<=',
  '>=',
  '=~',
  '!~',
  '<<',
  '>>',
  '**',
  '<',
  '>',
  '^',
  '&',
  '|',
  '+',
  '-',
  '*',
  '/',
  '%',
  '!',
  '?',
  ':',
  '.',
  ',',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
];
const space = /[ \t\r\n]*/y;
const word = /\$?[\p{L}_][\p{L}\p{Nd}_]*/uy;
const numeric = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What people write for a number that is none: `7.`, `.5`, `0x1F`, `1_000`, `3px`. */
const numberLike = /[.\d][.\p{L}\p{Nd}_]*/uy;
const plainEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Cuts an expression into tokens. Ends with `end`, or with `bad` at the first text that is no token. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(space, text, at).length;
    const token = at >= text.length ? ({ kind: 'end', from: at, to: at } as const) : readToken(text, at);
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'bad') return tokens;
    at = token.to;
  }
}

function readToken(text: string, at: number): Token {
  const first = text[at] ?? '';
  if (first === '"' || first === "'" || first === '`') return readString(text, at, first);
  const name = matchAt(word, text, at);
  if (name !== '') return { kind: first === '$' ? 'root' : 'name', text: name, from: at, to: at + name.length };
  if (/\d/.test(first) || (first === '.' && /\d/.test(text[at + 1] ?? ''))) return readNumber(text, at);
  const symbol = symbols.find((s) => text.startsWith(s, at));
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, from: at, to: at + symbol.length };
  return bad(unknownText(text, at), at, at + String.fromCodePoint(text.codePointAt(at) ?? 0).length);
}

function unknownText(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === '$') return text[at + 1] === '{' ? messages.interpolation : messages.lonelyDollar;
  if (character === '=') return messages.singleEquals;
  return character === '~' ? messages.tilde : messages.unknownCharacter(character);
}

const bad = (message: string, from: number, to: number): Token => ({ kind: 'bad', message, from, to });

function readNumber(text: string, at: number): Token {
  const number = matchAt(numeric, text, at);
  const written = matchAt(numberLike, text, at);
  if (number.length < written.length) return bad(messages.badNumber(written), at, at + written.length);
  const value = Number(number);
  if (!Number.isFinite(value)) return bad(messages.numberOutOfRange(number), at, at + number.length);
  return { kind: 'number', value, from: at, to: at + number.length };
}

/** Backticks keep everything as it is; quotes know the escapes of JSON and `\'` (ruling R24). */
function readString(text: string, from: number, quote: string): Token {
  if (quote === '`') {
    const end = text.indexOf('`', from + 1);
    if (end < 0) return bad(messages.unclosedString(quote), from, text.length);
    return { kind: 'string', value: text.slice(from + 1, end), from, to: end + 1 };
  }
  const parts: string[] = [];
  let start = from + 1;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === quote) {
      parts.push(text.slice(start, at));
      return { kind: 'string', value: parts.join(''), from, to: at + 1 };
    }
    if (character === '\n' || character === '\r') return bad(messages.lineBreakInString, at, at + 1);
    if (character !== '\\') continue;
    const escape = readEscape(text, at);
    if (!escape) return bad(messages.badEscape(text.slice(at, at + 2)), at, Math.min(at + 2, text.length));
    parts.push(text.slice(start, at), escape.value);
    at += escape.length - 1;
    start = at + 1;
  }
  return bad(messages.unclosedString(quote), from, text.length);
}

function readEscape(text: string, at: number): { readonly value: string; readonly length: number } | undefined {
  const code = text[at + 1] ?? '';
  const plain = Object.hasOwn(plainEscapes, code) ? plainEscapes[code] : undefined;
  if (plain !== undefined) return { value: plain, length: 2 };
  const hex = code === 'u' ? /^[0-9a-fA-F]{4}$/.exec(text.slice(at + 2, at + 6)) : null;
  return hex ? { value: String.fromCharCode(Number.parseInt(hex[0], 16)), length: 6 } : undefined;
}
