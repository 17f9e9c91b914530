import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { isObject, type Json } from '../../base/index.ts';
import { messages } from '../messages.ts';
import type { ScenarioProblem } from '../scenario.ts';

/** A value of the file with the path people know it by: `functions[0].answers[1].latency`. */
export interface Spot {
  readonly node: Node | null;
  readonly key: string;
  /** Where to point when the value itself has no place: the key it stands under. */
  readonly fallback: number;
  readonly reading: Reading;
}
/** One reading of one file: its problems are collected here, nothing throws. */
export interface Reading {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly problems: ScenarioProblem[];
}
/** Turns a spot into a value, or reports and gives `undefined`. */
export type Read<T> = (spot: Spot) => T | undefined;

export function openReading(text: string): { reading: Reading; top: Spot } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  const reading: Reading = { document, lines, problems: [] };
  for (const error of document.errors) {
    reading.problems.push({
      ...placeAt(lines, error.pos[0]),
      key: '',
      message: isTooDeep(error.message) ? messages.tooDeep : messages.notYaml(firstLine(error.message)),
    });
  }
  return { reading, top: { node: resolve(document, document.contents), key: '', fallback: 0, reading } };
}

/** The library reports its own end of stack as a problem of the text, which it is. */
const isTooDeep = (reason: string): boolean => reason.includes('call stack');
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

export function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function resolve(document: Document, node: unknown): Node | null {
  if (isAlias(node)) return (node.resolve(document) as Node | undefined) ?? null;
  return (node as Node | null | undefined) ?? null;
}

export function report(spot: Spot, message: string, offset = spot.node?.range?.[0] ?? spot.fallback): undefined {
  spot.reading.problems.push({ ...placeAt(spot.reading.lines, offset), key: spot.key, message });
  return undefined;
}

/** Says what was expected and what stands there instead. */
export function reportKind(spot: Spot, what: string): undefined {
  return report(spot, messages.expected(what, describe(spot.node)));
}

function describe(node: Node | null): string {
  if (isMap(node)) return messages.found.map;
  if (isSeq(node)) return node.items.length === 0 ? messages.found.emptyList : messages.found.list;
  if (!isScalar(node) || node.value === null) return messages.found.nothing;
  const source = node.source ?? String(node.value);
  return messages.found.value(source.length > 40 ? `${source.slice(0, 40)}…` : source);
}

/** The scalar as it is written: names that look like numbers stay names. */
export function sourceText(node: Node | null): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

export interface Entry {
  readonly name: string;
  readonly keyOffset: number;
  readonly spot: Spot;
}

export function entriesOf(map: YAMLMap, spot: Spot): readonly Entry[] {
  return map.items.map((pair) => {
    const key = pair.key as Node | null;
    const name = sourceText(key) ?? String(key ?? '');
    const keyOffset = key?.range?.[0] ?? spot.fallback;
    const path = spot.key === '' ? name : `${spot.key}.${name}`;
    return {
      name,
      keyOffset,
      spot: { ...spot, node: resolve(spot.reading.document, pair.value), key: path, fallback: keyOffset },
    };
  });
}

export function itemsOf(spot: Spot): readonly Spot[] | undefined {
  const { node } = spot;
  if (!isSeq(node)) return undefined;
  return node.items.map((item, index) => {
    return {
      ...spot,
      node: resolve(spot.reading.document, item),
      key: `${spot.key}[${index}]`,
      fallback: node.range?.[0] ?? spot.fallback,
    };
  });
}

/** Any JSON value; what YAML can say beyond JSON is reported. */
export const json: Read<Json> = (spot) => {
  if (spot.node === null) return null;
  let value: unknown;
  try {
    value = spot.node.toJS(spot.reading.document, { maxAliasCount: 1000 });
  } catch {
    return report(spot, messages.aliasBomb);
  }
  return isJson(value) ? value : reportKind(spot, messages.kinds.json);
};

function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
