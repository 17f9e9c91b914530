/** Prints single values for YAML so that YAML 1.2 reads them back as they are, and YAML 1.1 programs do so too. */

export type Scalar = null | boolean | number | string;
export type Quote = 'single' | 'double';
export type ScalarLook = 'plain' | Quote;

/** Control characters, line ends, byte order marks and lone surrogates: only escapes carry them safely. */
const unprintable = /[^\x20-\x7e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/u;
const startsAsIndicator = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|<<$|=$)/;
const endsPlain = /: |:$| #|^\s|\s$/;
const looksLikeWord = /^(?:~|null|true|false|yes|no|on|off)$/i;
const looksLikeNumber = /^[-+]?(?:\.?\d[\da-fx_.,:eo+-]*|\.(?:inf|nan))$/i;
const looksLikeTime = /^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/;

/** Whether a text without quotes is read back as that very text. */
export function isPlainSafe(text: string, inFlow: boolean): boolean {
  if (text === '' || unprintable.test(text) || startsAsIndicator.test(text) || endsPlain.test(text)) return false;
  if (inFlow && (/[,[\]{}]/.test(text) || /^[-?:]/.test(text))) return false;
  return !looksLikeWord.test(text) && !looksLikeNumber.test(text) && !looksLikeTime.test(text);
}

/** Whether a text stands for itself as the only line of a block (`>-`, `|-`). */
export const fitsBlockLine = (text: string): boolean => /^\S(?:.*\S)?$/u.test(text) && !unprintable.test(text);

/** One value on one line, in the wanted look where that look can carry it. */
export function printScalar(value: Scalar, look: ScalarLook, quote: Quote, inFlow: boolean): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (look === 'plain' && isPlainSafe(value, inFlow)) return value;
  const wanted = look === 'plain' ? quote : look;
  return wanted === 'single' && !unprintable.test(value) ? `'${value.replaceAll("'", "''")}'` : printDouble(value);
}

/** JSON's escapes are YAML's too; a few more characters need them. */
export function printDouble(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * A text of several lines as a literal block: the header and the lines without indent. `undefined` where a block
 * would not give the text back.
 */
export function printLiteral(text: string): readonly [header: string, ...lines: string[]] | undefined {
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  const awkward = lines.length < 2 || /^[\s]|^$/.test(lines[0] ?? '') || /^\s*$/.test(lines.at(-1) ?? '');
  if (awkward || lines.some((line) => unprintable.test(line))) return undefined;
  return [ends ? '|' : '|-', ...lines];
}
