import { isList, isObject, type Json, setOwn } from '../../base/index.ts';
import { findState } from '../walk.ts';
import { endHere, leadTo } from './connect.ts';
import type { FieldPath, FlowEdit, Refusal } from './flow-edit.ts';
import { childOf, type SimpleOp, valueAt } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { otherSpelling } from './minimal-ops.ts';
import { pathOfNode } from './paths.ts';
import { renameState } from './rename-state.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { type Path } from './tree.ts';
import { refuseValue } from './values.ts';

type Edit<T extends FlowEdit['type']> = Extract<FlowEdit, { type: T }>;

/** Sets a value at any depth of a state; parents that are missing are created. */
export function* setField(stage: Stage, { state: id, path, value }: Edit<'set-field'>): Script {
  const { source } = stage.draft;
  const state = findState(source.flow, id);
  const owner = pathOfNode(source.flow, id);
  if (!state || !owner) return refuse('unknown-state', say.noSuchState(id));
  const refusal = refusePath(path) ?? refuseValue(value);
  if (refusal) return { refuse: refusal };
  const label = say.setField(path.join('.'), state.name.value || say.unnamed);
  if (path.length === 1) {
    if (path[0] === 'Name') {
      return yield* renameState(stage, { type: 'rename-state', state: id, name: value as string });
    }
    if (path[0] === 'Next' && typeof value === 'string' && 'next' in state) {
      yield* leadTo(stage, owner, { kind: 'next' }, value);
      return { label, select: [] };
    }
    if (path[0] === 'End' && value === true && 'end' in state) {
      yield* endHere(stage, owner);
      return { label, select: [] };
    }
  }
  if (typeof path[0] === 'string' && hasNoStates(wrap(path, value))) return refuse('bad-value', say.stateIsMapping);
  const op = opFor(stage.draft.json, owner, path, value);
  if ('reason' in op) return { refuse: op };
  yield op;
  return { label, select: [] };
}

/** Whether something in a container would stand where only a list of states, or a state, can. */
function hasNoStates(state: Json): boolean {
  if (!isObject(state)) return true;
  const branches = childOf(state, 'Branches');
  return [childOf(state, 'Processor'), ...(isList(branches) ? branches : [])].some((scope) => {
    if (!isObject(scope) || !Object.hasOwn(scope, 'States')) return false;
    const states = childOf(scope, 'States');
    return !isList(states) || states.some(hasNoStates);
  });
}

/** A flow-level attribute. */
export function* setFlowField({ key, value }: Edit<'set-flow-field'>): Script {
  const refusal = refusePath([key]) ?? refuseValue(value);
  if (refusal) return { refuse: refusal };
  if (key === 'States') return refuse('not-allowed-here', say.statesByEdit);
  yield { op: 'set', path: [key], value };
  return { label: say.setFlowField(key), select: [] };
}

/** Removes a value; mappings and lists that would be left empty go with it, up to the state. */
export function* clearField(stage: Stage, { state: id, path }: Edit<'clear-field'>): Script {
  const { source, json } = stage.draft;
  const state = findState(source.flow, id);
  const owner = pathOfNode(source.flow, id);
  if (!state || !owner) return refuse('unknown-state', say.noSuchState(id));
  const refusal = refusePath(path);
  if (refusal) return { refuse: refusal };
  const field = path.join('.');
  if (path.length === 1 && path[0] === 'Name') return refuse('bad-value', say.emptyName);
  if (valueAt(json, [...owner, ...path]) === undefined) return refuse('not-allowed-here', say.noSuchField(field));
  yield { op: 'remove', path: [...owner, ...emptiedBy(valueAt(json, owner), path)] };
  return { label: say.clearField(field, state.name.value || say.unnamed), select: [] };
}

/** Lists that are part of a state's shape stay, even empty. */
const shape: ReadonlySet<string | number> = new Set(['Branches', 'States']);

/** The outermost value that would hold nothing once the value at a path is gone. */
function emptiedBy(state: Json | undefined, path: FieldPath): FieldPath {
  const parentPath = path.slice(0, -1);
  const step = parentPath.at(-1);
  if (step === undefined || typeof step === 'number' || shape.has(step)) return path;
  const parent = state === undefined ? undefined : valueAt(state, parentPath);
  const size = isList(parent) ? parent.length : isObject(parent) ? Object.keys(parent).length : 0;
  return size === 1 ? emptiedBy(state, parentPath) : path;
}

function refusePath(path: FieldPath): Refusal | undefined {
  const isStep = (step: unknown): boolean =>
    typeof step === 'string' ? step !== '' : typeof step === 'number' && Number.isInteger(step) && step >= 0;
  if (Array.isArray(path) && path.length > 0 && path.every(isStep)) return undefined;
  return { reason: 'bad-value', message: say.emptyPath };
}

/** The one operation that puts a value at a path below an existing value. */
function opFor(root: Json, owner: Path, path: FieldPath, value: Json): SimpleOp | Refusal {
  let node = valueAt(root, owner) ?? null;
  const beyond = firstMissing(node, path);
  const gap = path.findIndex((step, i) => i > beyond && typeof step === 'number' && step > 0);
  if (gap > 0) return { reason: 'bad-value', message: say.listGap(path.slice(0, gap).join('.')) };
  for (const [i, step] of path.entries()) {
    const at = [...owner, ...path.slice(0, i)];
    const field = path.slice(0, i).join('.');
    const rest = path.slice(i + 1);
    if (isList(node)) {
      if (typeof step !== 'number') return { reason: 'bad-value', message: say.throughList(field) };
      if (step > node.length) return { reason: 'bad-value', message: say.listGap(field) };
      if (step === node.length) return { op: 'insert', path: at, index: step, items: [{ value: wrap(rest, value) }] };
      node = node[step] ?? null;
    } else if (isObject(node)) {
      if (typeof step === 'number') return { reason: 'bad-value', message: say.notAList(field) };
      const key = step;
      if (!Object.hasOwn(node, key)) return missingEntry(node, at, key, wrap(rest, value));
      node = node[key] ?? null;
    } else if (node !== null || i === 0) {
      return { reason: 'bad-value', message: say.throughValue(field) };
    } else if (typeof step === 'number' && step > 0) {
      return { reason: 'bad-value', message: say.listGap(field) };
    } else return { op: 'set', path: at, value: wrap(path.slice(i), value) };
  }
  return { op: 'set', path: [...owner, ...path], value };
}

/** The position in a path from which on nothing is there yet. */
function firstMissing(node: Json, path: FieldPath): number {
  const index = path.findIndex((_, i) => valueAt(node, path.slice(0, i + 1)) === undefined);
  return index < 0 ? path.length : index;
}

/** A key that is not there yet: `x.$` takes the place of `x`, because only one of them may be written (rule C20). */
function missingEntry(node: Json, at: Path, key: string, value: Json): SimpleOp {
  const other = otherSpelling(key);
  if (isObject(node) && Object.hasOwn(node, other)) return { op: 'replace', path: [...at, other], key, value };
  return { op: 'set', path: [...at, key], value };
}

/** The value inside of the mappings and lists that its path still needs. */
function wrap(path: FieldPath, value: Json): Json {
  return path.reduceRight<Json>((inner, step) => {
    if (typeof step === 'number') return [inner];
    const object: Record<string, Json> = {};
    setOwn(object, step, inner);
    return object;
  }, value);
}
