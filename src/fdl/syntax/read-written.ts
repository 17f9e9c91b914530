import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Span, span } from '../../base/index.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap, WrittenScalar } from '../written.ts';
import { expandAlias, mergedEntries } from './aliases.ts';
import { readMessages as say } from './messages.ts';
import { complain, type ReadContext } from './read-context.ts';
import { type QuickReading, quickRead } from './quick-read.ts';
import type { Reading, ReadProblem } from './reading.ts';
import { yamlLibrary } from './yaml-library.ts';
import { blankProblem, missingBlank, yamlProblem } from './yaml-problems.ts';

/** Deeper values are refused: everything behind the reader may walk a tree by recursion. */
export const maxDepth = 1000;

/**
 * Reads one YAML document (1.2 core schema, merge keys accepted) into positioned values. Never throws; whatever the
 * library could make out of broken text is still there, with `broken` set.
 */
export const readWritten = (text: string): Reading => readQuickly(text) ?? readThoroughly(text);

/** The same for plain block style and JSON only, at a fraction of the cost; `undefined` for everything else. */
export function readQuickly(text: string): Reading | undefined {
  const quick = quickRead(text);
  return quick && readingOf(quick);
}

/** What was read quickly, with the keys that are given twice. */
export function readingOf({ value, maps }: QuickReading): Reading {
  const problems: ReadProblem[] = [];
  for (const map of maps) reportDuplicates(map.entries, { problems });
  return { value, broken: false, problems, needsMore: false };
}

/** The same by the YAML library, for everything that is not plain block style or JSON. */
export function readThoroughly(text: string): Reading {
  const context: ReadContext = {
    yaml: yamlLibrary(),
    text,
    problems: [],
    anchors: new Map(),
    open: new Set(),
    aliasNodes: 0,
    broken: false,
    needsMore: false,
    unreadable: undefined,
  };
  const contents = parse(text, context);
  const value = contents ? toWritten(contents, context, 0) : undefined;
  const { problems, broken, needsMore, unreadable } = context;
  return { value, broken, problems: unreadable ? [unreadable] : problems, needsMore };
}

function parse(text: string, context: ReadContext): Node | null {
  const document = context.yaml.parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
    prettyErrors: false,
    strict: true,
  });
  context.unreadable = yamlProblem(document.errors, text);
  for (const warning of document.warnings) {
    const [from, to] = warning.pos;
    complain(context, span(from, to), say.unknownTag(text.slice(from, to)));
  }
  context.broken ||= context.unreadable !== undefined;
  return document.contents;
}

function toWritten(node: Node, context: ReadContext, depth: number): Written {
  if (depth > maxDepth) {
    if (!context.problems.some((p) => p.message === say.tooDeep(maxDepth))) {
      complain(context, rangeOf(node), say.tooDeep(maxDepth));
    }
    return { kind: 'scalar', value: null, style: 'plain', span: rangeOf(node) };
  }
  if (context.yaml.isAlias(node)) return readAlias(node, context);
  const anchor = anchorOf(node);
  if (anchor !== undefined) context.open.add(anchor);
  const value = readNode(node, context, depth);
  if (anchor === undefined) return value;
  context.open.delete(anchor);
  const anchored = { ...value, anchor };
  context.anchors.set(anchor, anchored);
  return anchored;
}

function readNode(node: Node, context: ReadContext, depth: number): Written {
  const { isMap, isScalar, isSeq } = context.yaml;
  if (isMap(node)) return readMap(node, context, depth);
  if (isSeq(node)) return readList(node, context, depth);
  return isScalar(node) ? readScalar(node, context.text) : emptyScalar(rangeOf(node).from);
}

function readAlias(node: Alias, context: ReadContext): Written {
  const at = rangeOf(node);
  const target = context.anchors.get(node.source);
  if (context.open.has(node.source)) complain(context, at, say.circularAlias(node.source));
  else if (target) return expandAlias(target, node.source, at, context);
  else {
    complain(context, at, say.unknownAnchor(node.source));
    context.needsMore = true;
  }
  return { kind: 'scalar', value: null, style: 'plain', span: at, alias: node.source };
}

const styles: Readonly<Record<string, WrittenScalar['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function readScalar(node: Scalar, text: string): WrittenScalar {
  const at = rangeOf(node);
  const style = styles[node.type ?? ''] ?? 'plain';
  const end = style === 'literal' || style === 'folded' ? trimmedEnd(text, at) : at.to;
  const own = { kind: 'scalar', style, span: span(at.from, end) } as const;
  const { value } = node;
  if (typeof value === 'string') return { ...own, value };
  const source = node.source ?? text.slice(at.from, at.to);
  // JSON has no infinity: such a value stays the text it is written as.
  if (typeof value === 'number') return { ...own, value: Number.isFinite(value) ? value : source, source };
  return { ...own, value: typeof value === 'boolean' ? value : null, source };
}

