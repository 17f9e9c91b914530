import type { Span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { StateId } from '../ids.ts';
import type { Scope, State } from '../model.ts';
import { readMessages } from '../syntax/messages.ts';
import type { Source } from '../syntax/source.ts';
import { childScopes, outletsOf } from '../walk.ts';
import { placeOfMissing } from './rule.ts';

/**
 * States behind which one begins without its dash or with one that was moved out of them, or which were given a second
 * Name, with the places of what they seem to lack.
 */
export type Torn = ReadonlyMap<StateId, readonly Span[]>;

const none: Torn = new Map();

export function tornStates({ problems, flow }: Source): Torn {
  const told = (message: string): ReadonlySet<StateId | undefined> =>
    new Set(problems.filter((problem) => problem.message === message).map(({ state }) => state));
  const undashed = told(readMessages.missingDash);
  const movedOut = told(readMessages.movedOutDash);
  if (undashed.size === 0 && movedOut.size === 0) return none;
  const torn = new Map<StateId, Span[]>();
  collect(flow, undashed, movedOut, torn);
  return torn;
}

type Ids = ReadonlySet<StateId | undefined>;

function collect({ states }: Scope, undashed: Ids, movedOut: Ids, torn: Map<StateId, Span[]>): void {
  states.forEach((state, i) => {
    const before = states[i - 1];
    if (before && (undashed.has(state.id) || movedOut.has(state.id))) note(torn, before.id, placeOfMissing(before));
    if (before && movedOut.has(state.id)) missedIn(before, state.name.value, torn);
    for (const scope of childScopes(state)) collect(scope, undashed, movedOut, torn);
  });
}

/** What leads to a state inside of another one that was moved out of it. */
function missedIn(state: State, name: string, torn: Map<StateId, Span[]>): void {
  for (const scope of childScopes(state)) {
    if (scope.startAt?.value === name) note(torn, state.id, scope.startAt.span);
    for (const inner of scope.states) {
      for (const { target } of outletsOf(inner)) if (target?.value === name) note(torn, inner.id, target.span);
      missedIn(inner, name, torn);
    }
  }
}

function note(torn: Map<StateId, Span[]>, state: StateId, at: Span): void {
  torn.set(state, [...(torn.get(state) ?? []), at]);
}

/** What such a state seems to lack stands below: the one problem is the dash, or the Name. */
export function isFollowUp(torn: Torn, { state, span, code }: Diagnostic): boolean {
  const places = (state !== undefined && torn.get(state)) || [];
  return code !== 'C22' && places.some((at) => span.from === at.from && span.to === at.to);
}
