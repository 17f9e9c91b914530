import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import { findScope } from '../walk.ts';
import { byScope, chosenStates } from './chosen-states.ts';
import { settle, type Traveller } from './copies.ts';
import { pathOf } from './draft.ts';
import type { FlowEdit } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import { itemText } from './patch/item-text.ts';
import { pathOfNode } from './paths.ts';
import type { Script, Stage } from './script.ts';
import { knownJson, slotAt } from './tree.ts';
import { cloneJson } from './values.ts';

/** Copies states next to themselves; among the copies transitions lead to copies, others to where they led. */
export function* duplicateStates(
  stage: Stage,
  { states: ids }: Extract<FlowEdit, { type: 'duplicate-states' }>,
): Script {
  const { source } = stage.draft;
  const chosen = chosenStates(source, ids);
  if ('refuse' in chosen) return chosen;
  const select: string[] = [];
  for (const [scopeId, states] of byScope(chosen)) {
    const path = pathOf(stage.draft, scopeId);
    const last = pathOf(stage.draft, states.at(-1)?.id ?? '');
    if (!path || !last) continue;
    const travellers = states.map((state) => copyOf(source, state, 'drop'));
    const taken = new Set(findScope(source.flow, scopeId)?.states.map((state) => state.name.value));
    const settled = yield* settle(stage, path, Number(last.at(-1)) + 1, travellers, taken, () => 'keep');
    select.push(...settled.map(({ key }) => key));
  }
  return { label: say.duplicate(chosen.map((state) => state.name.value || say.unnamed)), select };
}

/** A state as it stands in its text, to be put elsewhere. */
export function copyOf(
  source: Source,
  state: State,
  anchors: 'keep' | 'drop',
  onObject?: (from: object, to: object) => void,
): Traveller {
  const path = pathOfNode(source.flow, state.id) ?? [];
  const list = slotAt(source, path.slice(0, -1));
  const text = list && itemText(source, list, Number(path.at(-1)), anchors);
  return { state, value: cloneJson(knownJson(state.written), onObject), text };
}
