import type { Changes } from '../base/index.ts';
import { writtenLines } from './receipts.ts';
import { lineMap } from './line-map.ts';

/** What an action did to the text, in lines. */
export interface Written {
  /** Lines with something new in them. */
  readonly lines: number;
  /** By how many lines the text became shorter. */
  readonly gone: number;
}

export function countWritten(changes: Changes, before: string, after: string): Written {
  const touched = new Set<number>();
  let gone = 0;
  const writing = changes.filter(({ from, to, insert }) => {
    const removed = before.slice(from, to);
    gone += ends(removed) - ends(insert);
    // What only takes whole lines away writes none.
    return insert.trim() !== '' || ends(removed) === 0;
  });
  const ranges = writtenLines(changes, lineMap(after));
  for (const change of writing) {
    const [first, last] = ranges[changes.indexOf(change)] ?? [0, -1];
    for (let line = first; line <= last; line += 1) touched.add(line);
  }
  return { lines: touched.size, gone: Math.max(0, gone) };
}

const ends = (text: string): number => text.split('\n').length - 1;
