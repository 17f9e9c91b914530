import type { Span } from '../../base/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { StateId } from '../ids.ts';
import type { Scope } from '../model.ts';
import { readMessages } from '../syntax/messages.ts';
import type { Source } from '../syntax/source.ts';
import { childScopes } from '../walk.ts';
import { placeOfMissing } from './rule.ts';

/** States behind which one begins without its dash, or which were given a second Name, with the place of what they lack. */
export type Torn = ReadonlyMap<StateId, Span>;

const none: Torn = new Map();

export function tornStates({ problems, flow }: Source): Torn {
  const undashed = problems.filter(({ message }) => message === readMessages.missingDash);
  if (undashed.length === 0) return none;
  const torn = new Map<StateId, Span>();
  collect(flow, new Set(undashed.map(({ state }) => state)), torn);
  return torn;
}

function collect({ states }: Scope, undashed: ReadonlySet<StateId | undefined>, torn: Map<StateId, Span>): void {
  states.forEach((state, i) => {
    const before = states[i - 1];
    if (before && undashed.has(state.id)) torn.set(before.id, placeOfMissing(before));
    for (const scope of childScopes(state)) collect(scope, undashed, torn);
  });
}

/** What such a state seems to lack stands below: the one problem is the dash, or the Name. */
export function isFollowUp(torn: Torn, { state, span, code }: Diagnostic): boolean {
  const at = state === undefined ? undefined : torn.get(state);
  return at !== undefined && code !== 'C22' && span.from === at.from && span.to === at.to;
}
