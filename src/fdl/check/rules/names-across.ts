import type { Flow, State } from '../../model.ts';
import { childScopes } from '../../walk.ts';
import { checkMessages as say } from '../messages.ts';

interface InnerName {
  readonly state: State;
  readonly scope: string;
}
const none: readonly InnerName[] = [];
const remembered = new WeakMap<State, readonly InnerName[]>();

/** C03 as a warning: a name that a state of another scope has already (decision U03). */
export function checkNamesAcross(flow: Flow, report: (top: State, state: State, message: string) => void): void {
  const first = new Map<string, string>();
  const see = (top: State, state: State, scope: string): void => {
    const name = state.name.value;
    if (name === '') return;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, scope);
    else if (earlier !== scope && !state.stale) report(top, state, say.sameNameElsewhere(name));
  };
  for (const top of flow.states) {
    see(top, top, '');
    if (top.stale) continue;
    for (const { state, scope } of innerNames(top)) see(top, state, scope);
  }
}

function innerNames(top: State): readonly InnerName[] {
  if (top.type !== 'Parallel' && top.type !== 'Map') return none;
  const known = remembered.get(top);
  if (known) return known;
  const names: InnerName[] = [];
  const visit = (state: State): void => {
    for (const scope of childScopes(state)) {
      for (const inner of scope.states) {
        names.push({ state: inner, scope: scope.id });
        visit(inner);
      }
    }
  };
  visit(top);
  remembered.set(top, names);
  return names;
}
