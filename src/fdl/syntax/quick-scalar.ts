import { parseJson, type Span, span } from '../../base/index.ts';
import type { WrittenScalar } from '../written.ts';

/** Thrown to leave a piece of text to the YAML library. One object: no stack is wanted. */
export const unsure = { unsure: true };

export const blank = 32;
export const tab = 9;
export const newline = 10;
export const hash = 35;
export const colon = 58;

/** Characters that begin a plain scalar without any further meaning. */
const plainStart = /[A-Za-z0-9$_./(+^~<=\u00a1-\u2027\u202a-\ufefe\uff00-\uffff]/;
const simpleNumber = /^-?(?:\d{1,15}|\d{1,15}\.\d{1,15})$/;
/** Whatever else may be a number to YAML, with room to spare. */
const perhapsNumber = /^[-+]?\.?\d[\d_.eExXo+a-fA-F-]*$|^[-+]?\.(?:inf|nan)$/i;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['~', null],
]);

/** Whether a plain scalar can begin here; a dash only before a letter, a digit or a variable. */
export function startsPlain(text: string, at: number): boolean {
  const first = text.charAt(at);
  if (first === '-') return /[A-Za-z0-9$]/.test(text.charAt(at + 1));
  return plainStart.test(first);
}

/** A plain scalar by the core schema; everything that needs thought is left to the library. */
export function plainScalar(source: string, at: Span): WrittenScalar {
  if (source.length <= 5) {
    const word = words.get(source);
    if (word !== undefined) return { kind: 'scalar', style: 'plain', span: at, value: word, source };
  }
  const first = source.charCodeAt(0);
  // Digits, plus, minus and dot: only these begin a number.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return numberOrText(source, at);
  return { kind: 'scalar', style: 'plain', span: at, value: source };
}

function numberOrText(source: string, at: Span): WrittenScalar {
  if (simpleNumber.test(source)) return { kind: 'scalar', style: 'plain', span: at, value: Number(source), source };
  if (perhapsNumber.test(source)) throw unsure;
  return { kind: 'scalar', style: 'plain', span: at, value: source };
}

/** A quoted scalar on one line that begins at `from`. */
export function quotedScalar(text: string, from: number): WrittenScalar {
  return text.charAt(from) === '"' ? doubleQuoted(text, from) : singleQuoted(text, from);
}

function doubleQuoted(text: string, from: number): WrittenScalar {
  let at = from + 1;
  let escapes = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 34) break;
    if (Number.isNaN(code) || code === newline || code === 13) throw unsure;
    if (code === 92) {
      escapes = true;
      at += 1;
    }
    at += 1;
  }
  const where = span(from, at + 1);
  const value = escapes ? parseJson(text.slice(from, at + 1)) : text.slice(from + 1, at);
  if (typeof value !== 'string') throw unsure;
  return { kind: 'scalar', style: 'double', value, span: where };
}

function singleQuoted(text: string, from: number): WrittenScalar {
  let at = from + 1;
  let doubled = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || code === newline || code === 13) throw unsure;
    if (code === 39) {
      if (text.charCodeAt(at + 1) !== 39) break;
      doubled = true;
      at += 1;
    }
    at += 1;
  }
  const inner = text.slice(from + 1, at);
  const value = doubled ? inner.replaceAll("''", "'") : inner;
  return { kind: 'scalar', style: 'single', value, span: span(from, at + 1) };
}
