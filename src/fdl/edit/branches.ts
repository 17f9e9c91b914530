import { isList, type Json } from '../../base/index.ts';
import type { StateId } from '../ids.ts';
import { language } from '../language/states.ts';
import { childScopes, findState } from '../walk.ts';
import type { FieldPath, FlowEdit, Refusal } from './flow-edit.ts';
import { childOf, type Op, valueAt } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { itemText } from './patch/item-text.ts';
import { pathOfNode } from './paths.ts';
import { refuse, type Script, type Stage } from './script.ts';
import { refuseOrder, refuseShared } from './sharing.ts';
import { inOrderOf, inUsualOrder, isNameFirst } from './template-order.ts';
import { type Path, slotAt } from './tree.ts';

type Edit<T extends FlowEdit['type']> = Extract<FlowEdit, { type: T }>;

/** One more branch: for a Choice a condition, for a Parallel a scope with one state. */
export function* addBranch(stage: Stage, { state: id }: Edit<'add-branch'>): Script {
  const found = branchesOf(stage, id);
  if ('refuse' in found) return found;
  const { path, list, name, type, nameFirst } = found;
  const [template] = childOf(language.states[type].template, 'Branches') as readonly Json[];
  const last = list.at(-1);
  const value = inOrderOf(inUsualOrder(template ?? last ?? {}, nameFirst), last);
  if (valueAt(stage.draft.json, path) === undefined) yield { op: 'set', path, value: [value] };
  else yield { op: 'insert', path, index: list.length, items: [{ value }] };
  return { label: say.addBranch(name), select: [id] };
}

export function* removeBranch(stage: Stage, { state: id, index }: Edit<'remove-branch'>): Script {
  const found = branchesOf(stage, id);
  if ('refuse' in found) return found;
  const { path, list, name } = found;
  if (!isPosition(index, list.length)) return refuse('not-allowed-here', say.noSuchBranch(index));
  yield { op: 'remove', path: [...path, index] };
  return { label: say.removeBranch(name, index), select: [id] };
}

/** Branches of a Choice are tried in their order, so the order can be changed. */
export function* moveBranch(stage: Stage, { state: id, index, to }: Edit<'move-branch'>): Script {
  const found = branchesOf(stage, id);
  if ('refuse' in found) return found;
  const { path, list, name } = found;
  if (!isPosition(index, list.length)) return refuse('not-allowed-here', say.noSuchBranch(index));
  if (!isPosition(to, list.length)) return refuse('not-allowed-here', say.noSuchBranch(to));
  const refusal = yield* moveWithin(stage, path, index, to);
  return refusal ? { refuse: refusal } : { label: say.moveBranch(name, index), select: [id] };
}

/** Any list below a state, such as the rules of Retry and Catch, which are tried in their order too. */
export function* moveItem(stage: Stage, { state: id, path, index, to }: Edit<'move-item'>): Script {
  const state = findState(stage.draft.source.flow, id);
  const owner = pathOfNode(stage.draft.source.flow, id);
  if (!state || !owner) return refuse('unknown-state', say.noSuchState(id));
  const field = (path as FieldPath).join('.');
  const list = valueAt(stage.draft.json, [...owner, ...path]);
  if (!isList(list)) return refuse('not-allowed-here', say.notAList(field));
  if (!isPosition(index, list.length) || !isPosition(to, list.length)) return refuse('bad-value', say.listGap(field));
  const refusal = yield* moveWithin(stage, [...owner, ...path], index, to);
  return refusal ? { refuse: refusal } : { label: say.moveItem(field, state.name.value || say.unnamed), select: [id] };
}

/** Takes an item out and puts it in again, with its text. */
function* moveWithin(stage: Stage, path: Path, index: number, to: number): Generator<Op, Refusal | undefined, void> {
  if (index === to) return undefined;
  const { source, json } = stage.draft;
  const list = slotAt(source, path);
  const value = valueAt(json, [...path, index]);
  if (!list || value === undefined) return { reason: 'not-allowed-here', message: say.notAList(String(path.at(-1))) };
  const refusal = refuseShared(source, { op: 'insert', path, index: 0, items: [] });
  const item = slotAt(source, [...path, index]);
  const there = slotAt(source, [...path, to]);
  const order = item && there && refuseOrder(source, item, to < index ? there.from : there.to);
  if (refusal ?? order) return refusal ?? order;
  const text = itemText(source, list, index, 'keep');
  yield { op: 'remove', path: [...path, index] };
  yield { op: 'insert', path, index: to, items: [{ value, text }] };
  return undefined;
}

const isPosition = (index: number, length: number): boolean => Number.isInteger(index) && index >= 0 && index < length;

interface Branches {
  readonly path: Path;
  readonly list: readonly Json[];
  readonly name: string;
  readonly type: 'Choice' | 'Parallel';
  readonly nameFirst: boolean;
}

function branchesOf(stage: Stage, id: StateId): Branches | ReturnType<typeof refuse> {
  const { source, json } = stage.draft;
  const state = findState(source.flow, id);
  const owner = pathOfNode(source.flow, id);
  if (!state || !owner) return refuse('unknown-state', say.noSuchState(id));
  if (state.type !== 'Choice' && state.type !== 'Parallel')
    return refuse('not-allowed-here', say.noBranches(state.type));
  const path = [...owner, 'Branches'];
  const list = valueAt(json, path);
  const name = state.name.value || say.unnamed;
  const scope = childScopes(state)[0] ?? source.flow;
  const nameFirst = isNameFirst(source.flow, scope);
  return { path, list: isList(list) ? list : [], name, type: state.type, nameFirst };
}
