import { lineEndOf } from '../../../base/index.ts';
import type { Source } from '../../syntax/source.ts';
import { childrenOf, isBlockCollection, isInFlow, rootSlot, type Slot, slotAt } from '../tree.ts';
import { dashBefore } from './gaps.ts';
import { columnOf, eolAt, isFirstOnLine } from './lines.ts';
import type { WrittenList, WrittenMap } from '../../written.ts';
import type { ScalarLook } from './print-scalar.ts';
import type { Look } from './print-value.ts';

/** What can be seen of a person's habits in a piece of the document. */
interface Habits {
  indent: number | undefined;
  dash: number | undefined;
  gap: string | undefined;
  padded: boolean | undefined;
  /** How many texts are written with which quotes. */
  single: number;
  double: number;
  plain: number;
  /** By key: how many more of its lists and mappings are written in brackets than without; items as `key[]`. */
  readonly brackets: Map<string, number>;
  /** Values still to be looked at: habits show early, and files may be large. */
  left: number;
}

const documentHabits = new WeakMap<Source, Habits>();

/** How new text at a value is to look: like what surrounds it, else like the rest of the document. */
export function lookAt(source: Source, slot: Slot): Look {
  const near = slotAt(source, slot.path.slice(0, 2));
  const local = near ? habitsOf(source, near, 300) : undefined;
  const known = documentHabits.get(source) ?? habitsOf(source, rootSlot(source), 500);
  documentHabits.set(source, known);
  const quotes = local && local.single + local.double > 0 ? local : known;
  const keys = keysLike(source, slot);
  return {
    eol: eolAt(source.text, slot.from, lineEndOf(source.text)),
    indent: local?.indent ?? known.indent ?? 2,
    dash: local?.dash ?? known.dash ?? 2,
    gap: local?.gap ?? known.gap ?? ' ',
    quote: quotes.single > quotes.double ? 'single' : 'double',
    keys,
    texts: textsLike(slot, local, keys),
    padded: isPadded(source, slot) ?? local?.padded ?? known.padded ?? false,
    literals: true,
    ...separatorsLike(source, slot),
    inBrackets: new Set([...known.brackets].flatMap(([key, surplus]) => (surplus > 0 ? [key] : []))),
  };
}

/** Says that a text is still the work of the same hand: what was seen of its habits need not be looked for again. */
export function keepHabits(before: Source, after: Source): void {
  const known = documentHabits.get(before);
  if (known) documentHabits.set(after, known);
}

/** Whether the nearest braces have blanks inside: those beside or around a value. */
function isPadded(source: Source, slot: Slot): boolean | undefined {
  for (let s: Slot | undefined = slot; s; s = s.parent) {
    const near = s.written.kind === 'list' && s.path.length > 1 ? [...childrenOf(source, s), s] : [s];
    const braces = near.find(
      ({ written }) => written.kind === 'map' && written.style === 'flow' && written.entries.length > 0,
    );
    if (braces) return source.text[braces.from + 1] === ' ';
  }
  return undefined;
}

/** How the nearest braces separate their parts: compact JSON has no blanks. */
function separatorsLike(source: Source, slot: Slot): Pick<Look, 'colon' | 'comma'> {
  let colon: Look['colon'] | undefined;
  let comma: Look['comma'] | undefined;
  for (let s: Slot | undefined = slot; s && (colon === undefined || comma === undefined); s = s.parent) {
    if (s.written.kind === 'scalar' || s.written.style !== 'flow') continue;
    const [first, second] = childrenOf(source, s);
    const entries = first?.key || !first ? [first, second] : childrenOf(source, first);
    comma ??= commaBetween(source, first, second) ?? commaBetween(source, entries[0], entries[1]);
    const entry = entries[0];
    if (entry?.key) colon ??= source.text.slice(entry.key.to, entry.from) === ':' ? ':' : ': ';
  }
  return { colon: colon ?? ': ', comma: comma ?? ', ' };
}

