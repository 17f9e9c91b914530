import { contains, type Span, shiftSpan, span } from '../../base/index.ts';
import type { FieldPath } from '../edit/flow-edit.ts';
import { type StateId, topLevelOf } from '../ids.ts';
import type { State } from '../model.ts';
import { childScopes, findState } from '../walk.ts';
import type { Written } from '../written.ts';
import type { Source } from './source.ts';
import { entryOf } from './written-values.ts';

/** Where a place inside a state is in the whole text. Places of the flow itself (`owner` undefined) are that already. */
export function spanInText(source: Source, owner: StateId | undefined, at: Span): Span {
  const origin = owner === undefined ? 0 : (source.origins.get(topLevelOf(owner)) ?? 0);
  const { length } = source.text;
  const moved = shiftSpan(at, origin);
  return span(Math.min(moved.from, length), Math.min(moved.to, length));
}

/**
 * The innermost state an offset belongs to. A top-level state owns its dash and the blank lines and comments behind
 * it too, so that a person who types there is in that state.
 */
export function stateAt(source: Source, offset: number): State | undefined {
  const top = topStateAt(source, offset);
  if (!top || top.stale) return top;
  const relative = offset - (source.origins.get(top.id) ?? 0);
  const behind = source.text.slice(offset - relative + top.span.to, offset);
  return /^(?:\s|,|#[^\n]*)*$/.test(behind) ? innermost(top, relative) : undefined;
}

/** By bisection: states stand in the text in the order of the flow. */
function topStateAt(source: Source, offset: number): State | undefined {
  const { states } = source.flow;
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const state = states[middle];
    if (state && (source.origins.get(state.id) ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return states[low - 1];
}

function innermost(state: State, offset: number): State {
  for (const scope of childScopes(state)) {
    if (!contains(scope.span, offset)) continue;
    const inner = scope.states.find((child) => contains(child.span, offset));
    if (inner) return innermost(inner, offset);
  }
  return state;
}

/** The value at a path of keys and positions; a `.$` key is named with its suffix. */
export function writtenAt(written: Written, path: FieldPath): Written | undefined {
  let value: Written | undefined = written;
  for (const step of path) {
    if (value?.kind === 'map') value = entryOf(value, String(step))?.value;
    else value = value?.kind === 'list' && typeof step === 'number' ? value.items[step] : undefined;
  }
  return value;
}

/** Where a field of a state stands in the whole text: its value and, unless it is a list item, its key. */
export function locateField(
  source: Source,
  id: StateId,
  path: FieldPath,
): { readonly key?: Span; readonly value: Span } | undefined {
  const state = findState(source.flow, id);
  if (!state) return undefined;
  const parent = writtenAt(state.written, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return { value: spanInText(source, id, state.written.span) };
  const value = parent && writtenAt(parent, [last]);
  if (!parent || !value) return undefined;
  const place = { value: spanInText(source, id, value.span) };
  const key = parent.kind === 'map' ? entryOf(parent, String(last))?.keySpan : undefined;
  return key ? { ...place, key: spanInText(source, id, key) } : place;
}
