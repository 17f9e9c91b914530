import { type StateId, topLevelOf } from '../ids.ts';
import type { Scope, State } from '../model.ts';
import { childScopes, findState } from '../walk.ts';
import type { ItemFrame } from '../written.ts';
import type { Source } from './source.ts';
import { valueOf } from './written-values.ts';

/** Where the states of an inner scope count their places from; `undefined` where that is the frame of the scope itself. */
export function framesOf(scope: Scope): readonly ItemFrame[] | undefined {
  const list = valueOf(scope.written, 'States');
  return list?.kind === 'list' ? list.frames : undefined;
}

const insideOf = new WeakMap<State, ReadonlyMap<StateId, number>>();

/** Where in the whole text the places of a state count from. */
export function originOf(source: Source, id: StateId): number {
  const topId = topLevelOf(id);
  const origin = source.origins.get(topId) ?? 0;
  if (topId === id) return origin;
  const top = findState(source.flow, topId);
  return origin + ((top && originsInside(top).get(id)) ?? 0);
}

/** For every state inside of another, how far its frame is from that one's. */
function originsInside(top: State): ReadonlyMap<StateId, number> {
  const known = insideOf.get(top);
  if (known) return known;
  const origins = new Map<StateId, number>();
  const visit = (state: State, origin: number): void => {
    for (const scope of childScopes(state)) {
      const frames = framesOf(scope);
      scope.states.forEach((child, i) => {
        const from = origin + (frames?.[i]?.from ?? 0);
        origins.set(child.id, from);
        visit(child, from);
      });
    }
  };
  visit(top, 0);
  insideOf.set(top, origins);
  return origins;
}
