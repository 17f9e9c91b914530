import { isList, type Json } from '../../base/index.ts';
import { pathOf } from './draft.ts';
import { type NewItem, type Op, valueAt } from './json-ops.ts';
import type { Stage } from './script.ts';
import type { Path } from './tree.ts';

/** Puts states into the list of a scope; the list is made where there is none. */
export function* insertStates(
  stage: Stage,
  scope: Path,
  index: number,
  items: readonly NewItem[],
): Generator<Op, void, void> {
  const path = [...scope, 'States'];
  if (isList(valueAt(stage.draft.json, path))) yield { op: 'insert', path, index, items };
  else yield { op: 'set', path, value: items.map(({ value }) => value) };
}

export function statesIn(stage: Stage, scope: Path): readonly Json[] {
  const states = valueAt(stage.draft.json, [...scope, 'States']);
  return isList(states) ? states : [];
}

/** A scope whose first state this is begins with it, unless `StartAt` says so already. */
export function* beginWith(stage: Stage, scope: Path, name: string): Generator<Op, void, void> {
  if (valueAt(stage.draft.json, [...scope, 'StartAt']) !== name) {
    yield { op: 'set', path: [...scope, 'StartAt'], value: name };
  }
}

/** The position behind a state in its scope; the end of the list without one. */
export function placeAfter(stage: Stage, scope: Path, after: string | undefined): number {
  const path = after === undefined ? undefined : pathOf(stage.draft, after);
  return path ? Number(path.at(-1)) + 1 : statesIn(stage, scope).length;
}
