import type { Flow, State } from '../../model.ts';
import { childScopes, nameIndexOf } from '../../walk.ts';

interface InnerName {
  readonly state: State;
  readonly scope: string;
}
const none: readonly InnerName[] = [];
const remembered = new WeakMap<State, readonly InnerName[]>();

/** C03 as a warning: the states whose name a state of another scope has already (decision U03), in text order. */
export function namesAcross(flow: Flow): readonly State[] {
  const found: State[] = [];
  const first = new Map<string, string>();
  const top = nameIndexOf(flow);
  flow.states.forEach((state, index) => {
    const inner = first.get(state.name.value);
    if (inner !== undefined && state.name.value !== '' && !state.stale) found.push(state);
    for (const { state: deep, scope } of innerNames(state)) {
      const name = deep.name.value;
      const above = top.get(name);
      const earlier = first.get(name) ?? (above !== undefined && above <= index ? '' : undefined);
      if (earlier === undefined) first.set(name, scope);
      else if (earlier !== scope) found.push(deep);
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
