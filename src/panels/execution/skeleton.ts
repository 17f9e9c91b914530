/** An input to begin with: every `$Input` path the flow reads before any function has answered. */
import { type Json, setOwn } from '../../base/index.ts';
import {
  type DataPath,
  type Expression,
  type Flow,
  pathsUsed,
  type Scope,
  type State,
  type Template,
} from '../../fdl/index.ts';

type Skeleton = { [key: string]: Json };

/**
 * Paths come from the states that can still see the execution's own input: those reached before a state replaces it by
 * its output. What a Map iterates over becomes a list; of everything else nobody knows more than that it is there.
 */
export function inputSkeleton(flow: Flow): Skeleton {
  const skeleton: Skeleton = {};
  for (const state of statesSeeingInput(flow)) {
    for (const expression of expressionsOf(state)) {
      for (const path of pathsUsed(expression))
        if (path.root === '$Input') place(skeleton, path, leafOf(state, expression));
    }
  }
  return skeleton;
}

const leafOf = (state: State, expression: Expression): Json =>
  state.type === 'Map' && state.itemsPath?.root === expression ? [] : '';

function place(skeleton: Skeleton, path: DataPath, leaf: Json): void {
  const keys = path.keys.filter((key): key is string => typeof key === 'string');
  let here = skeleton;
  keys.forEach((key, i) => {
    const known = Object.hasOwn(here, key) ? here[key] : undefined;
    if (i === keys.length - 1) {
      if (known === undefined) setOwn(here, key, leaf);
      return;
    }
    if (typeof known === 'object' && known !== null && !Array.isArray(known)) here = known as Skeleton;
    else {
      const next: Skeleton = {};
      setOwn<Json>(here, key, next);
      here = next;
    }
  });
}

/** From the start on, as long as the input is handed through unchanged (Choice, and Pass or Wait without constructors). */
function statesSeeingInput(scope: Scope): readonly State[] {
  const byName = new Map(scope.states.map((state) => [state.name.value, state]));
  const seen = new Set<State>();
  const queue = [scope.startAt?.value];
  while (queue.length > 0) {
    const state = byName.get(queue.pop() ?? '');
    if (!state || seen.has(state)) continue;
    seen.add(state);
    queue.push(...handedOn(state));
  }
  return [...seen];
}
function handedOn(state: State): readonly (string | undefined)[] {
  if (state.inputConstructor) return [];
  if (state.type === 'Choice') return [...state.branches.map(({ next }) => next?.value), state.default?.value];
  if (state.type === 'Pass' || state.type === 'Wait') return state.outputConstructor ? [] : [state.next?.value];
  return [];
}

function expressionsOf(state: State): readonly Expression[] {
  if (state.inputConstructor) return inTemplate(state.inputConstructor);
  const own = [state.outputConstructor, state.globalConstructor].flatMap(inTemplate);
  switch (state.type) {
    case 'Task':
      return [...own, ...inTemplate(state.parameters), ...inTemplate(state.timeout)];
    case 'Choice':
      return [...own, ...state.branches.flatMap(({ condition }) => (condition ? [condition.root] : []))];
    case 'Wait':
      return [...own, ...inTemplate(state.seconds)];
    case 'Map':
      return [...own, ...(state.itemsPath ? [state.itemsPath.root] : [])];
    case 'Parallel':
      return [...own, ...state.branches.flatMap(statesSeeingInput).flatMap(expressionsOf)];
    default:
      return own;
  }
}
function inTemplate(template: Template | undefined): readonly Expression[] {
  switch (template?.kind) {
    case 'computed':
      return [template.expression.root];
    case 'object':
      return template.entries.flatMap(({ value }) => inTemplate(value));
    case 'list':
      return template.items.flatMap(inTemplate);
    default:
      return [];
  }
}
