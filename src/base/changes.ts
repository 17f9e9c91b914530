import { invariant } from './assert.ts';
import type { Span } from './span.ts';

/** A replacement of a piece of text. */
export interface TextChange extends Span {
  readonly insert: string;
}
/** Sorted by `from`, not overlapping; every offset refers to the text before the change. */
export type Changes = readonly TextChange[];

/** Sorts, drops no-ops and checks that nothing overlaps. */
export function makeChanges(changes: readonly TextChange[]): Changes {
  const sorted = changes.filter((c) => c.to > c.from || c.insert !== '').sort((a, b) => a.from - b.from || a.to - b.to);
  sorted.forEach((c, i) => invariant(i === 0 || c.from >= (sorted[i - 1]?.to ?? 0), 'changes overlap'));
  return sorted;
}

export function applyChanges(text: string, changes: Changes): string {
  let out = '';
  let at = 0;
  for (const change of changes) {
    out += text.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return out + text.slice(at);
}

/** The changes that turn `applyChanges(text, changes)` back into `text`. */
export function invertChanges(text: string, changes: Changes): Changes {
  let drift = 0;
  return changes.map((change) => {
    const from = change.from + drift;
    drift += change.insert.length - (change.to - change.from);
    return { from, to: from + change.insert.length, insert: text.slice(change.from, change.to) };
  });
}

/** Where an offset of the old text is in the new one. At an insertion `stick` says on which side it stays. */
export function mapOffset(offset: number, changes: Changes, stick: 'before' | 'after'): number {
  let drift = 0;
  for (const change of changes) {
    if (change.from > offset || (change.from === offset && stick === 'before')) break;
    if (change.to > offset || (change.to === offset && change.from < change.to && stick === 'before')) {
      return change.from + drift + (stick === 'before' ? 0 : change.insert.length);
    }
    drift += change.insert.length - (change.to - change.from);
  }
  return offset + drift;
}

/** A stretch of the old text that stays, or one that is replaced. */
type Section = { keep: number } | { drop: number; insert: string };

function toSections(changes: Changes): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const change of changes) {
    sections.push({ keep: change.from - at }, { drop: change.to - change.from, insert: change.insert });
    at = change.to;
  }
  sections.push({ keep: Number.POSITIVE_INFINITY });
  return sections;
}

/** One set of changes with the effect of `first`, then `second` (whose offsets refer to the text after `first`). */
export function composeChanges(first: Changes, second: Changes): Changes {
  const source = toSections(first).reverse();
  const out: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  const open = (): { from: number; to: number; insert: string } => {
    const last = out.at(-1);
    if (last?.to === at) return last;
    const next = { from: at, to: at, insert: '' };
    out.push(next);
    return next;
  };
  /** Walks over `length` units of the text between both sets; `kept` says whether `second` keeps them. */
  const walk = (length: number, kept: boolean): void => {
    let left = length;
    while (left > 0) {
      const section = source.pop();
      if (!section) return;
      if ('keep' in section) {
        const taken = Math.min(left, section.keep);
        if (section.keep > taken) source.push({ keep: section.keep === Infinity ? Infinity : section.keep - taken });
        if (left === Infinity && section.keep === Infinity) return;
        if (!kept && taken > 0) open().to = at + taken;
        at += taken;
        left -= taken;
      } else {
        const change = open();
        change.to = at += section.drop;
        const taken = Math.min(left, section.insert.length);
        if (kept) change.insert += section.insert.slice(0, taken);
        if (section.insert.length > taken) source.push({ drop: 0, insert: section.insert.slice(taken) });
        left -= taken;
      }
    }
  };
  for (const section of toSections(second)) {
    if ('keep' in section) walk(section.keep, true);
    else {
      walk(section.drop, false);
      if (section.insert !== '') open().insert += section.insert;
    }
  }
  return out.filter((c) => c.to > c.from || c.insert !== '');
}
