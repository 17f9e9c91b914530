import type { Located, Scope, State } from '../../model.ts';
import type { Outlet } from '../../edit/flow-edit.ts';
import { type NameIndex, nameIndexOf, outletsOf } from '../../walk.ts';

/** What is wrong with the names and ways of a scope, as positions of its states. Holds no places in the text. */
export interface ScopeVerdict {
  /** States whose name an earlier one has. */
  readonly duplicates: readonly number[];
  /** States that name one which is not there. */
  readonly lost: readonly number[];
  readonly unreachable: readonly number[];
  /** Every way from the start runs in circles. */
  readonly endless: boolean;
  readonly startUnknown: boolean;
}
const nothing: readonly number[] = [];

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

/** Judges a scope, linear in its states. */
export function judgeScope(scope: Scope): ScopeVerdict {
  const { states, startAt } = scope;
  const names = nameIndexOf(scope);
  const duplicates: number[] = [];
  const lost: number[] = [];
  let unread = false;
  states.forEach((state, i) => {
    if (state.stale) unread ||= state.type === 'Unknown';
    else if (exitsOf(state).some(({ target }) => !names.has(target.value))) lost.push(i);
    const name = state.name.value;
    if (name !== '' && !state.stale && names.get(name) !== i) duplicates.push(i);
  });
  // While a state's name cannot be made out, any name may be that state's.
  const nameless = states.some((state) => state.stale && state.name.value === '');
  const start = startAt && startAt.value !== '' ? names.get(startAt.value) : undefined;
  const startUnknown = !nameless && startAt !== undefined && startAt.value !== '' && start === undefined;
  const verdict = { duplicates, lost: nameless ? nothing : lost, startUnknown };
  if (start === undefined || unread) return { ...verdict, unreachable: nothing, endless: false };
  return { ...verdict, ...judgeWays(states, names, start) };
}

function judgeWays(
  states: readonly State[],
  names: NameIndex,
  start: number,
): Pick<ScopeVerdict, 'unreachable' | 'endless'> {
  const reached = new Uint8Array(states.length);
  const open = [start];
  reached[start] = 1;
  let ends = false;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const state = states[at];
    if (!state) continue;
    ends ||= mayEnd(state);
    for (const { target } of exitsOf(state)) {
      const next = names.get(target.value);
      if (next === undefined) ends = true;
      else if (reached[next] === 0) {
        reached[next] = 1;
        open.push(next);
      }
    }
  }
  const unreachable: number[] = [];
  states.forEach((state, i) => {
    if (reached[i] === 0 && !state.stale && names.get(state.name.value) === i) unreachable.push(i);
  });
  return { unreachable, endless: !ends };
}

/** Ends its scope, or would if it were complete: what is missing there has a message of its own. */
function mayEnd(state: State): boolean {
  if (state.type === 'Succeed' || state.type === 'Fail' || state.type === 'Unknown') return true;
  if (state.type === 'Choice') return state.default === undefined;
  return state.end?.value === true || state.next === undefined;
}

/**
 * Whether two readings of a scope must be judged alike: same names, same ways, same ends. Typing inside of a state
 * seldom changes any of these, so that the judgement over thousands of states need not be made again.
 */
export function sameShape(before: Scope, after: Scope): boolean {
  if (before.startAt?.value !== after.startAt?.value || before.states.length !== after.states.length) return false;
  return before.states.every((state, i) => {
    const other = after.states[i];
    return other !== undefined && (state === other || sameWays(state, other));
  });
}

function sameWays(a: State, b: State): boolean {
  if (a.name.value !== b.name.value || a.type !== b.type || a.stale !== b.stale || mayEnd(a) !== mayEnd(b))
    return false;
  const one = exitsOf(a);
  const two = exitsOf(b);
  return one.length === two.length && one.every(({ target }, i) => target.value === two[i]?.target.value);
}
