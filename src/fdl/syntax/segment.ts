import { span } from '../../base/index.ts';
import type { StateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { ItemFrame, Written, WrittenEntry, WrittenMap } from '../written.ts';
import type { Inner } from './inner.ts';
import { bracketReader } from './lazy-brackets.ts';
import type { Reading, ReadProblem } from './reading.ts';
import { makeState, nameOf, stateMapOf } from './read-state.ts';
import { readQuickly, readThoroughly } from './read-written.ts';
import type { ListStyle } from './reuse.ts';
import { begunProblem, explain } from './slips.ts';

/** One item of a list of states with what was read in it. Places count from the item's first character. */
export interface Segment {
  readonly length: number;
  /** The item as written; of a stale one the last reading. */
  readonly item: Written;
  readonly map: WrittenMap;
  readonly name: string;
  /** Stale: the text cannot be read now. `guessed`: nor was it ever, so only Name and Type lines are known. */
  readonly stale: boolean;
  readonly guessed: boolean;
  /** Of a stale one with states inside: these are as they are now. */
  readonly current: boolean;
  readonly problems: readonly ReadProblem[];
  readonly needsMore: boolean;
  /** quick: plain enough to be read at once · thorough: by the YAML library · not: too many others were broken. */
  readonly read: 'quick' | 'thorough' | 'not';
  readonly state: State | undefined;
  /** Where the states inside were read on their own. */
  readonly inner: Inner | undefined;
  /** How many states cannot be read, itself and those inside of it. */
  readonly broken: number;
  /** Something in it is not as it should be: a state that cannot be read, a dash in the wrong column, a problem. */
  readonly unsound: boolean;
  readonly troubled: boolean;
}

const alone = { current: false, inner: undefined, state: undefined } as const;

/** How the text of an item is read: as a list of one item. */
interface ItemReader {
  readonly quickly: (text: string) => Reading | undefined;
  readonly thoroughly: (text: string) => Reading;
  /** Why it cannot be read. */
  readonly explain: (text: string, found: readonly ReadProblem[]) => readonly ReadProblem[];
  /** Name and type, as far as they can be made out. */
  readonly guess: (text: string) => WrittenMap;
}
const below: ItemReader = { quickly: readQuickly, thoroughly: readThoroughly, explain, guess };

/** How items of a style are read. */
export function itemReader(style: ListStyle): ItemReader {
  const brackets = style === 'flow' ? bracketReader() : undefined;
  if (!brackets) return below;
  const { readBracesQuickly: quickly, readBraces: thoroughly, explainBraces, guessBraces } = brackets;
  return { quickly, thoroughly, explain: explainBraces, guess: guessBraces };
}

/**
 * Reads the text of one item, from the beginning of its line, or its own in brackets, up to the next item. With
 * `quickly` what is not plain is taken for broken: the library needs a quarter of a millisecond for each.
 */
export function readSegment(text: string, style: ListStyle, quickly = false): Segment {
  const { quickly: plainly, thoroughly } = itemReader(style);
  const quick = plainly(text);
  if (quick) return segmentOf(text, style, quick, 'quick');
  return quickly ? ghost(text, style, [], 'not') : segmentOf(text, style, thoroughly(text), 'thorough');
}

function segmentOf(text: string, style: ListStyle, reading: Reading, read: Segment['read']): Segment {
  const { value, broken, problems, needsMore } = reading;
  const item = value?.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
  if (!item || broken) return { ...ghost(text, style, itemReader(style).explain(text, problems), read), needsMore };
  const begun = style === 'block' ? begunProblem(text, item) : undefined;
  if (begun) return ghost(text, style, [begun], read);
  const map = stateMapOf(item);
  // One literal, nothing spread: thousands of them are made when a large file opens.
  return {
    length: text.length,
    item,
    map,
    name: nameOf(map),
    stale: false,
    guessed: false,
    current: false,
    problems,
    needsMore,
    read,
    state: undefined,
    inner: undefined,
    broken: 0,
    unsound: false,
    troubled: problems.length > 0,
  };
}

/** What stands for text that cannot be read: name and type, as far as its lines give them. */
export function ghost(
  text: string,
  style: ListStyle,
  problems: readonly ReadProblem[],
  read: Segment['read'],
): Segment {
  const map = itemReader(style).guess(text);
  const known = { length: text.length, item: map, map, name: nameOf(map), needsMore: false };
  const broken = { stale: true, guessed: true, broken: 1, unsound: true, troubled: true };
  return { ...alone, ...known, ...broken, problems, read };
}

/** A segment that cannot be read, with what was read there before. */
export function remember(segment: Segment, last: Segment): Segment {
  if (last.guessed || !segment.guessed) return segment;
  return { ...segment, item: last.item, map: last.map, name: last.name, guessed: false, state: undefined };
}

/** A segment whose state is made. */
export type NamedSegment = Segment & { readonly state: State };

/** The segment with its state, the same object when it has that id already. */
export function identify(segment: Segment, id: StateId): NamedSegment {
  if (isNamed(segment) && segment.state.id === id) return segment;
  const state = makeState(segment.map, id, ghostOf(segment));
  const { length, item, map, name, stale, guessed, current, problems, needsMore, read } = segment;
  const { inner, broken, unsound, troubled } = segment;
  return {
    length,
    item,
    map,
    name,
    stale,
    guessed,
    current,
    problems,
    needsMore,
    read,
    state,
    inner,
    broken,
    unsound,
    troubled,
  };
}

/** What of a segment cannot be read now. */
export function ghostOf({ stale, guessed, current }: Segment): ItemFrame['ghost'] {
  if (!stale) return undefined;
  return guessed ? 'guess' : current ? 'around' : 'last';
}

const isNamed = (segment: Segment): segment is NamedSegment => segment.state !== undefined;

const nameLine = /^([ ]*(?:- +)?)(Name|Type)(:[ \t]+)(\S.*)$/;

/** What can be recognised line by line in an item that is no YAML: its own Name and Type. */
function guess(text: string): WrittenMap {
  const entries: WrittenEntry[] = [];
  let column: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const key = /^([ ]*(?:- +)?)[^\s#-]/.exec(line)?.[1]?.length;
    column ??= key;
    const found = key === column ? nameLine.exec(line.replace(/\r$/, '')) : null;
    if (found) entries.push(guessedEntry(found, at));
    at += line.length + 1;
  }
  const to = text.trimEnd().length;
  const from = Math.min(Math.max(text.search(/[^\s-]/), 0), to);
  return { kind: 'map', style: 'block', span: span(from, to), entries };
}

function guessedEntry([, indent = '', key = '', colon = '', rest = '']: RegExpExecArray, lineAt: number): WrittenEntry {
  const written = rest.replace(/\s+#.*$/, '').trimEnd();
  const value = written.replace(/^(["'])(.*?)\1?$/, '$2');
  const from = lineAt + indent.length;
  const valueFrom = from + key.length + colon.length;
  return {
    key,
    keySpan: span(from, from + key.length),
    value: { kind: 'scalar', value, style: 'plain', span: span(valueFrom, valueFrom + written.length) },
    merged: false,
  };
}
