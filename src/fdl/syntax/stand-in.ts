import { shiftSpan, type Span, span } from '../../base/index.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap } from '../written.ts';
import type { InnerCut } from './cut-inner.ts';
import type { ReadProblem } from './reading.ts';
import { listOf, mapOf, valueOf } from './written-values.ts';

/** The text of a state with one short item in the place of every list of states in it. */
export interface Masked {
  readonly text: string;
  /** Where the item stands in that text: its value, and where the text behind it begins. */
  readonly values: readonly number[];
  readonly borders: readonly number[];
}

/** A number: no quick reader stumbles over it, and a list of states holds none. */
export const standIn = '0';

export function maskLists(text: string, cuts: readonly InnerCut[]): Masked {
  const values: number[] = [];
  const borders: number[] = [];
  let masked = '';
  let at = 0;
  for (const cut of cuts) {
    const { items, trailer, style } = cut;
    masked += text.slice(at, items[0] ?? trailer);
    if (style === 'block') masked += `${' '.repeat(cut.dash)}- `;
    values.push(masked.length);
    masked += style === 'block' ? `${standIn}\n` : standIn;
    borders.push(masked.length);
    at = trailer;
  }
  return { text: masked + text.slice(at), values, borders };
}

/** How far what stands behind each list is from where it is in the masked text. */
export const gapsOf = (cuts: readonly InnerCut[], { borders }: Masked): readonly number[] =>
  cuts.map(({ trailer }, i) => trailer - (borders[i] ?? 0));

/** The lists of states a container has: of its processor, of its branches. */
function listsOf(item: WrittenMap): ReadonlySet<Written> {
  const scopes = [valueOf(item, 'Processor'), ...listOf(valueOf(item, 'Branches'))];
  return new Set(scopes.flatMap((scope) => valueOf(mapOf(scope), 'States') ?? []));
}

/** Whether a list of states comes in again through an alias or a merge key: there it has no place of its own. */
function repeatsList(written: Written, comesAgain = false): boolean {
  const again = comesAgain || written.alias !== undefined;
  switch (written.kind) {
    case 'scalar':
      return false;
    case 'list':
      return written.items.some((item) => repeatsList(item, again));
    case 'map':
      return written.entries.some(
        ({ key, value, merged }) =>
          ((again || merged) && key === 'States' && value.kind === 'list') || repeatsList(value, again || merged),
      );
  }
}

/** Puts lists back into what was read around them. */
export class Restoring {
  #placed = 0;
  readonly #masked: Masked;
  readonly #gaps: readonly number[];
  readonly #lists: readonly Written[];
  #places: ReadonlySet<Written> = new Set();

  constructor(masked: Masked, gaps: readonly number[], lists: readonly Written[]) {
    this.#masked = masked;
    this.#gaps = gaps;
    this.#lists = lists;
  }

  /** The state around the lists; `undefined` where one of them is not what it looked like, or counts elsewhere too. */
  around(item: WrittenMap): WrittenMap | undefined {
    if (this.#masked.text.includes('*') && repeatsList(item)) return undefined;
    this.#places = listsOf(item);
    const map = this.#value(item);
    return map.kind === 'map' && this.#placed === this.#lists.length ? map : undefined;
  }

  /** A value of the masked text at its place in the text itself. */
  #value(written: Written): Written {
    const { borders, values } = this.#masked;
    if (written.span.to <= (values[0] ?? 0)) return written;
    switch (written.kind) {
      case 'scalar':
        return written.span.from < (borders[0] ?? 0) ? written : { ...written, span: this.span(written.span) };
      case 'list': {
        const states = this.#listAt(written);
        if (states) return states;
        const items = written.items.map((item) => this.#value(item));
        return { ...written, span: this.#around(written, items.at(-1)?.span.to), items };
      }
      case 'map': {
        const entries = written.entries.map((entry) => this.#entry(entry));
        const end = entries.reduce((last, { value, merged }) => (merged ? last : Math.max(last, value.span.to)), 0);
        return { ...written, span: this.#around(written, end), entries };
      }
    }
  }

  span({ from, to }: Span): Span {
    const by = this.#shiftAt(from);
    return span(from + by, to + (to > from ? this.#shiftAt(to - 1) : by));
  }

  problem(problem: ReadProblem): ReadProblem {
    const fixes = problem.fixes.map((fix) => ({ ...fix, replace: this.span(fix.replace) }));
    return { ...problem, span: this.span(problem.span), fixes };
  }

  #entry(entry: WrittenEntry): WrittenEntry {
    return {
      ...entry,
      keySpan: shiftSpan(entry.keySpan, this.#shiftAt(entry.keySpan.from)),
      value: this.#value(entry.value),
    };
  }

  #around({ style, span: at }: Extract<Written, { kind: 'list' | 'map' }>, end = 0): Span {
    const { from, to } = this.span(at);
    return span(from, style === 'block' ? Math.max(to, end) : to);
  }

  #shiftAt(offset: number): number {
    const { borders } = this.#masked;
    let index = borders.length - 1;
    while (index >= 0 && (borders[index] ?? 0) > offset) index -= 1;
    return this.#gaps[index] ?? 0;
  }

  #listAt(list: WrittenList): Written | undefined {
    const [item] = list.items;
    if (!this.#places.has(list) || list.items.length !== 1 || item?.kind !== 'scalar' || item.value !== 0)
      return undefined;
    const index = this.#masked.values.indexOf(item.span.from);
    if (index < 0) return undefined;
    this.#placed += 1;
    return this.#lists[index];
  }
}
