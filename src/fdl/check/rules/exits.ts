import type { Outlet } from '../../edit/flow-edit.ts';
import type { Located, State } from '../../model.ts';
import { outletsOf } from '../../walk.ts';

/** An outlet with a name in it. */
export interface Exit {
  readonly outlet: Outlet;
  readonly target: Located<string>;
}
const exits = new WeakMap<State, readonly Exit[]>();

/** The written ways out of a state, remembered: they are asked for again and again. */
export function exitsOf(state: State): readonly Exit[] {
  const known = exits.get(state);
  if (known) return known;
  const own = outletsOf(state).flatMap(({ outlet, target }) =>
    target && target.value !== '' ? [{ outlet, target }] : [],
  );
  exits.set(state, own);
  return own;
}

/** Ends its scope, or would if it were complete: what is missing there has a message of its own. */
export function mayEnd(state: State): boolean {
  if (state.type === 'Succeed' || state.type === 'Fail' || state.type === 'Unknown') return true;
  if (state.type === 'Choice') return state.default === undefined;
  return state.end?.value === true || state.next === undefined;
}
