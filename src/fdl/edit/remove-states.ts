import { scopeOf, type StateId } from '../ids.ts';
import type { Scope, State } from '../model.ts';
import { findScope, outletsOf, resolveTarget, writtenOutlets } from '../walk.ts';
import { endHere } from './connect.ts';
import { pathOf } from './draft.ts';
import type { FlowEdit, Outlet } from './flow-edit.ts';
import type { Op, SimpleOp } from './json-ops.ts';
import { editMessages as say } from './messages.ts';
import { outletPath, pathOfNode } from './paths.ts';
import { type Script, type Stage } from './script.ts';
import type { Path } from './tree.ts';
import { byScope, chosenStates } from './chosen-states.ts';

/**
 * Removes states with their own comments. What led to one leads to where that one led, where this is one place; other
 * transitions to it are taken away. The last state of a scope leaves an empty list, so that one can begin anew.
 */
export function* removeStates(stage: Stage, { states: ids }: Extract<FlowEdit, { type: 'remove-states' }>): Script {
  const chosen = chosenStates(stage.draft.source, ids);
  if ('refuse' in chosen) return chosen;
  yield* heal(stage, new Set(chosen.map((state) => state.id)));
  yield* takeAway(stage, chosen);
  return { label: say.remove(chosen.map((state) => state.name.value || say.unnamed)), select: [] };
}

/** Removes states from their lists, each list in one go. */
export function* takeAway(stage: Stage, states: readonly State[]): Generator<Op, void, void> {
  for (const [scope, group] of byScope(states)) {
    const path = pathOf(stage.draft, scope);
    const indices = group.map(({ id }) => Number(pathOf(stage.draft, id)?.at(-1)));
    if (path) yield { op: 'remove-items', path: [...path, 'States'], indices };
  }
}

/** A transition that is taken away, `ends` where its state becomes the end of the scope instead. */
interface Loose {
  readonly owner: Path;
  readonly outlet: Outlet;
  readonly ends: boolean;
}

/** Leads everything that pointed to states which go away past them. */
export function* heal(stage: Stage, gone: ReadonlySet<StateId>): Generator<Op, void, void> {
  const { flow } = stage.draft.source;
  const ops: SimpleOp[] = [];
  const loose: Loose[] = [];
  for (const id of new Set([...gone].map(scopeOf))) {
    const scope = findScope(flow, id);
    if (!scope) continue;
    const start = healedStart(scope, gone);
    if (start !== undefined) ops.push({ op: 'set', path: [...(pathOfNode(flow, id) ?? []), 'StartAt'], value: start });
    for (const state of scope.states) {
      if (!gone.has(state.id)) healState(scope, state, pathOfNode(flow, state.id) ?? [], gone, ops, loose);
    }
  }
  yield { op: 'together', ops };
  for (const { owner, outlet, ends } of loose) {
    if (ends && outlet.kind === 'next') yield* endHere(stage, owner);
    else yield { op: 'remove', path: [...owner, ...outletPath(outlet)] };
  }
}

function healedStart(scope: Scope, gone: ReadonlySet<StateId>): string | undefined {
  const start = scope.startAt && resolveTarget(scope, scope.startAt.value);
  if (!start || !gone.has(start.id)) return undefined;
  const past = passing(scope, start, gone);
  const rest = scope.states.find((state) => !gone.has(state.id) && state.name.value !== '');
  return typeof past === 'object' ? past.name : rest?.name.value;
}

function healState(
  scope: Scope,
  state: State,
  owner: Path,
  gone: ReadonlySet<StateId>,
  ops: SimpleOp[],
  loose: Loose[],
): void {
  const ends = 'end' in state && state.end?.value === true;
  for (const { outlet, target } of writtenOutlets(state)) {
    const found = target && resolveTarget(scope, target.value);
    if (!found || !gone.has(found.id)) continue;
    // A `Next` beside `End: true` leads nowhere as it is.
    const past = ends && outlet.kind === 'next' ? 'end' : passing(scope, found, gone);
    // A state that would come to lead to itself had a loop through the one that goes: that is no way on.
    if (typeof past === 'object' && past.name !== state.name.value) {
      ops.push({ op: 'set', path: [...owner, ...outletPath(outlet)], value: past.name });
    } else loose.push({ owner, outlet, ends: past === 'end' });
  }
}

type Past = { readonly name: string } | 'end' | undefined;

/** Where one comes out behind a state that goes away: one state, the end, or nothing certain. */
function passing(scope: Scope, from: State, gone: ReadonlySet<StateId>): Past {
  const seen = new Set<StateId>();
  for (let state: State | undefined = from; state;) {
    if (!gone.has(state.id)) return { name: state.name.value };
    if (seen.has(state.id)) return undefined;
    seen.add(state.id);
    const way = onlyWay(state);
    if (typeof way !== 'object') return way;
    state = resolveTarget(scope, way.name);
  }
  return undefined;
}

function onlyWay(state: State): Past {
  if (state.type === 'Succeed') return 'end';
  if (state.type === 'Fail') return undefined;
  if (state.type === 'Choice') {
    const [name, ...others] = new Set(outletsOf(state).map(({ target }) => target?.value));
    return name !== undefined && others.length === 0 ? { name } : undefined;
  }
  if (state.end?.value === true) return 'end';
  return state.next && { name: state.next.value };
}
