import {
  applyChanges,
  type Changes,
  composeChanges,
  deepEqual,
  failure,
  isList,
  isObject,
  type Json,
  lineStarts,
  makeChanges,
  ok,
  placeOf,
  type Result,
  type TextChange,
} from '../../base/index.ts';
import type { NodeId, ScopeId, StateId } from '../ids.ts';
import type { Scope, State } from '../model.ts';
import { readSource } from '../syntax/read-source.ts';
import type { Source } from '../syntax/source.ts';
import { childScopes } from '../walk.ts';
import type { Refusal } from './flow-edit.ts';
import { applyOp, childOf, type Identities, type Op, type SimpleOp, valueAt } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { minimalOps } from './minimal-ops.ts';
import { patch } from './patch/index.ts';
import { isWrittenHere, writtenOnce } from './shared-writes.ts';
import { refuseShared, refuseUnreadable } from './sharing.ts';
import { keepHabits } from './text/look.ts';
import { documentJson, type Path, slotAt } from './tree.ts';

/**
 * An edit under way. Every operation is carried out on the text, read again and compared with what it should have
 * done to the values, so that an edit either does exactly what it says or is refused.
 */
export interface Draft {
  readonly source: Source;
  readonly json: Json;
  readonly changes: Changes;
  /** Which state or scope an object in `json` was when the edit began; new ones have names of their own. */
  readonly identities: Identities;
}

export function openDraft(source: Source): Draft {
  const json = documentJson(source);
  const identities: Identities = new Map();
  visitNodes(source.flow, json, (id, object) => identities.set(object, id));
  return { source, json, changes: [], identities };
}

/** Carries out one operation; what it would rewrite needlessly is taken apart first. */
export function carryOut(draft: Draft, op: Op): Result<Draft, Refusal> {
  if (op.op === 'together') return op.ops.length === 0 ? ok(draft) : carryOutTogether(draft, op.ops);
  const before = op.op === 'set' ? valueAt(draft.json, op.path) : undefined;
  const parts = op.op === 'set' && before !== undefined ? minimalOps(op.path, before, op.value) : [op];
  let result: Result<Draft, Refusal> = ok(draft);
  for (const part of parts) {
    if (!result.ok) return result;
    result = carryOutTogether(result.value, [part]);
  }
  return result;
}

function carryOutTogether(draft: Draft, ops: readonly SimpleOp[]): Result<Draft, Refusal> {
  const { source, identities } = draft;
  const changes: TextChange[] = [];
  const { writes, effects } = writtenOnce(source, ops);
  let sharing: Refusal | undefined;
  for (const op of writes) {
    const shared = refuseShared(source, op);
    const refusal = refuseUnreadable(source, op.path) ?? (isWrittenHere(source, op, ops) ? undefined : shared);
    if (refusal) return failure(refusal);
    sharing ??= shared;
    const patched = patch(source, op);
    if (!patched) return cannotPatch(source, op.path);
    changes.push(...patched);
  }
  const json = effects.reduce((now, op) => applyOp(now, op, identities), draft.json);
  const sorted = makeChanges(changes);
  const next = readSource(applyChanges(source.text, sorted), source);
  keepHabits(source, next);
  if (!deepEqual(documentJson(next), json) || next.problems.length > source.problems.length) {
    return sharing ? failure(sharing) : cannotPatch(source, ops[0]?.path ?? []);
  }
  return ok({ source: next, json, changes: composeChanges(draft.changes, sorted), identities });
}

/** The reason may be elsewhere: in a text with a part that cannot be read, what an edit did cannot be checked. */
function cannotPatch(source: Source, path: Path): Result<never, Refusal> {
  const [problem] = source.health === 'sound' ? [] : source.problems;
  if (problem) {
    const { line } = placeOf(lineStarts(source.text), problem.span.from);
    return failure({ reason: 'text-unreadable', message: say.unreadable(line, problem.message) });
  }
  const length = path.findLastIndex((_, i) => slotAt(source, path.slice(0, i + 1)) !== undefined) + 1;
  const at = slotAt(source, path.slice(0, length))?.from ?? 0;
  const { line } = placeOf(lineStarts(source.text), at);
  return failure({ reason: 'not-allowed-here', message: say.cannotPatch(line) });
}

/** Where a state (or scope) is now, however the document has changed since the edit began. */
export function pathOf(draft: Draft, id: string): Path | undefined {
  return findIn(draft, draft.json, [], id);
}

function findIn(draft: Draft, scope: Json, path: Path, id: string): Path | undefined {
  if (id === '') return [];
  const states = childOf(scope, 'States');
  if (!isList(states)) return undefined;
  for (const [index, state] of states.entries()) {
    const here = [...path, 'States', index];
    if (isObject(state) && draft.identities.get(state) === id) return here;
  }
  for (const [index, state] of states.entries()) {
    const found = findInside(draft, state, [...path, 'States', index], id);
    if (found) return found;
  }
  return undefined;
}

function findInside(draft: Draft, state: Json, path: Path, id: string): Path | undefined {
  const branches = childOf(state, 'Branches');
  const scopes: [Json, Path][] = isList(branches) ? branches.map((b, i) => [b, [...path, 'Branches', i]]) : [];
  scopes.push([childOf(state, 'Processor'), [...path, 'Processor']]);
  for (const [scope, at] of scopes) {
    if (isObject(scope) && draft.identities.get(scope) === id) return at;
    const found = findIn(draft, scope, at, id);
    if (found) return found;
  }
  return undefined;
}

/** Which id everything has now that it had another when the edit began. New states are named as they were made. */
export function idsNow(draft: Draft): ReadonlyMap<string, NodeId> {
  const ids = new Map<string, NodeId>();
  visitNodes(draft.source.flow, draft.json, (id, object) => {
    const was = draft.identities.get(object);
    if (was !== undefined) ids.set(was, id);
  });
  return ids;
}

/** Walks over the flow and its values side by side. */
function visitNodes(scope: Scope, json: Json, visit: (id: StateId | ScopeId, object: object) => void): void {
  const states = childOf(json, 'States');
  scope.states.forEach((state, index) => {
    const value = childOf(states, index);
    if (!isObject(value)) return;
    visit(state.id, value);
    childScopes(state).forEach((inner, i) => {
      const object = scopeValue(state, value, i);
      if (isObject(object)) visit(inner.id, object);
      visitNodes(inner, object, visit);
    });
  });
}

const scopeValue = (state: State, value: Json, index: number): Json =>
  state.type === 'Parallel' ? childOf(childOf(value, 'Branches'), index) : childOf(value, 'Processor');
