import { assertNever, type Span } from '../../base/index.ts';
import type { Loose, LooseEntry, LooseItem, LooseList, LooseMap } from './loose.ts';
import { readLoosely } from './loose-read.ts';
import { plainText } from './loose-values.ts';
import type { Source } from '../syntax/source.ts';
import { surroundings } from './surroundings.ts';

/** A step from the whole text inwards. */
export type Step =
  { readonly map: LooseMap; readonly entry: LooseEntry } | { readonly list: LooseList; readonly item: LooseItem };

/** The word at an offset, and where it stands in the structure of the text. */
export interface Place {
  /** Spans found in the steps are those of the piece that was read, caret mark included; this gives the real ones. */
  readonly real: (span: Span) => Span;
  /** True when only the surroundings were read: the states of the flow itself are then known from its reading. */
  readonly isPiece: boolean;
  /** From the outside inwards; the last step holds the word as its key, value or item. */
  readonly steps: readonly Step[];
  readonly role: 'key' | 'value';
  /** The word: a whole key or scalar without quotes; what completion replaces. */
  readonly word: Span;
  readonly text: string;
  /** How much of the word is left of the offset. */
  readonly caret: number;
  readonly quote: string;
  /** For a key: whether its colon is there. For a value: whether it may become a key, being alone in its line. */
  readonly hasColon: boolean;
  readonly mayBeKey: boolean;
  readonly column: number;
  /** Whether the text around is written in brackets. */
  readonly flow: boolean;
}

/** Stands for the caret, so that even an empty word is found. From a range that no text uses. */
const mark = '\ue0ff';

/** Finds the word at an offset, however unfinished the text is. `undefined` inside comments and outside of everything. */
export function placeAt(source: Source, offset: number): Place | undefined {
  const { text, base, isPiece } = surroundings(source, offset);
  const at = offset - base;
  const root = readLoosely(text.slice(0, at) + mark + text.slice(at));
  const found = root && search(root, [], at);
  const real = (place: number): number => (place > at ? place - 1 : place) + base;
  if (!found) return undefined;
  const word = { from: found.word.from + base, to: found.word.to + base };
  return { ...found, word, isPiece, real: ({ from, to }) => ({ from: real(from), to: real(to) }) };
}

type Found = Omit<Place, 'real' | 'isPiece'>;

function search(node: Loose, steps: readonly Step[], offset: number): Found | undefined {
  switch (node.kind) {
    case 'scalar': {
      const { mayBeKey, column } = node;
      return word(
        node,
        { role: 'value', steps, hasColon: false, mayBeKey, column, flow: isFlow(steps.at(-1)) },
        offset,
      );
    }
    case 'map':
      return first(node.entries, (entry) => {
        const inner = [...steps, { map: node, entry }];
        return key(entry, node, inner, offset) ?? (entry.value && search(entry.value, inner, offset));
      });
    case 'list':
      return first(node.items, (item) => item.value && search(item.value, [...steps, { list: node, item }], offset));
    default:
      return assertNever(node);
  }
}

const isFlow = (step: Step | undefined): boolean =>
  step !== undefined && ('map' in step ? step.map.flow : step.list.flow);

function first<T, R>(list: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function key(entry: LooseEntry, map: LooseMap, steps: readonly Step[], offset: number): Found | undefined {
  const { key: text, from, to, quote, hasColon } = entry;
  const about = { role: 'key', steps, hasColon, mayBeKey: true, column: map.column, flow: map.flow } as const;
  return word({ text, from, to, quote }, about, offset);
}

function word(
  piece: { readonly text: string; readonly from: number; readonly to: number; readonly quote: string },
  rest: Pick<Found, 'role' | 'steps' | 'hasColon' | 'mayBeKey' | 'column' | 'flow'>,
  offset: number,
): Found | undefined {
  if (offset < piece.from || offset >= piece.to || piece.text[offset - piece.from] !== mark) return undefined;
  const at = offset - piece.from;
  const text = piece.text.slice(0, at) + piece.text.slice(at + 1);
  return { ...rest, text, word: { from: piece.from, to: piece.to - 1 }, caret: at, quote: piece.quote };
}

/** The text a place holds, with quotes and escapes undone. */
export function scalarText({ text, quote }: Place): string {
  return plainText({ text, quote });
}
