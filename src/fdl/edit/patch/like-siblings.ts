import type { Json } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { isFirstOnLine, marginAt } from '../text/lines.ts';
import { type Look, printFlow, printFlowLines } from '../text/print-value.ts';
import { childrenOf, type Slot } from '../tree.ts';

/** In flow style: over several lines where the collection itself and what is nested in it are written so. */
export function printLikeSiblings(source: Source, parent: Slot, value: Json, look: Look): string {
  const { text } = source;
  const children = childrenOf(source, parent);
  const first = children[0];
  const head = first?.key?.from ?? first?.from;
  if (head === undefined || !isFirstOnLine(text, head)) return printFlow(value, look);
  const nested = children.filter((child) => child.written.kind !== 'scalar' && child.to > child.from + 2);
  if (nested.length > 0 && nested.every((child) => !text.slice(child.from, child.to).includes('\n'))) {
    return printFlow(value, look);
  }
  const margin = marginAt(text, head);
  return printFlowLines(value, margin, flowUnit(source, parent, margin), look);
}

/** By how much lines inside of braces stand further right. */
function flowUnit(source: Source, parent: Slot, margin: string): string {
  const outer = marginAt(source.text, parent.from);
  return margin.startsWith(outer) && margin.length > outer.length ? margin.slice(outer.length) : '  ';
}
