import { valueAt } from './json-ops.ts';
import { type ScopeId, scopeOf } from '../ids.ts';
import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import { findScope } from '../walk.ts';
import { chosenStates } from './chosen-states.ts';
import { settle } from './copies.ts';
import { pathOf } from './draft.ts';
import { copyOf } from './duplicate-states.ts';
import type { FlowEdit, Refusal } from './flow-edit.ts';
import { beginWith, statesIn } from './insert-states.ts';
import { editMessages as say } from './messages.ts';
import { pathOfNode } from './paths.ts';
import { refuseOrder } from './sharing.ts';
import { slotAt } from './tree.ts';
import { heal, takeAway } from './remove-states.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { isObject } from '../../base/index.ts';

/**
 * Takes states out of their scopes and puts them at the end of another (or of their own). What led to them leads past
 * them, as when they are removed; transitions to states that stay behind are taken away.
 */
export function* moveStates(
  stage: Stage,
  { states: ids, scope: scopeId }: Extract<FlowEdit, { type: 'move-states' }>,
): Script {
  const { source } = stage.draft;
  const chosen = chosenStates(source, ids);
  if ('refuse' in chosen) return chosen;
  const scope = findScope(source.flow, scopeId);
  if (!scope) return refuse('unknown-state', say.noSuchScope);
  const container = chosen.find(({ id }) => scopeId.startsWith(`${id}/`));
  if (container) return refuse('crosses-scopes', say.intoItself(container.name.value || say.unnamed));
  const refusal = refuseMove(source, scopeId, chosen);
  if (refusal) return { refuse: refusal };
  const away = chosen.filter(({ id }) => scopeOf(id) !== scopeId);
  yield* heal(stage, new Set(away.map(({ id }) => id)));
  const gone = new Set(chosen.map(({ id }) => id));
  const staying = scope.states.filter(({ id }) => !gone.has(id));
  const names = new Set(scope.states.map((state) => state.name.value));
  const travellers = chosen.map((state) => copyOf(stage.draft.source, state, 'keep', carryIdentity(stage)));
  const target = pathOf(stage.draft, scopeId) ?? [];
  const end = statesIn(stage, target).length;
  const known = (name: string): 'keep' | 'drop' => (staying.some((s) => s.name.value === name) ? 'keep' : 'drop');
  const taken = new Set(staying.map((state) => state.name.value));
  const settled = yield* settle(stage, target, end, travellers, taken, known);
  yield* takeAway(stage, chosen);
  settled.forEach(({ key }, i) => recognise(stage, key, chosen[i]?.id ?? ''));
  const first = settled[0];
  const where = pathOf(stage.draft, scopeId);
  if (names.size === 0 && first && where) yield* beginWith(stage, where, first.name);
  return {
    label: say.move(chosen.map((state) => state.name.value || say.unnamed)),
    select: chosen.map(({ id }) => id),
  };
}

/** Why the text of a state cannot stand behind the last state of a scope. */
function refuseMove(source: Source, scope: ScopeId, states: readonly State[]): Refusal | undefined {
  const path = pathOfNode(source.flow, scope) ?? [];
  const target = slotAt(source, [...path, 'States']) ?? slotAt(source, path);
  for (const { id } of states) {
    const slot = slotAt(source, pathOfNode(source.flow, id) ?? []);
    const refusal = slot && target && refuseOrder(source, slot, target.to);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What lies inside of a moved state keeps its identity in the copy. */
const carryIdentity = (stage: Stage) => (from: object, to: object) => {
  const identity = stage.draft.identities.get(from);
  if (identity !== undefined) stage.draft.identities.set(to, identity);
};

/** The copy takes the place of the state that is gone. */
function recognise(stage: Stage, key: string, id: string): void {
  const path = pathOf(stage.draft, key);
  const value = path && valueAt(stage.draft.json, path);
  if (isObject(value)) stage.draft.identities.set(value, id);
}
