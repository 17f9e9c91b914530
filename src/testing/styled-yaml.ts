/**
 * Prints a value as YAML in a randomly mixed but legal style: block and flow, all quotes, odd indents, dashes at or
 * below the key, comments and blank lines in most places. For tests of what has to survive in people's files. It
 * shares no code with the program's own printer.
 */
import { isList, isObject, type Json } from '../base/index.ts';

export interface YamlStyle {
  readonly seed: number;
  /** How often, from 0 to 1. */
  readonly comments: number;
  readonly blankLines: number;
  readonly flow: number;
  readonly quotes: number;
  readonly eol: 'lf' | 'crlf' | 'mixed';
  readonly bom: boolean;
  readonly finalNewline: boolean;
  readonly marker: boolean;
  /** The same indents everywhere, or others in every collection. */
  readonly steady: boolean;
}

interface Pen {
  readonly style: YamlStyle;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  comments: number;
}

export function printStyled(value: Json, style: YamlStyle): string {
  const pen = penOf(style);
  // Line ends inside of braces are marked by a character no printed text holds.
  const lines = [...noise(pen, 0), ...block(value, pen, 0)].flatMap((line) => line.split('\u0000'));
  if (style.marker) lines.unshift('---');
  const eol = (): string => (style.eol === 'lf' ? '\n' : style.eol === 'crlf' || pen.chance(0.5) ? '\r\n' : '\n');
  const text = lines.map((line, i) => (i === lines.length - 1 && !style.finalNewline ? line : line + eol())).join('');
  return (style.bom ? '\ufeff' : '') + text;
}

/** Pseudo-random choices that depend on the seed only (mulberry32). */
function penOf(style: YamlStyle): Pen {
  let state = style.seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return { style, chance: (p) => next() < p, pick, comments: 0 };
}

/** A comment nobody else writes, so that a test can look for each of them. */
function comment(pen: Pen): string {
  pen.comments += 1;
  return `# ${pen.pick(['note', '说明', "it's: here", '- no item', '{a, b}', '"quote'])} <${pen.comments}>`;
}

const tail = (pen: Pen): string => (pen.chance(pen.style.comments) ? `${pen.pick([' ', '   '])}${comment(pen)}` : '');

function noise(pen: Pen, indent: number): string[] {
  const lines: string[] = [];
  if (pen.chance(pen.style.blankLines)) lines.push(pen.chance(0.1) ? ' '.repeat(indent) : '');
  if (pen.chance(pen.style.comments)) lines.push(' '.repeat(indent) + comment(pen));
  return lines;
}

const isBlock = (value: Json, pen: Pen): boolean =>
  ((isList(value) && value.length > 0) || (isObject(value) && Object.keys(value).length > 0)) &&
  !pen.chance(pen.style.flow);

/** A mapping or list that is not empty, every line with its indent. */
function block(value: Json, pen: Pen, indent: number): string[] {
  const pad = ' '.repeat(indent);
  if (isList(value))
    return value.flatMap((item, i) => [...(i > 0 ? noise(pen, indent) : []), ...itemLines(item, pen, indent)]);
  return Object.entries(value as object).flatMap(([key, inner], i) => [
    ...(i > 0 ? noise(pen, indent) : []),
    ...entry(`${pad}${scalarText(key, pen, false, true)}:`, inner as Json, pen, indent),
  ]);
}

function entry(label: string, value: Json, pen: Pen, indent: number): string[] {
  if (isBlock(value, pen)) {
    const wide = pen.style.steady ? 2 : pen.pick([1, 2, 3, 4, 7]);
    const deeper =
      indent + (isList(value) ? (pen.style.steady ? (pen.style.seed & 1) * 2 : pen.pick([0, 1, 2, 4])) : wide);
    return [label + tail(pen), ...noise(pen, deeper), ...block(value, pen, deeper)];
  }
  const literal = literalLines(value, pen, indent);
  if (literal) return [`${label} ${literal[0] ?? ''}`, ...literal.slice(1)];
  return [`${label}${pen.pick([' ', ' ', '  '])}${inline(value, pen, indent)}${tail(pen)}`];
}

function itemLines(value: Json, pen: Pen, indent: number): string[] {
  const pad = ' '.repeat(indent);
  if (!isBlock(value, pen)) return entry(`${pad}-`, value, pen, indent);
  const gap = pen.style.steady ? 1 : pen.pick([1, 1, 1, 2, 3]);
  const deeper = indent + 1 + gap;
  const lines = block(value, pen, deeper);
  const [first = '', ...rest] = lines;
  if (pen.chance(pen.style.steady ? 0 : 0.1)) return [`${pad}-${tail(pen)}`, ...lines];
  return [`${pad}-${' '.repeat(gap)}${first.slice(deeper)}`, ...rest];
}

function literalLines(value: Json, pen: Pen, indent: number): string[] | undefined {
  if (typeof value !== 'string' || !/^[^\s]/.test(value) || /[^\n\x20-\x7e\u4e00-\u9fff]|[ \n]\n|\n /.test(value))
    return undefined;
  if (!value.includes('\n') && !pen.chance(0.1)) return undefined;
  if (value.endsWith(' ') || value.endsWith('\n\n')) return undefined;
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const deeper = ' '.repeat(indent + pen.pick([1, 2, 4]));
  return [value.endsWith('\n') ? '|' : '|-', ...body.split('\n').map((line) => (line === '' ? '' : deeper + line))];
}

function inline(value: Json, pen: Pen, indent: number): string {
  if (!isList(value) && !isObject(value)) return scalarText(value, pen, false, false);
  return flow(value, pen, indent);
}

function flow(value: Json, pen: Pen, indent: number): string {
  if (!isList(value) && !isObject(value)) return scalarText(value, pen, true, false);
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  const parts = isList(value)
    ? value.map((item) => flow(item, pen, indent))
    : Object.entries(value).map(([key, inner]) => `${scalarText(key, pen, true, true)}: ${flow(inner, pen, indent)}`);
  if (parts.length === 0) return open + close;
  if (pen.chance(0.2)) {
    const pad = `\u0000${' '.repeat(indent + 2)}`;
    return (
      open + pad + parts.join(`,${pad}`) + (pen.chance(0.2) ? ',' : '') + `\u0000${' '.repeat(indent + 1)}${close}`
    );
  }
  const space = pen.chance(0.4) ? ' ' : '';
  return open + space + parts.join(pen.pick([', ', ', ', ','])) + space + close;
}

const harmless = /^[A-Za-z\u4e00-\u9fff$][\w\u4e00-\u9fff$. ()/-]*$/;
const reserved = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

function scalarText(value: null | boolean | number | string, pen: Pen, inFlow: boolean, isKey: boolean): string {
  if (value === null) return pen.pick(isKey || inFlow ? ['null'] : ['null', '~']);
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = harmless.test(value) && !reserved.test(value) && !value.endsWith(' ');
  if (plain && !pen.chance(isKey ? pen.style.quotes / 4 : pen.style.quotes)) return value;
  const single = !/[^\x20-\x7e\u4e00-\u9fff]/.test(value);
  return single && pen.chance(0.5) ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}
