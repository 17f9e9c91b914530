import { type Json, isList, setOwn } from '../../base/index.ts';
import type { Source } from '../syntax/source.ts';
import { jsonOf } from '../syntax/written-values.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap } from '../written.ts';

/**
 * The document as one tree of values with absolute places. A path is the list of keys and positions from the top of
 * the text: `['States', 3, 'Next']`.
 */
export type Path = readonly (string | number)[];

export interface Slot {
  readonly path: Path;
  readonly written: Written;
  /** Absolute place of the value, without its anchor. */
  readonly from: number;
  readonly to: number;
  /** What is added to the spans inside. */
  readonly base: number;
  readonly parent: Slot | undefined;
  /** Absolute place of the key, for entries of mappings. */
  readonly key: { readonly from: number; readonly to: number } | undefined;
  /** Came in through a merge key: nothing of it is written here. */
  readonly merged: boolean;
  /** Its text cannot be read now; only its beginning can be trusted. */
  readonly stale: boolean;
}

const isStates = (path: Path): boolean => path.length === 1 && path[0] === 'States';

export function rootSlot(source: Source): Slot | undefined {
  const { written } = source.flow;
  if (!written) return undefined;
  const { from, to } = written.span;
  return { path: [], written, from, to, base: 0, parent: undefined, key: undefined, merged: false, stale: false };
}

/** The value at a path, or `undefined` where nothing is written. */
export function slotAt(source: Source, path: Path): Slot | undefined {
  return path.reduce<Slot | undefined>((slot, step) => slot && childAt(source, slot, step), rootSlot(source));
}

export function childAt(source: Source, parent: Slot, step: string | number): Slot | undefined {
  const { written } = parent;
  if (isStates(parent.path)) return typeof step === 'number' ? stateSlot(source, parent, step) : undefined;
  if (written.kind === 'map') {
    const entry = written.entries.find((e) => e.key === String(step));
    return entry && entrySlot(source, parent, entry);
  }
  if (written.kind !== 'list' || typeof step !== 'number') return undefined;
  const item = written.items[step];
  return item && itemSlot(parent, item, step);
}

/** What is written inside of a mapping or list, in the order of the text; merged entries are not. */
export function childrenOf(source: Source, slot: Slot): readonly Slot[] {
  const { written } = slot;
  if (isStates(slot.path)) return stateSlots(source, slot);
  if (written.kind === 'map') return written.entries.filter((e) => !e.merged).map((e) => entrySlot(source, slot, e));
  return written.kind === 'list' ? written.items.map((item, i) => itemSlot(slot, item, i)) : [];
}

const slotsOfSources = new WeakMap<Source, readonly Slot[]>();

/** The slots of all states, made once per reading: flows may have thousands. */
function stateSlots(source: Source, list: Slot): readonly Slot[] {
  const known = slotsOfSources.get(source) ?? source.flow.states.flatMap((_, i) => stateSlot(source, list, i) ?? []);
  slotsOfSources.set(source, known);
  return known;
}

function stateSlot(source: Source, parent: Slot, index: number): Slot | undefined {
  const state = source.flow.states[index];
  if (!state) return undefined;
  const { written, id, stale } = state;
  const base = source.origins.get(id) ?? 0;
  const from = base + written.span.from;
  const to = base + written.span.to;
  return { path: ['States', index], written, from, to, base, parent, key: undefined, merged: false, stale };
}

function entrySlot(source: Source, parent: Slot, entry: WrittenEntry): Slot {
  const { base, stale } = parent;
  const key = { from: base + entry.keySpan.from, to: base + entry.keySpan.to };
  const path = [...parent.path, entry.key];
  const value = isStates(path) ? withOwnStyle(source, entry.value) : entry.value;
  return { ...place(value, base), path, parent, key, merged: entry.merged, stale };
}

/** The list of states is put together from its items; its brackets tell how it is written. */
function withOwnStyle(source: Source, written: Written): Written {
  const flow = written.kind === 'list' && source.text[written.span.from] === '[';
  return flow ? { ...written, style: 'flow' } : written;
}

function itemSlot(parent: Slot, item: Written, index: number): Slot {
  const { path, merged, written } = parent;
  const frame = written.kind === 'list' ? written.frames?.[index] : undefined;
  const own = { path: [...path, index], parent, key: undefined, merged };
  if (!frame) return { ...place(item, parent.base), ...own, stale: parent.stale };
  return { ...place(item, parent.base + frame.from), ...own, stale: frame.ghost !== undefined };
}

const place = (written: Written, base: number) => ({
  written,
  base,
  from: base + written.span.from,
  to: base + written.span.to,
});

/** Whether the value stands inside of a flow collection, so that new text has to be flow style as well. */
export function isInFlow(slot: Slot | undefined): boolean {
  for (let s = slot; s; s = s.parent) if (s.written.kind !== 'scalar' && s.written.style === 'flow') return true;
  return false;
}

export const isCollection = (written: Written): written is WrittenMap | WrittenList => written.kind !== 'scalar';
export const isBlockCollection = (written: Written): boolean =>
  isCollection(written) && written.style === 'block' && written.alias === undefined;

const remembered = new WeakMap<Written, Json>();

/** `jsonOf`, remembered by the written value: what did not change costs nothing. */
export function knownJson(written: Written): Json {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  const json = jsonOf(written);
  if (written.kind !== 'scalar') remembered.set(written, json);
  return json;
}

/** The whole document as JSON: what an edit changes is compared on this. */
export function documentJson(source: Source): Json {
  const { flow } = source;
  if (!flow.written) return null;
  const root: Record<string, Json> = {};
  for (const { key, value } of flow.written.entries) {
    if (Object.hasOwn(root, key)) continue;
    const states = key === 'States' && (flow.states.length > 0 || isList(knownJson(value)));
    setOwn(root, key, states ? flow.states.map((state) => knownJson(state.written)) : knownJson(value));
  }
  if (flow.states.length > 0)
    setOwn(
      root,
      'States',
      flow.states.map((state) => knownJson(state.written)),
    );
  return root;
}
