import type { Json } from '../../base/index.ts';
import type { State } from '../model.ts';
import { writtenOutlets } from '../walk.ts';
import type { Written } from '../written.ts';
import { endHere } from './connect.ts';
import type { Outlet } from './flow-edit.ts';
import { freeName } from './fresh-name.ts';
import type { Op, SimpleOp } from './json-ops.ts';
import type { ItemText } from './patch/item-text.ts';
import { insertStates } from './insert-states.ts';
import { outletPath } from './paths.ts';
import { introduce, type Stage } from './script.ts';
import type { Path } from './tree.ts';

/** A state on its way to a place: its value and, where it can be kept, its text. */
export interface Traveller {
  readonly state: State;
  readonly value: Json;
  readonly text: ItemText | undefined;
}

/** What becomes of a transition of a traveller that leads to none of them. */
export type Elsewhere = (name: string) => 'keep' | 'drop';

/**
 * Puts states into a scope from a position on. Names that are taken there become fresh ones, and what the states say
 * about each other follows. Gives the names they got and under which they can be found again.
 */
export function* settle(
  stage: Stage,
  scope: Path,
  index: number,
  travellers: readonly Traveller[],
  taken: ReadonlySet<string>,
  elsewhere: Elsewhere,
): Generator<Op, readonly { readonly key: string; readonly name: string }[], void> {
  const names = freshNames(travellers, taken);
  const settled = names.map(({ name }, i) => ({ name, key: introduce(stage, travellers[i]?.value ?? null) }));
  yield* insertStates(stage, scope, index, travellers);
  const paths = settled.map((_, i) => [...scope, 'States', index + i]);
  const ops: SimpleOp[] = [];
  const loose: { readonly owner: Path; readonly outlet: Outlet }[] = [];
  travellers.forEach(({ state }, i) =>
    adapt(state, paths[i] ?? [], names, elsewhere, names[i]?.name ?? '', ops, loose),
  );
  yield { op: 'together', ops };
  for (const { owner, outlet } of loose) {
    if (outlet.kind === 'next') yield* endHere(stage, owner);
    else yield { op: 'remove', path: [...owner, ...outletPath(outlet)] };
  }
  return settled;
}

type Renaming = readonly { readonly was: string; readonly name: string }[];

function freshNames(travellers: readonly Traveller[], taken: ReadonlySet<string>): Renaming {
  const used = new Set(taken);
  return travellers.map(({ state }) => {
    const was = state.name.value;
    const name = was === '' ? '' : freeName(used, was);
    used.add(name);
    return { was, name };
  });
}

/** What gives a settled state its name and leads its transitions to where they now belong. */
function adapt(
  state: State,
  owner: Path,
  names: Renaming,
  elsewhere: Elsewhere,
  name: string,
  ops: SimpleOp[],
  loose: { readonly owner: Path; readonly outlet: Outlet }[],
): void {
  if (name !== state.name.value) ops.push({ op: 'set', path: [...owner, 'Name'], value: name });
  for (const { outlet, target } of writtenOutlets(state)) {
    if (!target) continue;
    const inGroup = names.find(({ was }) => was === target.value);
    if (inGroup && inGroup.name !== inGroup.was) {
      ops.push({ op: 'set', path: [...owner, ...outletPath(outlet)], value: inGroup.name });
    } else if (!inGroup && elsewhere(target.value) === 'drop') loose.push({ owner, outlet });
  }
}

/** Whether a value takes something from another place of its text. */
export function borrows(written: Written): boolean {
  if (written.alias !== undefined) return true;
  if (written.kind === 'list') return written.items.some(borrows);
  return written.kind === 'map' && written.entries.some((entry) => entry.merged || borrows(entry.value));
}
