import { isList, type Json } from '../../base/index.ts';

/** `(\.\d*)?` rather than `\.?\d*`: the latter would take quadratic time on long digits followed by a letter. */
const float = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A value as a number: numbers, and texts that are a number from end to end (reference section 6.3). `undefined` for
 * everything else; texts like `Infinity` are no numbers, since JSON has none such.
 */
export function toNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !float.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A value as a boolean; `undefined` where it cannot be read as one (reference section 6.3). */
export function toBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === 'false' || value === 'FALSE') return false;
  if (value === 'true' || value === 'TRUE') return true;
  const number = toNumber(value);
  return number === undefined ? undefined : number !== 0;
}

/** What `? :` and `??` take for absent: null, false, 0 and the empty text (ruling R28). */
export function isAbsent(value: Json): boolean {
  return value === null || value === false || value === 0 || value === '';
}

/** A value as text (ruling R23); `undefined` for objects, lists and null, which have no such text. */
export function toText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printNumber(value);
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** The shortest decimal form, without exponent below 1e21. */
export function printNumber(value: number): string {
  const short = String(value);
  const [digits = '', exponent] = short.split('e-');
  if (exponent === undefined) return short;
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}

/** Order of texts by code points, which is also their order as UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all other units, although their own numbers are lower than some. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

export type KindOfValue = 'null' | 'boolean' | 'number' | 'text' | 'list' | 'object';

/** What a value is, in the words used in messages. */
export function kindOf(value: Json): KindOfValue {
  if (value === null) return 'null';
  if (isList(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}
