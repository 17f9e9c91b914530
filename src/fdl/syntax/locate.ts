import { contains, type Span, shiftSpan, span } from '../../base/index.ts';
import type { FieldPath } from '../edit/flow-edit.ts';
import type { StateId } from '../ids.ts';
import type { State } from '../model.ts';
import { childScopes, findState } from '../walk.ts';
import type { Written } from '../written.ts';
import { framesOf, originOf } from './frames.ts';
import type { Source } from './source.ts';
import { entryOf } from './written-values.ts';

/** Where a place inside a state is in the whole text. Places of the flow itself (`owner` undefined) are that already. */
export function spanInText(source: Source, owner: StateId | undefined, at: Span): Span {
  const { length } = source.text;
  const moved = shiftSpan(at, owner === undefined ? 0 : originOf(source, owner));
  return span(Math.min(moved.from, length), Math.min(moved.to, length));
}

/**
 * The innermost state an offset belongs to. A top-level state owns its dash and the blank lines and comments behind
 * it too, so that a person who types there is in that state.
 */
export function stateAt(source: Source, offset: number): State | undefined {
  const top = topStateAt(source, offset);
  if (!top) return undefined;
  const origin = source.origins.get(top.id) ?? 0;
  const inner = innermost(top, origin, offset);
  if (top.stale || inner !== top) return inner;
  const behind = source.text.slice(origin + top.span.to, offset);
  return /^(?:\s|,|#[^\n]*)*$/.test(behind) ? top : undefined;
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

/** The state an offset belongs to, of one around it and those inside. `origin` is where the first one's frame begins. */
function innermost(state: State, origin: number, offset: number): State {
  const relative = offset - origin;
  for (const scope of childScopes(state)) {
    const frames = framesOf(scope);
    if (!frames && !contains(scope.span, relative)) continue;
    const index = frames
      ? frames.findIndex(({ from, to }) => from <= relative && relative < to)
      : scope.states.findIndex((child) => contains(child.span, relative));
    const child = scope.states[index];
    if (child) return innermost(child, origin + (frames?.[index]?.from ?? 0), offset);
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
