import { shiftSpan } from '../../base/index.ts';
import type { Located } from '../model.ts';
import type { Written } from '../written.ts';

/** The same value with every place moved. */
export function shiftWritten(written: Written, by: number): Written {
  if (by === 0) return written;
  const span = shiftSpan(written.span, by);
  switch (written.kind) {
    case 'scalar':
      return { ...written, span };
    case 'list':
      return { ...written, span, items: written.items.map((item) => shiftWritten(item, by)) };
    case 'map': {
      const entries = written.entries.map((entry) => ({
        ...entry,
        keySpan: shiftSpan(entry.keySpan, by),
        value: shiftWritten(entry.value, by),
      }));
      return { ...written, span, entries };
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

export function shiftLocated<T>(located: Located<T> | undefined, by: number): Located<T> | undefined {
  return located && { value: located.value, span: shiftSpan(located.span, by) };
}
