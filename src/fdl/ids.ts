import type { Brand } from '../base/index.ts';

/**
 * The path of a state: names and the steps `Branch0`, `Branch1`, `Processor`, joined by `/`; inside a name `~` is
 * written `~0` and `/` is written `~1`. A second state of the same name in one scope ends in `~~2`, a third in `~~3`.
 * A state without a name is `~~1`, `~~2`, …: no state has the id of the outermost scope.
 */
export type StateId = Brand<string, 'StateId'>;
/** The path of a scope: empty for the flow, else the id of a Parallel or Map followed by `/Branch0` or `/Processor`. */
export type ScopeId = Brand<string, 'ScopeId'>;
export type NodeId = StateId | ScopeId;

export const rootScope = '' as ScopeId;

export const escapeName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
export const unescapeName = (part: string): string =>
  part
    .replace(/~~\d+$/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

/** `occurrence` counts states of that name in the scope, from 1. */
export function stateId(scope: ScopeId, name: string, occurrence = 1): StateId {
  const own = escapeName(name) + (occurrence > 1 || name === '' ? `~~${occurrence}` : '');
  return (scope === '' ? own : `${scope}/${own}`) as StateId;
}

export const branchScope = (state: StateId, index: number): ScopeId => `${state}/Branch${index}` as ScopeId;
export const processorScope = (state: StateId): ScopeId => `${state}/Processor` as ScopeId;

/** The scope a state belongs to. */
export function scopeOf(state: StateId): ScopeId {
  return state.slice(0, Math.max(0, state.lastIndexOf('/'))) as ScopeId;
}

/** The state whose scope this is; `undefined` for the flow. */
export function ownerOf(scope: ScopeId): StateId | undefined {
  const at = scope.lastIndexOf('/');
  return at < 0 ? undefined : (scope.slice(0, at) as StateId);
}

/** The top-level state that contains a state (or is it). */
export function topLevelOf(state: StateId): StateId {
  const at = state.indexOf('/');
  return (at < 0 ? state : state.slice(0, at)) as StateId;
}