/** The end of a block scalar's last line: the line ends behind it belong to nobody. */
function trimmedEnd(text: string, at: Span): number {
  let end = at.to;
  while (end > at.from && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function readList(node: YAMLSeq, context: ReadContext, depth: number): WrittenList {
  const at = rangeOf(node);
  const items = node.items.map((item) => toWritten(item as Node, context, depth + 1));
  if (node.flow) return { kind: 'list', style: 'flow', span: at, items };
  return {
    kind: 'list',
    style: 'block',
    span: span(at.from, Math.max(at.from + 1, items.at(-1)?.span.to ?? 0)),
    items,
  };
}

function readMap(node: YAMLMap, context: ReadContext, depth: number): WrittenMap {
  const at = rangeOf(node);
  const entries: WrittenEntry[] = [];
  const merges: Written[] = [];
  for (const pair of node.items) {
    const key = readKey(pair.key as Node | null, context, at);
    if (!key) continue;
    const value = pair.value ? toWritten(pair.value as Node, context, depth + 1) : emptyScalar(key.span.to);
    if (key.text === '<<' && key.plain) merges.push(value);
    else entries.push({ key: key.text, keySpan: key.span, value, merged: false });
  }
  const end = entries.reduce((last, e) => Math.max(last, e.keySpan.to, e.value.span.to), at.from);
  const whole = node.flow ? at : span(at.from, Math.max(end, ...merges.map((m) => m.span.to)));
  reportDuplicates(entries, context);
  if (merges.length > 0) entries.push(...mergedEntries(entries, merges, context));
  return { kind: 'map', style: node.flow ? 'flow' : 'block', span: whole, entries };
}

function readKey(
  node: Node | null,
  context: ReadContext,
  map: Span,
): { text: string; span: Span; plain: boolean } | undefined {
  if (!node) return { text: '', span: span(map.from, map.from), plain: true };
  const at = rangeOf(node);
  const target = context.yaml.isAlias(node) ? context.anchors.get(node.source) : undefined;
  if (target?.kind === 'scalar') return { text: target.source ?? String(target.value), span: at, plain: false };
  if (!context.yaml.isScalar(node)) {
    complain(context, at, say.complexKey);
    return undefined;
  }
  const anchor = anchorOf(node);
  const scalar = readScalar(node, context.text);
  if (anchor !== undefined) context.anchors.set(anchor, { ...scalar, anchor });
  return { text: scalar.source ?? String(scalar.value), span: at, plain: scalar.style === 'plain' };
}

/**
 * Duplicate keys are an error but keep the map readable: the first one counts. A second Name is most likely that of a
 * state that lacks its dash; then the other keys are no news.
 */
export function reportDuplicates(entries: readonly WrittenEntry[], context: Pick<ReadContext, 'problems'>): void {
  if (entries.length < 2 || areFewAndDistinct(entries)) return;
  const seen = new Set<string>();
  const twice: WrittenEntry[] = [];
  for (const entry of entries) {
    if (seen.has(entry.key)) twice.push(entry);
    seen.add(entry.key);
  }
  const name = twice.length > 1 ? twice.find(({ key }) => key === 'Name') : undefined;
  if (name) context.problems.push({ message: say.secondName, span: name.keySpan, fixes: [] });
  else
    for (const { key, keySpan } of twice)
      context.problems.push({ message: say.duplicateKey(key), span: keySpan, fixes: [] });
}

/** Of a few keys it is quicker to compare all than to collect them, and most mappings have a few. */
function areFewAndDistinct(entries: readonly WrittenEntry[]): boolean {
  if (entries.length > 12) return false;
  for (let i = 1; i < entries.length; i += 1) {
    const key = entries[i]?.key;
    for (let k = 0; k < i; k += 1) if (entries[k]?.key === key) return false;
  }
  return true;
}

const emptyScalar = (at: number): WrittenScalar => ({
  kind: 'scalar',
  value: null,
  style: 'plain',
  source: '',
  span: span(at, at),
});

function anchorOf(node: Node): string | undefined {
  return 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
}

function rangeOf(node: Node): Span {
  return node.range ? span(node.range[0], Math.max(node.range[0], node.range[1])) : span(0, 0);
}

/** For a list item or document that is one plain text although a `Key:value` was meant. */
export function plainTextProblem(text: string, scalar: WrittenScalar): ReadProblem | undefined {
  if (scalar.style !== 'plain') return undefined;
  const missing = missingBlank(text, scalar.span.to);
  return missing && blankProblem(missing);
}
