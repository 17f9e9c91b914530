import { assertNever, type Span } from '../base/index.ts';
import type { Outlet } from './edit/flow-edit.ts';
import type { ScopeId, StateId } from './ids.ts';
import type { Flow, Located, Scope, State } from './model.ts';

/** Positions of the states of a scope by name; of several states of one name the first. */
export type NameIndex = ReadonlyMap<string, number>;

/** Everything that is looked up in a flow, made once per flow object. */
interface FlowIndex {
  readonly states: readonly State[];
  readonly byId: ReadonlyMap<StateId, State>;
  readonly scopes: ReadonlyMap<ScopeId, Scope>;
}
const indexes = new WeakMap<Flow, FlowIndex>();
const namesOfScopes = new WeakMap<Scope, NameIndex>();
const namesOfFlows = new WeakMap<Flow, ReadonlyMap<string, readonly State[]>>();

/** Every state in the order of the text, a container before what it contains. */
export const allStates = (flow: Flow): readonly State[] => indexOf(flow).states;

export const findState = (flow: Flow, id: StateId): State | undefined => indexOf(flow).byId.get(id);

export const findScope = (flow: Flow, id: ScopeId): Scope | undefined => indexOf(flow).scopes.get(id);

/** Every scope, outermost first. */
export const allScopes = (flow: Flow): readonly Scope[] => [...indexOf(flow).scopes.values()];

/** All states of a name, whatever their scope. */
export function statesNamed(flow: Flow, name: string): readonly State[] {
  const known = namesOfFlows.get(flow) ?? groupByName(allStates(flow));
  namesOfFlows.set(flow, known);
  return known.get(name) ?? [];
}

function groupByName(states: readonly State[]): ReadonlyMap<string, readonly State[]> {
  const groups = new Map<string, State[]>();
  for (const state of states) {
    const group = groups.get(state.name.value);
    if (group) group.push(state);
    else groups.set(state.name.value, [state]);
  }
  return groups;
}

function indexOf(flow: Flow): FlowIndex {
  const known = indexes.get(flow);
  if (known) return known;
  const states: State[] = [];
  const scopes = new Map<ScopeId, Scope>();
  const visit = (scope: Scope): void => {
    scopes.set(scope.id, scope);
    for (const state of scope.states) {
      states.push(state);
      if (state.type === 'Parallel' || state.type === 'Map') childScopes(state).forEach(visit);
    }
  };
  visit(flow);
  const index = { states, scopes, byId: new Map(states.map((state) => [state.id, state])) };
  indexes.set(flow, index);
  return index;
}

/** The scopes inside a state: the branches of a Parallel, the processor of a Map. */
export function childScopes(state: State): readonly Scope[] {
  if (state.type === 'Parallel') return state.branches;
  return state.type === 'Map' && state.processor ? [state.processor] : [];
}

/** The state a name means in a scope; of several the first. */
export function resolveTarget(scope: Scope, name: string): State | undefined {
  const index = name === '' ? undefined : nameIndexOf(scope).get(name);
  return index === undefined ? undefined : scope.states[index];
}

export function nameIndexOf(scope: Scope): NameIndex {
  const known = namesOfScopes.get(scope);
  if (known) return known;
  const names = new Map<string, number>();
  scope.states.forEach((state, index) => {
    if (!names.has(state.name.value)) names.set(state.name.value, index);
  });
  namesOfScopes.set(scope, names);
  return names;
}

/** Lets the reader hand on the index of a reading in which all names are the same. */
export function shareNameIndex(scope: Scope, names: NameIndex): void {
  namesOfScopes.set(scope, names);
}

/** One way out of a state. `target` is absent where nothing is written. */
export interface StateOutlet {
  readonly outlet: Outlet;
  readonly target: Located<string> | undefined;
  /** What to print beside the edge: a condition, error names; empty for a plain `Next`. */
  readonly label: string;
}

/** The ways out of a state, in the order next, default, branches, catches. A state that ends has no `next`. */
export function outletsOf(state: State): readonly StateOutlet[] {
  switch (state.type) {
    case 'Succeed':
    case 'Fail':
      return [];
    case 'Choice':
      return [{ outlet: { kind: 'default' }, target: state.default, label: 'Default' }, ...branchOutlets(state)];
    case 'Pass':
    case 'Wait':
    case 'Unknown':
      return nextOutlet(state);
    case 'Task':
    case 'Parallel':
    case 'Map':
      return [...nextOutlet(state), ...catchOutlets(state)];
    default:
      return assertNever(state);
  }
}

/** `End: true` wins over `Next` (decision U06). */
function nextOutlet({ next, end }: Extract<State, { next: unknown }>): readonly StateOutlet[] {
  return end?.value === true ? [] : [{ outlet: { kind: 'next' }, target: next, label: '' }];
}

function branchOutlets({ branches }: Extract<State, { type: 'Choice' }>): readonly StateOutlet[] {
  return branches.map(({ condition, next }, index) => ({
    outlet: { kind: 'branch', index },
    target: next,
    label: condition?.text ?? '',
  }));
}

function catchOutlets(state: Extract<State, { catch: unknown }>): readonly StateOutlet[] {
  return state.catch.map(({ errors, next }, index) => ({
    outlet: { kind: 'catch', index },
    target: next,
    label: errors.join(', '),
  }));
}

/** A place that names a state. `owner` is absent for the `StartAt` of the flow; for that of a branch it is the container. */
export interface Reference {
  readonly owner: StateId | undefined;
  readonly outlet: Outlet;
  readonly span: Span;
}

/** Every place in a scope that names a state: `StartAt`, `Next`, `Default`, branches and catches, ended states too. */
export function referencesTo(scope: Scope, name: string): readonly Reference[] {
  const references: Reference[] = [];
  if (scope.startAt?.value === name) {
    references.push({ owner: containerOf(scope), outlet: { kind: 'start' }, span: scope.startAt.span });
  }
  for (const state of scope.states) {
    for (const { outlet, target } of writtenOutlets(state)) {
      if (target?.value === name) references.push({ owner: state.id, outlet, span: target.span });
    }
  }
  return references;
}

/** Like `outletsOf`, with a `Next` that `End: true` makes ineffective. */
export function writtenOutlets(state: State): readonly StateOutlet[] {
  const outlets = outletsOf(state);
  if (!('end' in state) || state.end?.value !== true || !state.next) return outlets;
  return [{ outlet: { kind: 'next' }, target: state.next, label: '' }, ...outlets];
}

function containerOf(scope: Scope): StateId | undefined {
  const at = scope.id.lastIndexOf('/');
  return at < 0 ? undefined : (scope.id.slice(0, at) as StateId);
}
