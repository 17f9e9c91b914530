import { placeOf, lineStarts } from '../../base/index.ts';
import type { Scope, State } from '../model.ts';
import { originOf } from '../syntax/frames.ts';
import type { Source } from '../syntax/source.ts';
import type { Written } from '../written.ts';
import type { Refusal } from './flow-edit.ts';
import type { SimpleOp } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { childrenOf, type Path, rootSlot, type Slot, slotAt } from './tree.ts';

/**
 * Anchors, aliases and merge keys: text that stands once and counts in several places. An edit of one place must not
 * change the others unasked, so it is refused with what else it would change.
 */
export function refuseShared(source: Source, op: SimpleOp): Refusal | undefined {
  if (!/[&*]/.test(source.text)) return undefined;
  const inList = op.op === 'insert' || op.op === 'remove-items';
  const keepsValues = op.op === 'write-out';
  const inside = inList ? op.path : op.path.slice(0, -1);
  for (let length = 0; length <= inside.length; length += 1) {
    const slot = slotAt(source, op.path.slice(0, length));
    const refusal = slot && refuseInside(source, slot, keepsValues);
    if (refusal) return refusal;
  }
  if (keepsValues) return undefined;
  if (op.op === 'remove-items') {
    const gone = op.indices.flatMap((index) => slotAt(source, [...op.path, index]) ?? []);
    return gone.reduce<Refusal | undefined>((found, slot) => found ?? refuseUsed(source, slot, gone), undefined);
  }
  const target = op.op === 'insert' ? undefined : slotAt(source, op.path);
  if (!target || target.written.alias !== undefined) return undefined;
  if (target.merged) return op.op === 'set' ? undefined : comesFromElsewhere(source, target);
  return refuseUsed(source, target);
}

/** Why nothing can be changed inside of a value: it is another place's text, or other places use it. */
function refuseInside(source: Source, slot: Slot, keepsValues: boolean): Refusal | undefined {
  if (slot.merged || slot.written.alias !== undefined) return comesFromElsewhere(source, slot);
  const { anchor } = slot.written;
  const users = anchor === undefined || keepsValues ? [] : usersOf(source, anchor);
  return anchor === undefined || users.length === 0 ? undefined : isShared(slot, anchor, users);
}

const isShared = (slot: Slot, anchor: string, users: readonly string[]): Refusal => ({
  reason: 'shared-by-alias',
  message: say.shared(anchor, users),
  offer: { type: 'make-local', path: slot.path, others: true },
});

/** Why a value that comes from elsewhere cannot be changed; offers to write it out. */
function comesFromElsewhere(source: Source, slot: Slot): Refusal {
  const text = source.text.slice(slot.merged && slot.key ? slot.key.from : slot.from);
  const name = slot.written.alias ?? /^\*([^\s,[\]{}]+)/.exec(text)?.[1] ?? '';
  const others = [...definersOf(source, name), ...usersOf(source, name)];
  const own = ownerName(source, slot.path);
  const rest = others.filter((other) => other !== own);
  return {
    reason: 'shared-by-alias',
    message: say.fromElsewhere(name, [...new Set(rest.length > 0 ? rest : others)]),
    offer: { type: 'make-local', path: slot.path.slice(0, slot.merged ? -1 : undefined) },
  };
}

/** Anchors inside of what would go away, as far as others use them. */
function refuseUsed(source: Source, target: Slot, gone: readonly Slot[] = [target]): Refusal | undefined {
  for (const anchor of anchorsIn(target.written)) {
    const users = usersOf(source, anchor, gone);
    if (users.length > 0) return isShared(target, anchor, users);
  }
  return undefined;
}

function anchorsIn(written: Written): readonly string[] {
  if (written.alias !== undefined) return [];
  const own = written.anchor === undefined ? [] : [written.anchor];
  if (written.kind === 'scalar') return own;
  if (written.kind === 'list') return [...own, ...written.items.flatMap(anchorsIn)];
  return [...own, ...written.entries.flatMap((entry) => (entry.merged ? [] : anchorsIn(entry.value)))];
}

/** The names of the states (or flow attributes) that use an anchor, outside of some parts of the document. */
const usersOf = (source: Source, anchor: string, except: readonly Slot[] = []): readonly string[] => [
  ...new Set(usesOf(source, anchor, except).map(({ path }) => ownerName(source, path))),
];

function usesOf(source: Source, anchor: string, except: readonly Slot[]): readonly Slot[] {
  const found: Slot[] = [];
  if (!source.text.includes(`*${anchor}`)) return found;
  visitSlots(source, (slot) => {
    if (except.some((gone) => slot.from >= gone.from && slot.to <= gone.to)) return;
    const uses = slot.merged ? mergedFrom(source, slot) : slot.written.alias;
    if (uses === anchor) found.push(slot);
  });
  return found;
}

/** The places outside of a value that use what is anchored in it: an alias each, or a mapping with a merge key. */
export function usesElsewhere(source: Source, slot: Slot): readonly Path[] {
  const uses = anchorsIn(slot.written).flatMap((anchor) => usesOf(source, anchor, [slot]));
  const paths = uses.map(({ path, merged }) => (merged ? path.slice(0, -1) : path));
  return paths.filter((path, i) => paths.findIndex((other) => isSamePath(other, path)) === i);
}

const isSamePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, i) => step === b[i]);

/**
 * Why a value cannot be moved to a place in the text: YAML wants an anchor to stand in front of what uses it.
 */
export function refuseOrder(source: Source, slot: Slot, target: number): Refusal | undefined {
  if (!/[&*]/.test(source.text)) return undefined;
  for (const anchor of anchorsIn(slot.written)) {
    const passed = usesOf(source, anchor, [slot]).filter(({ from }) => from < target);
    if (passed.length > 0)
      return isShared(slot, anchor, [...new Set(passed.map((use) => ownerName(source, use.path)))]);
  }
  let refusal: Refusal | undefined;
  visitFrom(source, slot, (inner) => {
    const name = inner.merged ? mergedFrom(source, inner) : inner.written.alias;
    const path = name === undefined ? undefined : anchoredAbove(source, name, inner.from);
    const home = path && slotAt(source, path);
    if (home && home.from >= target && (home.from < slot.from || home.from > slot.to)) {
      refusal ??= comesFromElsewhere(source, inner);
    }
  });
  return refusal;
}

/**
 * Where the value at a path is really written: inside of the anchored text when the way there goes through an alias or
 * a merge key, else at the path itself. Of an anchor given twice the last one above counts, as in YAML.
 */
export function writtenAt(source: Source, path: Path): Path {
  let at: Path = [];
  for (const step of path) {
    const slot = slotAt(source, [...at, step]);
    const name = slot && (slot.merged ? mergedFrom(source, slot) : slot.written.alias);
    const home = name === undefined || !slot ? undefined : anchoredAbove(source, name, slot.from);
    if (!home) at = [...at, step];
    else at = slot?.merged ? [...home, step] : home;
  }
  return at;
}

function anchoredAbove(source: Source, name: string, before: number): Path | undefined {
  const found: Slot[] = [];
  visitSlots(source, (slot) => {
    if (slot.written.anchor === name && slot.written.alias === undefined && slot.from < before) found.push(slot);
  });
  return found.at(-1)?.path;
}

/** Which anchor a merged entry came from: the one its merge key names. */
function mergedFrom(source: Source, { key }: Slot): string | undefined {
  return key && /^\*([^\s,[\]{}]+)/.exec(source.text.slice(key.from))?.[1];
}

const definersOf = (source: Source, anchor: string): readonly string[] =>
  placesOf(source, (slot) => slot.written.anchor === anchor && slot.written.alias === undefined);

function placesOf(source: Source, wanted: (slot: Slot) => boolean): readonly string[] {
  const found: string[] = [];
  visitSlots(source, (slot) => {
    if (wanted(slot)) found.push(ownerName(source, slot.path));
  });
  return found;
}

function visitSlots(source: Source, look: (slot: Slot) => void): void {
  const root = rootSlot(source);
  if (root) visitFrom(source, root, look);
}

function visitFrom(source: Source, slot: Slot, look: (slot: Slot) => void): void {
  look(slot);
  if (slot.merged || slot.written.alias !== undefined) return;
  for (const child of childrenWithMerged(source, slot)) visitFrom(source, child, look);
}

function childrenWithMerged(source: Source, slot: Slot): readonly Slot[] {
  if (slot.written.kind !== 'map') return childrenOf(source, slot);
  const merged = slot.written.entries.filter((entry) => entry.merged);
  return [...childrenOf(source, slot), ...merged.flatMap((entry) => slotAt(source, [...slot.path, entry.key]) ?? [])];
}

function ownerName(source: Source, path: Path): string {
  const [first, index] = path;
  if (first !== 'States' || typeof index !== 'number') return first === undefined ? say.flow : String(first);
  return source.flow.states[index]?.name.value || say.unnamed;
}

/** Why a place cannot be edited because its text cannot be read. */
export function refuseUnreadable(source: Source, path: Path): Refusal | undefined {
  const state = stateOnPath(source, path);
  if (!(state ? state.stale : isHeadUnreadable(source))) return undefined;
  const problem =
    source.problems.find((p) => (state ? p.state === state.id : p.state === undefined)) ?? source.problems[0];
  const at = problem?.span.from ?? (state ? originOf(source, state.id) : 0);
  const { line } = placeOf(lineStarts(source.text), at);
  const message = state ? say.unreadableState(state.name.value, line) : say.unreadable(line, problem?.message ?? '');
  return { reason: 'text-unreadable', message };
}

/** The innermost state a path leads into. */
function stateOnPath(source: Source, path: Path): State | undefined {
  let found: State | undefined;
  let scope: Scope | undefined = source.flow;
  path.forEach((step, i) => {
    if (typeof step !== 'number') return;
    if (path[i - 1] === 'Branches' && found?.type === 'Parallel') scope = found.branches[step];
    else if (path[i - 1] === 'States') {
      if (path[i - 2] === 'Processor' && found?.type === 'Map') scope = found.processor;
      const inner = scope?.states[step];
      found = inner ?? found;
      scope = undefined;
    }
  });
  return found;
}

/** A flow without states is no obstacle, as long as what there is can be read. */
const isHeadUnreadable = (source: Source): boolean =>
  source.headStale || !source.flow.written || (source.health === 'broken' && source.problems.length > 0);
