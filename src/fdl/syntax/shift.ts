import { shiftSpan, type Span, span } from '../../base/index.ts';
import type { Written, WrittenMap } from '../written.ts';
import type { ReadProblem } from './reading.ts';

/** The same value with every place moved. */
export function shiftWritten(written: Written, by: number): Written {
  if (by === 0) return written;
  const at = shiftSpan(written.span, by);
  switch (written.kind) {
    case 'scalar':
      return { ...written, span: at };
    case 'list':
      return { ...written, span: at, items: written.items.map((item) => shiftWritten(item, by)) };
    case 'map': {
      const entries = written.entries.map((entry) => ({
        ...entry,
        keySpan: shiftSpan(entry.keySpan, by),
        value: shiftWritten(entry.value, by),
      }));
      return { ...written, span: at, entries };
    }
  }
}

/** The same problem with every place moved. */
export function shiftProblem(problem: ReadProblem, by: number): ReadProblem {
  if (by === 0) return problem;
  const fixes = problem.fixes.map((fix) => ({ ...fix, replace: shiftSpan(fix.replace, by) }));
  return { ...problem, span: shiftSpan(problem.span, by), fixes };
}

/** A remembered mapping whose places may lie behind the end of the text by now: its entries are then at that end. */
export function clampMap(map: WrittenMap | undefined, length: number): WrittenMap | undefined {
  if (!map || map.span.to <= length) return map;
  const within = (at: Span): Span => span(Math.min(at.from, length), Math.min(at.to, length));
  const entries = map.entries.map((entry) => {
    const value = entry.value.span.to <= length ? entry.value : clampWritten(entry.value, within);
    return { ...entry, keySpan: within(entry.keySpan), value };
  });
  return { ...map, span: within(map.span), entries };
}

function clampWritten(written: Written, within: (at: Span) => Span): Written {
  const at = within(written.span);
  switch (written.kind) {
    case 'scalar':
      return { ...written, span: at };
    case 'list':
      return { ...written, span: at, items: written.items.map((item) => clampWritten(item, within)) };
    case 'map': {
      const entries = written.entries.map((entry) => ({
        ...entry,
        keySpan: within(entry.keySpan),
        value: clampWritten(entry.value, within),
      }));
      return { ...written, span: at, entries };
    }
  }
}

/** Whether two values are written the same way, places included. */
export function sameWritten(a: Written, b: Written): boolean {
  if (a === b) return true;
  if (a.span.from !== b.span.from || a.span.to !== b.span.to || a.alias !== b.alias || a.anchor !== b.anchor)
    return false;
  if (a.kind === 'scalar')
    return b.kind === 'scalar' && a.value === b.value && a.style === b.style && a.source === b.source;
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length || a.style !== b.style) return false;
    return a.items.every((item, i) => {
      const other = b.items[i];
      return other !== undefined && sameWritten(item, other);
    });
  }
  if (b.kind !== 'map' || a.entries.length !== b.entries.length || a.style !== b.style) return false;
  return a.entries.every((entry, i) => {
    const other = b.entries[i];
    if (!other || entry.key !== other.key || entry.merged !== other.merged) return false;
    return entry.keySpan.from === other.keySpan.from && sameWritten(entry.value, other.value);
  });
}
