import { assertNever, failure, ok, type Result } from '../../base/index.ts';
import { type NodeId, type ScopeId, scopeOf, type StateId, topLevelOf } from '../ids.ts';
import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import { findScope, findState, resolveTarget } from '../walk.ts';
import type { Outlet, Refusal } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import { refuseShared, refuseUnreadable } from './sharing.ts';
import { outletPath, pathOfNode } from './paths.ts';

/** The one rule on what may lead where: the same while hovering and when dropping. */
export function canConnect(source: Source, from: NodeId, outlet: Outlet, to: StateId): Result<true, Refusal> {
  const refusal =
    refuseOutlet(source, from, outlet) ?? refuseTarget(source, from, outlet, to) ?? refusePlace(source, from, outlet);
  return refusal ? failure(refusal) : ok(true);
}

/** Why an outlet does not exist. */
export function refuseOutlet(source: Source, from: NodeId, outlet: Outlet): Refusal | undefined {
  if (outlet.kind === 'start') {
    return findScope(source.flow, from as ScopeId) ? undefined : { reason: 'unknown-state', message: say.noSuchScope };
  }
  const state = findState(source.flow, from as StateId);
  if (!state) return { reason: 'unknown-state', message: say.noSuchState(from) };
  const path = pathOfNode(source.flow, from);
  return (path && refuseUnreadable(source, path)) ?? refuseOutletOf(state, outlet);
}

function refuseOutletOf(state: State, outlet: Exclude<Outlet, { kind: 'start' }>): Refusal | undefined {
  const none: Refusal = { reason: 'not-allowed-here', message: say.noOutlet(state.type, say.outlets[outlet.kind]) };
  const count = (n: number, index: number): Refusal | undefined =>
    Number.isInteger(index) && index >= 0 && index < n
      ? undefined
      : { reason: 'not-allowed-here', message: say.noSuchOutlet(say.outlets[outlet.kind], index) };
  switch (outlet.kind) {
    case 'next':
      return 'next' in state ? undefined : none;
    case 'default':
      return state.type === 'Choice' ? undefined : none;
    case 'branch':
      return state.type === 'Choice' ? count(state.branches.length, outlet.index) : none;
    case 'catch':
      return 'catch' in state ? count(state.catch.length, outlet.index) : none;
    default:
      return assertNever(outlet);
  }
}

function refuseTarget(source: Source, from: NodeId, outlet: Outlet, to: StateId): Refusal | undefined {
  const target = findState(source.flow, to);
  if (!target) return { reason: 'unknown-state', message: say.noSuchState(to) };
  const name = target.name.value;
  const scope = outlet.kind === 'start' ? (from as ScopeId) : scopeOf(from as StateId);
  if (scopeOf(to) !== scope) return { reason: 'crosses-scopes', message: say.otherScope(name || say.unnamed) };
  if (name === '') return { reason: 'bad-value', message: say.unnamedTarget };
  const found = findScope(source.flow, scope);
  if (found && resolveTarget(found, name)?.id !== to)
    return { reason: 'not-allowed-here', message: say.hiddenTarget(name) };
  return undefined;
}

/** Why the place where the transition is written cannot be changed. */
function refusePlace(source: Source, from: NodeId, outlet: Outlet): Refusal | undefined {
  const owner = pathOfNode(source.flow, from);
  if (!owner) return { reason: 'unknown-state', message: say.noSuchState(topLevelOf(from as StateId)) };
  const path = [...owner, ...outletPath(outlet)];
  return refuseUnreadable(source, path) ?? refuseShared(source, { op: 'set', path, value: '' });
}
