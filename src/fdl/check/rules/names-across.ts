import type { Flow, State } from '../../model.ts';
import { childScopes, nameIndexOf } from '../../walk.ts';

interface InnerName {
  readonly state: State;
  readonly scope: string;
}
const none: readonly InnerName[] = [];
const remembered = new WeakMap<State, readonly InnerName[]>();

/** A state whose name a state of another scope has already: at the top by its position, or inside of one there. */
export interface AcrossName {
  readonly position: number;
  readonly inner: State | undefined;
}

/** C03 as a warning (decision U03), in the order of the text. */
export function namesAcross(flow: Flow): readonly AcrossName[] {
  const found: AcrossName[] = [];
  const first = new Map<string, string>();
  const top = nameIndexOf(flow);
  flow.states.forEach((state, position) => {
    if (first.size > 0 && first.has(state.name.value) && state.name.value !== '' && !state.stale) {
      found.push({ position, inner: undefined });
    }
    for (const { state: inner, scope } of innerNames(state)) {
      const name = inner.name.value;
      const above = top.get(name);
      const earlier = first.get(name) ?? (above !== undefined && above <= position ? '' : undefined);
      if (earlier === undefined) first.set(name, scope);
      else if (earlier !== scope) found.push({ position, inner });
    }
  });
  return found;
}

function innerNames(top: State): readonly InnerName[] {
  if ((top.type !== 'Parallel' && top.type !== 'Map') || top.stale) return none;
  const known = remembered.get(top);
  if (known) return known;
  const names: InnerName[] = [];
  const visit = (state: State): void => {
    for (const scope of childScopes(state)) {
      for (const inner of scope.states) {
        if (inner.name.value !== '') names.push({ state: inner, scope: scope.id });
        visit(inner);
      }
    }
  };
  visit(top);
  remembered.set(top, names);
  return names;
}
