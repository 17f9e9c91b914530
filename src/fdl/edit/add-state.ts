import { type ScopeId, scopeOf, type StateId } from '../ids.ts';
import { language } from '../language/states.ts';
import type { Scope, State } from '../model.ts';
import { findScope, findState, outletsOf } from '../walk.ts';
import { refuseOutlet } from './can-connect.ts';
import { leadTo } from './connect.ts';
import type { FlowEdit, NewState, Outlet } from './flow-edit.ts';
import { freshName } from './fresh-name.ts';
import { beginWith, insertStates, placeAfter } from './insert-states.ts';
import { editMessages as say } from './messages.ts';
import { type Exit, newState, refuseNew } from './new-state.ts';
import { pathOfNode } from './paths.ts';
import { introduce, refuse, type Script, type Stage } from './script.ts';
import { refuseUnreadable } from './sharing.ts';
import { isNameFirst } from './template-order.ts';

type Edit<T extends FlowEdit['type']> = Extract<FlowEdit, { type: T }>;

/** A new state behind another one, taking over where that led; or unconnected at the end of a scope. */
export function* addState(stage: Stage, { scope: scopeId, state, after }: Edit<'add-state'>): Script {
  const { source } = stage.draft;
  const scope = findScope(source.flow, scopeId);
  const path = pathOfNode(source.flow, scopeId);
  if (!scope || !path) return refuse('unknown-state', say.noSuchScope);
  const before = after === undefined ? undefined : findState(source.flow, after);
  if (after !== undefined && !before) return refuse('unknown-state', say.noSuchState(after));
  if (before && scopeOf(before.id) !== scopeId) return refuse('crosses-scopes', say.otherScope(before.name.value));
  const refusal = refuseNew(state) ?? refuseUnreadable(source, [...path, 'States']);
  if (refusal) return { refuse: refusal };
  const name = freshName(scope, state.name ?? state.type);
  const wiring = before && wireBehind(before, state);
  const value = newState(isNameFirst(source.flow, scope), state, name, wiring?.exit ?? 'end');
  const added = introduce(stage, value);
  yield* insertStates(stage, path, placeAfter(stage, path, after), [{ value }]);
  const owner = before && pathOfNode(source.flow, before.id);
  if (owner && wiring) yield* leadTo(stage, owner, wiring.outlet, name);
  if (scope.states.length === 0) yield* beginWith(stage, path, name);
  return { label: say.add(state.type, name), select: [added] };
}

/** A new state in the middle of a transition. */
export function* insertOnEdge(stage: Stage, { from, outlet, state }: Edit<'insert-on-edge'>): Script {
  const { source } = stage.draft;
  const scopeId = outlet.kind === 'start' ? (from as ScopeId) : scopeOf(from as StateId);
  const scope = findScope(source.flow, scopeId);
  const path = pathOfNode(source.flow, scopeId);
  const owner = pathOfNode(source.flow, from);
  const refusal = refuseOutlet(source, from, outlet) ?? refuseNew(state);
  if (refusal) return { refuse: refusal };
  if (!scope || !path || !owner) return refuse('unknown-state', say.noSuchScope);
  const target = targetOf(scope, outlet, findState(source.flow, from as StateId));
  const ends = language.states[state.type].ends === 'always';
  if (ends && target !== undefined) return refuse('not-allowed-here', say.endsHere(state.type));
  const name = freshName(scope, state.name ?? state.type);
  const value = newState(isNameFirst(source.flow, scope), state, name, target === undefined ? 'end' : { to: target });
  const added = introduce(stage, value);
  const place = outlet.kind === 'start' ? 0 : placeAfter(stage, path, from);
  yield* leadTo(stage, owner, outlet, name);
  yield* insertStates(stage, path, place, [{ value }]);
  return { label: say.insert(state.type, name), select: [added] };
}

function targetOf(scope: Scope, outlet: Outlet, state: State | undefined): string | undefined {
  if (outlet.kind === 'start') return scope.startAt?.value;
  const found = state && outletsOf(state).find(({ outlet: o }) => sameOutlet(o, outlet));
  return found?.target?.value;
}

const sameOutlet = (a: Outlet, b: Outlet): boolean =>
  a.kind === b.kind && ('index' in a ? a.index : 0) === ('index' in b ? b.index : 0);

/** How a state behind another one is connected: which outlet leads to it, and where it leads itself. */
function wireBehind(before: State, state: NewState): { readonly outlet: Outlet; readonly exit: Exit } | undefined {
  if (before.type === 'Succeed' || before.type === 'Fail') return undefined;
  if (before.type === 'Choice') {
    const loose = outletsOf(before).find(({ target }) => !target);
    return loose && { outlet: loose.outlet, exit: 'end' };
  }
  const next = before.end?.value === true ? undefined : before.next?.value;
  if (next === undefined) return { outlet: { kind: 'next' }, exit: 'end' };
  // A state that ends the scope would cut off what comes after.
  return language.states[state.type].ends === 'always' ? undefined : { outlet: { kind: 'next' }, exit: { to: next } };
}
