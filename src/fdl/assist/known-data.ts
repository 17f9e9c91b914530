import { isList, isObject, type Json, ownValue } from '../../base/index.ts';
import type { Expression, RootName, Template } from '../expression/ast.ts';
import { pathsUsed } from '../expression/walk.ts';
import { contextTree } from '../language/context.ts';
import type { State } from '../model.ts';
import type { Source } from '../syntax/source.ts';
import { allStates } from '../walk.ts';
import { messages } from './messages.ts';

/** A key that can be read below a path, and why it is believed to be there. */
export interface KnownKey {
  readonly key: string;
  readonly about: string;
}

/** The keys below a path: what the last run has seen, what the language promises, what the flow reads or writes elsewhere. */
export function knownKeys(
  source: Source,
  state: State | undefined,
  root: RootName,
  keys: readonly (string | number)[],
  seen: Json,
): readonly KnownKey[] {
  const found = new Map<string, string>();
  const add = (key: string, about: string): void => {
    if (!found.has(key)) found.set(key, about);
  };
  seenKeys(seen, root, keys).forEach(({ key, about }) => add(key, about));
  if (root === '$Context') contextKeys(keys).forEach(({ key, about }) => add(key, about));
  if (root === '$Output' && keys.length === 0 && state) outputKeys(state).forEach(({ key, about }) => add(key, about));
  if (root === '$Global' && keys.length === 0) globalKeys(source).forEach((key) => add(key, messages.seenElsewhere));
  if (state) usedKeys(state, root, keys).forEach((key) => add(key, messages.seenElsewhere));
  return [...found].map(([key, about]) => ({ key, about }));
}

/** The value the last run has seen at a path. */
export function seenValue(seen: Json, root: string, keys: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = isObject(seen) ? ownValue(seen, root) : undefined;
  for (const key of keys) {
    if (isList(value)) value = value[Number(key)];
    else value = isObject(value) ? ownValue(value, String(key)) : undefined;
  }
  return value;
}

const mostKeys = 200;
const longestPreview = 60;

/** A value in one short line. */
export function preview(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longestPreview ? `${text.slice(0, longestPreview)}…` : text;
}

function seenKeys(seen: Json, root: string, keys: readonly (string | number)[]): readonly KnownKey[] {
  const value = seenValue(seen, root, keys);
  if (!isObject(value)) return [];
  return Object.keys(value)
    .slice(0, mostKeys)
    .map((key) => ({ key, about: messages.lastRun(preview(value[key] ?? null)) }));
}

function contextKeys(keys: readonly (string | number)[]): readonly KnownKey[] {
  const prefix = keys.length === 0 ? '' : `${keys.join('.')}.`;
  return contextTree.flatMap(({ path, about }) => {
    const rest = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    return rest !== '' && !rest.includes('.') ? [{ key: rest, about }] : [];
  });
}

/** The top of a state's raw result (reference sections 4 and 9). */
function outputKeys(state: State): readonly KnownKey[] {
  if (state.type === 'Map') return [{ key: 'Items', about: messages.itemResults }];
  if (state.type === 'Parallel') {
    return state.branches.map((_, index) => ({ key: `Branch${index}`, about: messages.branchResult(index) }));
  }
  if (state.type !== 'Task' || (state.taskMode?.value ?? 'RequestComplete') !== 'RequestComplete') return [];
  const action = state.action?.value ?? '';
  if (action === 'HTTP:Request') {
    const { httpBody, httpCode, httpHeader } = messages;
    return [
      { key: 'Body', about: httpBody },
      { key: 'Code', about: httpCode },
      { key: 'Header', about: httpHeader },
    ];
  }
  return action.startsWith('FC:') ? [{ key: 'Body', about: messages.wrapped }] : [];
}

function globalKeys(source: Source): readonly string[] {
  return allStates(source.flow).flatMap(({ globalConstructor: written }) => {
    if (written?.kind === 'object') return written.entries.map((entry) => entry.key);
    return written?.kind === 'literal' && isObject(written.value) ? Object.keys(written.value) : [];
  });
}

function usedKeys(state: State, root: string, keys: readonly (string | number)[]): readonly string[] {
  const used = expressionsOf(state).flatMap(pathsUsed);
  return used.flatMap((path) => {
    const next = path.keys[keys.length];
    const fits = path.root === root && keys.every((key, i) => path.keys[i] === key);
    return fits && typeof next === 'string' ? [next] : [];
  });
}

/** Every expression of a state; states inside it have their own. */
function expressionsOf(state: State): readonly Expression[] {
  const templates = [state.inputConstructor, state.outputConstructor, state.globalConstructor];
  if (state.type === 'Task') templates.push(state.parameters);
  const direct =
    state.type === 'Choice'
      ? state.branches.map((branch) => branch.condition)
      : [state.type === 'Map' ? state.itemsPath : undefined];
  return [
    ...templates.flatMap((template) => (template ? computedParts(template) : [])),
    ...direct.flatMap((expression) => (expression ? [expression.root] : [])),
  ];
}

function computedParts(template: Template): readonly Expression[] {
  if (template.kind === 'computed') return [template.expression.root];
  if (template.kind === 'list') return template.items.flatMap(computedParts);
  return template.kind === 'object' ? template.entries.flatMap((entry) => computedParts(entry.value)) : [];
}
