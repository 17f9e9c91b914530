/**
 * A state with states inside: the lists of these are cut out and read on their own, item by item, and what is left is
 * read with a stand-in for each list. So a slip in one of them leaves the others and the container as they are, a slip
 * in the container leaves those inside of it as they are, and a keystroke costs one state at any depth.
 */
import { type Span, span } from '../../base/index.ts';
import type { ItemFrame, Written, WrittenList, WrittenMap } from '../written.ts';
import { cutInner, type InnerCut } from './cut-inner.ts';
import { contentLine } from './lines.ts';
import type { Around, Inner, InnerList } from './inner.ts';
import { gapsOf, type Masked, maskLists, Restoring } from './stand-in.ts';
import { nameOf } from './read-state.ts';
import type { Reading } from './reading.ts';
import type { ListStyle, Old } from './reuse.ts';
import { ghost, ghostOf, itemReader, readSegment, type Segment } from './segment.ts';

export interface Readers {
  /** How the state itself is written. */
  readonly style: ListStyle;
  /** True where only plain text is to be read: too much else is broken. */
  readonly quickly: () => boolean;
  readonly list: (cut: InnerCut, old: InnerList | undefined, oldText: string) => readonly Segment[];
}

/** Reads a state with lists of states in it; `undefined` where there are none, or it has to be read in one piece. */
export function readContainer(text: string, old: Old | undefined, read: Readers): Segment | undefined {
  const { style } = read;
  const inside = old?.segment.inner;
  const cuts = cutInner(text, style, inside && { text: old.text, cuts: inside.lists.map(({ cut }) => cut) });
  if (cuts.length === 0) return undefined;
  const masked = maskLists(text, cuts);
  const around = readAround(masked, style, inside, read.quickly());
  if (around.reading.needsMore) return undefined;
  const { value, broken } = around.reading;
  const item = broken ? undefined : soleMap(value);
  if (!item && !broken && value?.kind !== 'map') return undefined;
  const uncertain = !item && style === 'block' && mayGoOn(masked.text);
  const whole = uncertain ? readSegment(text, style, read.quickly()) : undefined;
  if (whole?.stale === false) return whole;
  const before = inside?.lists.length === cuts.length ? inside : undefined;
  const lists = cuts.map((cut, i) => ({
    cut,
    segments: read.list(cut, before?.lists[i], old?.text ?? ''),
  }));
  if (lists.some(({ segments }) => segments.some(({ needsMore }) => needsMore))) return undefined;
  const sound = item ? { masked, item } : before?.sound;
  return assemble(text, style, { lists, masked, ...around, sound }, item !== undefined);
}

function readAround(
  masked: Masked,
  style: ListStyle,
  old: Inner | undefined,
  quickly: boolean,
): Pick<Inner, 'reading' | 'quick'> {
  if (old?.masked.text === masked.text && (old.quick || !quickly)) {
    return { reading: old.reading, quick: old.quick };
  }
  const quick = itemReader(style).quickly(masked.text);
  if (quick) return { reading: quick, quick: true };
  const unread: Reading = { value: undefined, broken: true, problems: [], needsMore: false };
  return { reading: quickly ? unread : itemReader(style).thoroughly(masked.text), quick: false };
}

const soleMap = (value: Written | undefined): WrittenMap | undefined => {
  const item = value?.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
  return item?.kind === 'map' ? item : undefined;
};

/** Quotes and brackets that a line leaves open may reach into a list, which is then none: the whole tells. */
const leftOpen = /(?:[:,[{?-][ \t]+|[[{,]|^[ \t]*)(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*|[[{][^\]}\n]*)\r?$/m;
const mayGoOn = (text: string): boolean => leftOpen.test(text);

/** `undefined` where a list is not the value it looked like. */
function assemble(text: string, style: ListStyle, inner: Inner, isSound: boolean): Segment | undefined {
  const { lists, masked, reading, sound, quick } = inner;
  const cuts = lists.map(({ cut }) => cut);
  const written = lists.map((list) => writtenList(text, list));
  const here = new Restoring(masked, gapsOf(cuts, masked), written);
  if (isSound && sound) {
    const map = here.around(sound.item);
    if (!map) return undefined;
    const problems = reading.problems.map((problem) => here.problem(problem));
    const own = { stale: false, guessed: false, current: false, needsMore: false, state: undefined, problems, inner };
    const parts = partsOf(lists, 0, quick ? 'quick' : 'thorough');
    return { ...own, ...parts, troubled: parts.troubled || problems.length > 0, length: text.length, ...lookOf(map) };
  }
  const slips = itemReader(style).explain(masked.text, reading.problems);
  const problems = slips.map((problem) => here.problem(problem));
  const known = sound && lookAround(sound, cuts, written);
  const shown = known ? { ...lookOf(known), guessed: false, current: true } : {};
  const read = quick || reading.value ? 'thorough' : 'not';
  return { ...ghost(text, style, problems, read), ...partsOf(lists, 1, read), ...shown, inner };
}

const lookOf = (map: WrittenMap) => ({ item: map, map, name: nameOf(map) });

/** What holds for a container because of the states in it. */
function partsOf(lists: readonly InnerList[], own: number, read: Segment['read']) {
  const segments = lists.flatMap((list) => list.segments);
  const misaligned = lists.some(({ cut }) => cut.misaligned.length > 0);
  const unsound = own > 0 || misaligned || segments.some((segment) => segment.unsound);
  const ways = [read, ...segments.map((segment) => segment.read)];
  return {
    broken: segments.reduce((sum, segment) => sum + segment.broken, own),
    unsound,
    troubled: unsound || segments.some((segment) => segment.troubled),
    read: ways.includes('not') ? 'not' : ways.includes('thorough') ? 'thorough' : 'quick',
  } as const;
}

/** The own fields of a container as they were, with the states in it as they are. */
function lookAround({ masked, item }: Around, cuts: readonly InnerCut[], written: readonly Written[]) {
  if (masked.borders.length !== cuts.length) return undefined;
  return new Restoring(masked, gapsOf(cuts, masked), written).around(item);
}

function writtenList(text: string, { cut, segments }: InnerList): WrittenList {
  const frames = segments.map((segment, i): ItemFrame => {
    const from = cut.items[i] ?? 0;
    return { from, to: cut.items[i + 1] ?? cut.trailer, ghost: ghostOf(segment) };
  });
  const items = segments.map((s) => s.item);
  return { kind: 'list', style: cut.style, span: spanOfList(text, cut, segments.at(-1)), items, frames };
}

function spanOfList(text: string, cut: InnerCut, last: Segment | undefined): Span {
  if (cut.style === 'flow') return span(cut.open, cut.close);
  const first = contentLine(text, cut.items[0] ?? 0)?.at ?? 0;
  const at = cut.items.at(-1) ?? first;
  const end = last?.stale === true ? text.slice(0, cut.trailer).trimEnd().length : at + (last?.item.span.to ?? 0);
  return span(first, Math.max(end, first));
}
