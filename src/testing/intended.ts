/**
 * What an edit is meant to do to the values of a document, told without the program's own editing code. `undefined`
 * where it is not told here.
 */
import { isList, isObject, type Json, type JsonObject, setOwn } from '../base/index.ts';
import {
  allScopes,
  type FieldPath,
  findState,
  type FlowEdit,
  jsonOf,
  type Outlet,
  type Source,
  type State,
} from '../fdl/index.ts';

type Path = readonly (string | number)[];

export function intended(source: Source, edit: FlowEdit): Json | undefined {
  const { written } = source.flow;
  if (!written) return undefined;
  const root = jsonOf(written);
  const at = (id: string): Path => (id === '' ? [] : (findPath(source, id) ?? []));
  switch (edit.type) {
    case 'connect': {
      const path = [...at(edit.from), ...placeOf(edit.outlet)];
      const name = findState(source.flow, edit.to)?.name.value ?? '';
      const connected = put(root, path, name);
      const end = [...at(edit.from), 'End'];
      return edit.outlet.kind === 'next' && get(root, end) === true ? drop(connected, end) : connected;
    }
    case 'disconnect':
      return drop(root, [...at(edit.from), ...placeOf(edit.outlet)]);
    case 'rename-state':
      return renamed(source, root, edit.state, edit.name);
    case 'set-field':
      return edit.path.length === 1 && ['Name', 'Next', 'End'].includes(String(edit.path[0]))
        ? undefined
        : put(root, [...at(edit.state), ...edit.path], edit.value);
    case 'clear-field':
      return drop(root, [...at(edit.state), ...cleared(get(root, at(edit.state)) ?? null, edit.path)]);
    case 'set-flow-field':
      return put(root, [edit.key], edit.value);
    case 'remove-branch':
      return drop(root, [...at(edit.state), 'Branches', edit.index]);
    case 'move-branch': {
      const path = [...at(edit.state), 'Branches'];
      const list = get(root, path);
      const item = isList(list) ? list[edit.index] : undefined;
      if (!isList(list) || item === undefined) return undefined;
      return put(root, path, list.toSpliced(edit.index, 1).toSpliced(edit.to, 0, item));
    }
    default:
      return undefined;
  }
}

function placeOf(outlet: Outlet): Path {
  if (outlet.kind === 'start') return ['StartAt'];
  if (outlet.kind === 'branch') return ['Branches', outlet.index, 'Next'];
  if (outlet.kind === 'catch') return ['Catch', outlet.index, 'Next'];
  return [outlet.kind === 'next' ? 'Next' : 'Default'];
}

function findPath(source: Source, id: string): Path | undefined {
  const visit = (states: readonly State[], path: Path): Path | undefined => {
    for (const [i, state] of states.entries()) {
      const here = [...path, 'States', i];
      if (state.id === id) return here;
      const scopes =
        state.type === 'Parallel' ? state.branches : state.type === 'Map' && state.processor ? [state.processor] : [];
      for (const [b, scope] of scopes.entries()) {
        const inside = state.type === 'Parallel' ? [...here, 'Branches', b] : [...here, 'Processor'];
        const found = scope.id === id ? inside : visit(scope.states, inside);
        if (found) return found;
      }
    }
    return undefined;
  };
  return visit(source.flow.states, []);
}

function renamed(source: Source, root: Json, id: string, name: string): Json | undefined {
  const path = findPath(source, id);
  const state = path && get(root, path);
  const scope = allScopes(source.flow).find(({ states }) => states.some((s) => s.id === id));
  const old = scope?.states.find((s) => s.id === id)?.name.value;
  if (!path || !scope || !isObject(state) || old === name) return undefined;
  const owner = path.slice(0, -2);
  let result = put(root, [...path, 'Name'], name);
  const follow = (place: Path): void => {
    if (get(root, place) === old) result = put(result, place, name);
  };
  follow([...owner, 'StartAt']);
  scope.states.forEach((other, i) => {
    const here = [...owner, 'States', i];
    if ('next' in other) follow([...here, 'Next']);
    if (other.type === 'Choice') follow([...here, 'Default']);
    if (other.type === 'Choice') other.branches.forEach((_, b) => follow([...here, 'Branches', b, 'Next']));
    if ('catch' in other) other.catch.forEach((_, c) => follow([...here, 'Catch', c, 'Next']));
  });
  return result;
}

/** Clearing takes along what would be left empty, lists of states and branches apart. */
function cleared(state: Json, path: FieldPath): FieldPath {
  const parent = path.slice(0, -1);
  const step = parent.at(-1);
  const value = step === undefined ? undefined : get(state, parent);
  const size = isList(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
  const stays = typeof step !== 'string' || step === 'Branches' || step === 'States' || size !== 1;
  return stays ? path : cleared(state, parent);
}

export function get(node: Json, path: Path): Json | undefined {
  let value: Json | undefined = node;
  for (const step of path) {
    if (isList(value)) value = typeof step === 'number' ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function put(node: Json | undefined, path: Path, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = isList(node) ? [...node] : [];
    list[step] = put(list[step], rest, value);
    return list;
  }
  const twin = step.endsWith('.$') ? step.slice(0, -2) : `${step}.$`;
  const object = isObject(node) ? node : {};
  const isNew = !Object.hasOwn(object, step);
  const copy: Record<string, Json> = {};
  for (const [key, old] of Object.entries(object)) if (!isNew || key !== twin) setOwn(copy, key, old);
  setOwn(copy, step, put(isNew ? undefined : object[step], rest, value));
  return copy;
}

function drop(node: Json, path: Path): Json {
  const [step, ...rest] = path;
  if (isList(node)) {
    return rest.length === 0
      ? node.toSpliced(Number(step), 1)
      : node.with(Number(step), drop(node[Number(step)] ?? null, rest));
  }
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node as JsonObject)) {
    if (key !== step) setOwn(copy, key, value);
    else if (rest.length > 0) setOwn(copy, key, drop(value, rest));
  }
  return copy;
}
