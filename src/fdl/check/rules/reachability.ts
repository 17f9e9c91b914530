import type { Scope, State } from '../../model.ts';
import { resolveTarget } from '../../walk.ts';
import { checkMessages as say } from '../messages.ts';
import { exitsOf, type TargetSubject } from './targets.ts';

/** C08: states nobody leads to, and scopes in which every way runs in circles. */
export function checkReachability({ scope, report }: TargetSubject): void {
  const start = scope.startAt && resolveTarget(scope, scope.startAt.value);
  if (!scope.startAt || !start || scope.states.some(isUnread)) return;
  const { reached, ends } = follow(scope, start);
  for (const state of scope.states) {
    if (reached.has(state) || state.stale || resolveTarget(scope, state.name.value) !== state) continue;
    report('C08', state.name.span, say.unreachable, { state: state.id });
  }
  if (!ends) report('C08', scope.startAt.span, say.noEnd);
}

/** A state that cannot be read and never was: nobody knows where it leads. */
const isUnread = (state: State): boolean => state.stale && state.type === 'Unknown';

function follow(scope: Scope, start: State): { readonly reached: ReadonlySet<State>; readonly ends: boolean } {
  const reached = new Set([start]);
  const open = [start];
  let ends = false;
  for (let state = open.pop(); state; state = open.pop()) {
    ends ||= mayEnd(state);
    for (const { target } of exitsOf(state)) {
      const next = resolveTarget(scope, target.value);
      if (!next) ends = true;
      else if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
    }
  }
  return { reached, ends };
}

/** Ends its scope, or would if it were complete: what is missing there has a message of its own. */
function mayEnd(state: State): boolean {
  if (state.type === 'Succeed' || state.type === 'Fail' || state.type === 'Unknown') return true;
  if (state.type === 'Choice') return state.default === undefined;
  return state.end?.value === true || state.next === undefined;
}
