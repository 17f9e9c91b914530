import type { NodeId, StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';
import { findState } from '../walk.ts';
import { canConnect, refuseOutlet } from './can-connect.ts';
import type { FlowEdit, Outlet } from './flow-edit.ts';
import { type Op, valueAt } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { outletPath, pathOfNode } from './paths.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { type Path, slotAt } from './tree.ts';

type Edit<T extends FlowEdit['type']> = Extract<FlowEdit, { type: T }>;

/** Draws a transition: one word where there was another, `Next` in the place of `End: true`, else a new line. */
export function* connect(stage: Stage, { from, outlet, to }: Edit<'connect'>): Script {
  const { source } = stage.draft;
  const allowed = canConnect(source, from, outlet, to);
  if (!allowed.ok) return { refuse: allowed.error };
  const target = findState(source.flow, to)?.name.value ?? '';
  yield* leadTo(stage, pathOfNode(source.flow, from) ?? [], outlet, target);
  return { label: say.connect(nodeName(source, from), target), select: [] };
}

/** Takes a transition away and nothing else: its line or entry goes. */
export function* disconnect(stage: Stage, { from, outlet }: Edit<'disconnect'>): Script {
  const { source, json } = stage.draft;
  const refusal = refuseOutlet(source, from, outlet);
  if (refusal) return { refuse: refusal };
  const path = [...(pathOfNode(source.flow, from) ?? []), ...outletPath(outlet)];
  if (valueAt(json, path) === undefined) return refuse('not-allowed-here', say.nothingConnected);
  yield { op: 'remove', path };
  return { label: say.disconnect(nodeName(source, from)), select: [] };
}

/** Makes an outlet lead to a name. */
export function* leadTo(stage: Stage, owner: Path, outlet: Outlet, name: string): Generator<Op, void, void> {
  const next = [...owner, ...outletPath(outlet)];
  if (outlet.kind !== 'next') yield { op: 'set', path: next, value: name };
  else yield* exchange(stage, [...owner, 'End'], next, name, false);
}

/** Makes a state the end of its scope. */
export function* endHere(stage: Stage, owner: Path): Generator<Op, void, void> {
  yield* exchange(stage, [...owner, 'Next'], [...owner, 'End'], true, undefined);
}

/**
 * Writes one of `Next` and `End` in the place of the other. One that came in through a merge key cannot be taken away
 * here; `neutral` is what to write over it.
 */
function* exchange(
  stage: Stage,
  old: Path,
  wanted: Path,
  value: string | boolean,
  neutral: false | undefined,
): Generator<Op, void, void> {
  const { source, json } = stage.draft;
  const present = valueAt(json, old);
  const inTheWay = present !== undefined && present !== false && present !== null;
  const slot = slotAt(source, old);
  const has = slotAt(source, wanted);
  if (inTheWay && slot && !slot.merged && (!has || has.merged)) {
    yield { op: 'replace', path: old, key: String(wanted.at(-1)), value };
    return;
  }
  yield { op: 'set', path: wanted, value };
  if (!inTheWay || !slot) return;
  if (!slot.merged) yield { op: 'remove', path: old };
  else if (neutral !== undefined) yield { op: 'set', path: old, value: neutral };
}

/** A state by its name, a scope by what it is, for labels. */
export function nodeName(source: Source, id: NodeId): string {
  const state = findState(source.flow, id as StateId);
  return state ? state.name.value || say.unnamed : say.start;
}
