/**
 * How a flow is kept: three entries under its id, so that what changed is all that is written.
 * `meta` name and time · `text` the exact text, compressed when large · `aside` everything beside the text.
 * What is read back is checked piece by piece: a damaged piece falls back to its default and is reported.
 */
import type * as Fflate from 'fflate';
import {
  finish,
  isList,
  isObject,
  type Json,
  type JsonObject,
  parseJson,
  type Pieces,
  type Point,
} from '../../base/index.ts';
import type { Positions } from '../../document/index.ts';
import type { NodeId, StateId } from '../../fdl/index.ts';
import type { BreakpointSetting, FlowEntry, FlowSettings, KeptScenario, SavedInput } from '../model.ts';
import { readCallback, readCards, writeCards } from './cards.ts';

export const prefix = 'fdl-studio/1/';
export const flowKey = (id: string, part: 'meta' | 'text' | 'aside'): string => `${prefix}flow/${id}/${part}`;

/** Takes a key apart; `undefined` when it is none of a flow. */
export function readKey(key: string): { readonly id: string; readonly part: string } | undefined {
  const match = /^fdl-studio\/1\/flow\/([^/]+)\/(meta|text|aside)$/.exec(key);
  return match?.[1] !== undefined && match[2] !== undefined ? { id: match[1], part: match[2] } : undefined;
}

const compressFrom = 100_000;
/** Whether keeping this text wants the codec. */
export const isLarge = (text: string): boolean => text.length >= compressFrom;

type Codec = typeof Fflate;
let codec: Codec | undefined;

/** Large texts are kept compressed; what does that comes when it is first needed. */
export async function loadCodec(): Promise<void> {
  codec ??= await import('fflate');
}
/** Whether a kept text can only be read with the codec. */
export const isCompressed = (packed: string | undefined): boolean => packed?.startsWith('z') === true;

/** Plain for people's usual files; large ones are deflated, one byte a character, marked by the first letter. */
export const packText = (text: string): string => finish(packInPieces(text));

/** So many characters are deflated at a time: a few milliseconds. */
const pieceLength = 131_072;

/** The same, with places where it can be interrupted. */
export function* packInPieces(text: string): Pieces<string> {
  if (!isLarge(text) || !codec) return `t${text}`;
  const { Deflate, strFromU8, strToU8 } = codec;
  let packed = 'z';
  const deflate = new Deflate({ level: 1 }, (bytes) => {
    packed += strFromU8(bytes, true);
  });
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = borderBefore(text, from + pieceLength);
    const piece = text.slice(from, to);
    if (!isWellFormed(piece)) return `t${text}`;
    deflate.push(strToU8(piece), to === text.length);
    yield;
  }
  return packed;
}

/** Never between the halves of a character. */
function borderBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code < 0xdc00 ? at - 1 : at;
}

export function unpackText(packed: string): string | undefined {
  if (packed.startsWith('t')) return packed.slice(1);
  if (!codec || !isCompressed(packed)) return undefined;
  try {
    return codec.strFromU8(codec.inflateSync(codec.strToU8(packed.slice(1), true)));
  } catch {
    return undefined;
  }
}
/** A lone surrogate would not come back from UTF-8. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

export interface Aside {
  readonly positions: Positions;
  readonly settings: FlowSettings;
}
export const emptySettings: FlowSettings = {
  cards: [],
  callbacks: [],
  breakpoints: [],
  breakOnError: false,
  breakOnCallback: false,
  input: '',
  savedInputs: [],
  scenarios: [],
};

export function packMeta(entry: FlowEntry): string {
  return JSON.stringify({ name: entry.name, changed: entry.changed });
}
export function unpackMeta(id: string, packed: string): FlowEntry | undefined {
  const value = parseJson(packed);
  if (!isObject(value) || typeof value['name'] !== 'string') return undefined;
  return { id, name: value['name'], changed: typeof value['changed'] === 'number' ? value['changed'] : 0 };
}

export function packAside(aside: Aside): string {
  const { cards, ...rest } = aside.settings;
  return JSON.stringify({
    positions: [...aside.positions].map(([id, at]) => [id, at.x, at.y]),
    ...rest,
    cards: writeCards(cards),
  });
}

/** Whatever can be read of it; `damaged` when something could not. */
export function unpackAside(packed: string | undefined): { readonly aside: Aside; readonly damaged: boolean } {
  const value = packed === undefined ? {} : parseJson(packed);
  if (!isObject(value)) return { aside: { positions: new Map(), settings: emptySettings }, damaged: true };
  const settings: FlowSettings = {
    cards: readCards(value['cards']),
    callbacks: listOf(value['callbacks'], readCallback),
    breakpoints: listOf(value['breakpoints'], readBreakpoint),
    breakOnError: value['breakOnError'] === true,
    breakOnCallback: value['breakOnCallback'] === true,
    input: typeof value['input'] === 'string' ? value['input'] : '',
    savedInputs: listOf(value['savedInputs'], readSavedInput),
    scenarios: listOf(value['scenarios'], readScenarioFile),
  };
  return { aside: { positions: new Map(listOf(value['positions'], readPosition)), settings }, damaged: false };
}

function listOf<T>(value: Json | undefined, read: (item: Json) => T | undefined): readonly T[] {
  return isList(value) ? value.map(read).filter((item) => item !== undefined) : [];
}
function readPosition(item: Json): readonly [NodeId, Point] | undefined {
  if (!isList(item)) return undefined;
  const [id, x, y] = item;
  return typeof id === 'string' && typeof x === 'number' && typeof y === 'number'
    ? [id as NodeId, { x, y }]
    : undefined;
}
function readBreakpoint(item: Json): BreakpointSetting | undefined {
  if (!isObject(item) || typeof item['state'] !== 'string') return undefined;
  const condition = item['condition'];
  return {
    state: item['state'] as StateId,
    when: item['when'] === 'after' ? 'after' : 'before',
    ...(typeof condition === 'string' && { condition }),
  };
}
function readScenarioFile(item: Json): KeptScenario | undefined {
  const value: JsonObject = isObject(item) ? item : {};
  const { file, text } = value;
  return typeof file === 'string' && typeof text === 'string' ? { file, text } : undefined;
}
function readSavedInput(item: Json): SavedInput | undefined {
  const value: JsonObject = isObject(item) ? item : {};
  const { name, text } = value;
  return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined;
}
