import { scopeOf, type StateId } from '../ids.ts';
import { findScope, findState, referencesTo, resolveTarget } from '../walk.ts';
import type { FlowEdit } from './flow-edit.ts';
import type { SimpleOp } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { outletPath, pathOfNode } from './paths.ts';
import { refuse, type Script, type Stage } from './script.ts';

/** Renames a state together with everything in its scope that leads to it. */
export function* renameState(stage: Stage, { state: id, name }: Extract<FlowEdit, { type: 'rename-state' }>): Script {
  const { source } = stage.draft;
  const state = findState(source.flow, id);
  const scope = findScope(source.flow, scopeOf(id));
  const path = pathOfNode(source.flow, id);
  if (!state || !scope || !path) return refuse('unknown-state', say.noSuchState(id));
  if (typeof name !== 'string' || name.trim() === '') return refuse('bad-value', say.emptyName);
  const old = state.name.value;
  const label = say.rename(old || say.unnamed, name);
  if (old === name) return { label, select: [id] };
  if (scope.states.some((other) => other.id !== id && other.name.value === name)) {
    return refuse('name-taken', say.nameTaken(name));
  }
  const references = resolveTarget(scope, old)?.id === id ? referencesTo(scope, old) : [];
  const renames = references.map(({ owner, outlet }): SimpleOp => {
    const from = outlet.kind === 'start' ? scope.id : (owner as StateId);
    return { op: 'set', path: [...(pathOfNode(source.flow, from) ?? []), ...outletPath(outlet)], value: name };
  });
  yield { op: 'together', ops: [{ op: 'set', path: [...path, 'Name'], value: name }, ...renames] };
  return { label, select: [id] };
}
