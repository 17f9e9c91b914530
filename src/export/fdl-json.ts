import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { failure, lineStarts, ok, placeOf, type Result } from '../base/index.ts';
import type { ExportRefusal } from './export-file.ts';
import { messages } from './messages.ts';

/** Values that may be written again through aliases before the text counts as an alias bomb. */
const mostRepeated = 100_000;

/**
 * The text's values as JSON, keys in the order they are written. Printed from the YAML tree and not from objects,
 * because JavaScript moves keys that look like numbers to the front.
 */
export function yamlToJson(text: string): Result<string, ExportRefusal> {
  try {
    const document = parseDocument(text, { merge: true, prettyErrors: false });
    const [error] = document.errors;
    if (error?.message.includes('call stack')) return failure({ message: messages.tooDeep });
    if (error) {
      const { line } = placeOf(lineStarts(text), error.pos[0]);
      return failure({ message: messages.unreadable(line, error.message.split('\n', 1)[0] ?? '') });
    }
    const printed = createPrinter(document).print(document.contents as Node | null, '');
    return printed === undefined ? failure({ message: messages.tooMuch }) : ok(`${printed}\n`);
  } catch (error) {
    if (error instanceof RangeError) return failure({ message: messages.tooDeep });
    throw error;
  }
}

interface Printer {
  /** `undefined` once too many values were printed. */
  readonly print: (node: Node | null | undefined, indent: string) => string | undefined;
}

function createPrinter(document: Document): Printer {
  let left = mostRepeated;
  const written = new Set<Node>();
  // Looking an alias up means walking the document, so each is looked up once.
  const targets = new Map<Alias, Node | undefined>();
  const resolve = (node: unknown): Node | null | undefined => {
    if (!isAlias(node)) return node as Node | null | undefined;
    if (!targets.has(node)) targets.set(node, node.resolve(document) as Node | undefined);
    return targets.get(node);
  };
  const entriesOf = (node: Node): ReadonlyMap<string, unknown> => {
    const entries = new Map<string, unknown>();
    if (!isMap(node)) return entries;
    const merged: Node[] = [];
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === '<<' && isMergeKey(pair.key)) merged.push(...mergeSources(resolve(pair.value), resolve));
      else entries.set(key, pair.value);
    }
    for (const source of merged)
      for (const [key, value] of entriesOf(source)) if (!entries.has(key)) entries.set(key, value);
    return entries;
  };
  const print = (given: Node | null | undefined, indent: string): string | undefined => {
    const node = resolve(given);
    if (node && written.has(node)) left -= 1;
    if (left < 0) return undefined;
    if (node) written.add(node);
    const inner = `${indent}  `;
    if (isMap(node)) {
      const parts = [...entriesOf(node)].map(([key, value]) =>
        prefixed(JSON.stringify(key), print(value as Node, inner)),
      );
      return wrapped('{', parts, '}', indent);
    }
    if (isSeq(node))
      return wrapped(
        '[',
        node.items.map((item) => print(item as Node, inner)),
        ']',
        indent,
      );
    return isScalar(node) ? scalarText(node.value, node.source) : 'null';
  };
  return { print };
}

const prefixed = (key: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${key}: ${value}`;

function wrapped(
  open: string,
  parts: readonly (string | undefined)[],
  close: string,
  indent: string,
): string | undefined {
  if (parts.length === 0) return open + close;
  if (parts.includes(undefined)) return undefined;
  return `${open}\n${parts.map((part) => `${indent}  ${part ?? ''}`).join(',\n')}\n${indent}${close}`;
}

/** A merge key is the plain `<<`; in quotes it is a key like any other. */
const isMergeKey = (key: unknown): boolean => isScalar(key) && (key.type === 'PLAIN' || key.type === undefined);

function mergeSources(
  value: Node | null | undefined,
  resolve: (node: unknown) => Node | null | undefined,
): readonly Node[] {
  const sources = isSeq(value) ? value.items.map(resolve) : [value];
  return sources.filter((source): source is Node => isMap(source));
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key ?? '');
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''));
}

/** A number keeps its spelling where JSON has the same one, so that no digit is lost. */
function scalarText(value: unknown, source: string | undefined): string {
  if (typeof value === 'number' && source !== undefined && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(source))
    return source;
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(source ?? String(value));
  return JSON.stringify(value ?? null);
}
