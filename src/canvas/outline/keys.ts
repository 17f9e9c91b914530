import type { OutlineRow } from './rows.ts';
import type { OutlineTree } from './use-outline.ts';

/** The row a key leads to; `undefined` for every other key. The keys are those of trees everywhere. */
export function rowByKey(key: string, rows: readonly OutlineRow[], at: number, page: number): number | undefined {
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return undefined;
  }
}

/** Right opens, then goes inside; Left closes, then goes out. */
export function sideways(key: string, { rows, active, toggle, go }: OutlineTree): boolean {
  const row = rows[active];
  if (!row || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return false;
  if (key === 'ArrowRight' && row.open === false) toggle(row.key, true);
  else if (key === 'ArrowLeft' && row.open) toggle(row.key, false);
  else {
    const inside = rows[active + 1];
    const to = key === 'ArrowRight' ? inside?.parent === row.key && inside : rows.find((r) => r.key === row.parent);
    if (to) go(to);
  }
  return true;
}

/** The next row below, around at the end, whose words begin with what was typed. */
export function rowByTyping(rows: readonly OutlineRow[], at: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  // More letters narrow down what is meant, one letter again and again walks on.
  const same = [...wanted].every((letter) => letter === wanted[0]);
  const text = same ? (wanted[0] ?? '') : wanted;
  const start = same ? at + 1 : at;
  for (let i = 0; i < rows.length; i += 1) {
    const index = (start + i) % rows.length;
    const row = rows[index];
    if (row && wordOf(row).toLowerCase().startsWith(text)) return index;
  }
  return undefined;
}

const wordOf = (row: OutlineRow): string =>
  row.kind === 'state' ? row.node.label : row.kind === 'scope' ? row.label : row.label || row.outlet.kind;
