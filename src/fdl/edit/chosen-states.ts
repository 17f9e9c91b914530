import { type ScopeId, scopeOf, type StateId } from '../ids.ts';
import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import { allStates, findState } from '../walk.ts';
import { editMessages as say } from './messages.ts';
import { pathOfNode } from './paths.ts';
import { refuse } from './script.ts';
import { refuseUnreadable } from './sharing.ts';

/**
 * The states of a selection in the order of the text, without those that lie inside of others in it. All of them have
 * to exist and to be readable.
 */
export function chosenStates(source: Source, ids: readonly StateId[]): readonly State[] | ReturnType<typeof refuse> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return refuse('unknown-state', say.nothingToDo);
  for (const id of wanted) {
    if (!findState(source.flow, id)) return refuse('unknown-state', say.noSuchState(id));
    const unreadable = refuseUnreadable(source, pathOfNode(source.flow, id) ?? []);
    if (unreadable) return { refuse: unreadable };
  }
  return allStates(source.flow).filter(({ id }) => wanted.has(id) && !hasContainerIn(id, wanted));
}

function hasContainerIn(id: string, wanted: ReadonlySet<string>): boolean {
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1))
    if (wanted.has(id.slice(0, at))) return true;
  return false;
}

/** The same states by the scope they are in. */
export function byScope(states: readonly State[]): ReadonlyMap<ScopeId, readonly State[]> {
  const groups = new Map<ScopeId, State[]>();
  for (const state of states) {
    const group = groups.get(scopeOf(state.id));
    if (group) group.push(state);
    else groups.set(scopeOf(state.id), [state]);
  }
  return groups;
}