/** The comma between two parts on one line. */
function commaBetween({ text }: Source, first: Slot | undefined, second: Slot | undefined): Look['comma'] | undefined {
  const between = first && second && text.slice(first.to, second.key?.from ?? second.from);
  if (between === undefined || !/^\s*,[^\r\n]*$/.test(between)) return undefined;
  return between.endsWith(',') ? ',' : ', ';
}

/** How keys are written in the nearest mapping that has some. */
function keysLike(source: Source, slot: Slot): ScalarLook {
  for (let s: Slot | undefined = slot; s; s = s.parent) {
    const first = s.written.kind === 'scalar' ? undefined : childrenOf(source, s)[0];
    const inItems = first && s.written.kind === 'list' ? childrenOf(source, first)[0]?.key : undefined;
    const key = s.written.kind === 'map' ? first?.key : (inItems ?? s.key);
    if (key) return lookOfQuote(source.text[key.from]);
  }
  return 'plain';
}

/** Texts have quotes in braces with quoted keys, as in JSON; elsewhere when all texts around have them. */
function textsLike(slot: Slot, local: Habits | undefined, keys: ScalarLook): ScalarLook {
  if (isInFlow(slot)) return keys;
  if (!local || local.plain > 0 || local.single + local.double < 2) return 'plain';
  return local.single > local.double ? 'single' : 'double';
}

const lookOfQuote = (first: string | undefined): ScalarLook =>
  first === '"' ? 'double' : first === "'" ? 'single' : 'plain';

function habitsOf(source: Source, slot: Slot | undefined, most: number): Habits {
  const habits: Habits = {
    indent: undefined,
    dash: undefined,
    gap: undefined,
    padded: undefined,
    single: 0,
    double: 0,
    plain: 0,
    brackets: new Map(),
    left: most,
  };
  if (slot && !slot.stale) observe(source, slot, habits);
  return habits;
}

function observe(source: Source, slot: Slot, habits: Habits): void {
  habits.left -= 1;
  const { written } = slot;
  if (habits.left < 0 || slot.stale || written.alias !== undefined) return;
  if (written.kind === 'scalar') {
    const { style, value } = written;
    if (style === 'single' || style === 'double') habits[style] += 1;
    if (style === 'plain' && typeof value === 'string') habits.plain += 1;
    return;
  }
  if (written.kind === 'map' && written.style === 'flow' && written.entries.length > 0) {
    habits.padded ??= source.text[slot.from + 1] === ' ';
  }
  observeBrackets(slot, habits);
  if (slot.key && isBlockCollection(written)) observeNesting(source, slot, slot.key.from, habits);
  for (const child of childrenOf(source, slot)) observe(source, child, habits);
}

function observeBrackets({ path, written, parent }: Slot, { brackets }: Habits): void {
  if (written.kind === 'scalar' || childCount(written) === 0) return;
  const step = path.at(-1);
  const key = typeof step === 'number' ? `${String(parent?.path.at(-1))}[]` : (step ?? '');
  brackets.set(key, (brackets.get(key) ?? 0) + (written.style === 'flow' ? 1 : -1));
}

const childCount = (written: WrittenMap | WrittenList): number =>
  written.kind === 'map' ? written.entries.length : written.items.length;

function observeNesting(source: Source, slot: Slot, keyFrom: number, habits: Habits): void {
  const { text } = source;
  const first = childrenOf(source, slot)[0];
  // A key behind `?` does not stand where its mapping does.
  if (!first || /\?[ \t]+$/.test(text.slice(Math.max(0, keyFrom - 20), keyFrom))) return;
  const column = columnOf(text, keyFrom);
  if (slot.written.kind === 'map') {
    if (isFirstOnLine(text, first.key?.from ?? first.from))
      habits.indent ??= Math.max(1, columnOf(text, first.key?.from ?? first.from) - column);
    return;
  }
  const dash = dashBefore(text, first.from);
  if (dash === undefined) return;
  habits.dash ??= Math.max(0, columnOf(text, dash) - column);
  const gap = /^ +/.exec(text.slice(dash + 1, first.from))?.[0];
  if (gap !== undefined && gap.length === first.from - dash - 1) habits.gap ??= gap;
}
