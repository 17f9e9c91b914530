import type { Span } from '../../base/index.ts';
import type { StateId } from '../ids.ts';
import { stateAt } from '../syntax/locate.ts';
import type { Source } from '../syntax/source.ts';
import { placeAt, scalarText } from './place.ts';
import { settingOf } from './shape.ts';
import { targetsOf } from './targets.ts';

/** Where the state that is named at an offset has its own `Name`. */
export function definitionOf(source: Source, offset: number): Span | undefined {
  const place = placeAt(source, offset);
  if (!place || place.role !== 'value') return undefined;
  const setting = settingOf(place);
  const { shape } = setting;
  if (shape.kind !== 'field' || shape.field.kind !== 'state-name') return undefined;
  return targetsOf(source, setting).find(({ name }) => name === scalarText(place))?.nameSpan;
}

/** The state a rename at this offset is about, and the name as it is written there. */
export interface NamedPlace {
  readonly state: StateId;
  readonly name: string;
  readonly span: Span;
}

/** The state whose name stands at an offset: its own `Name`, or a place that names it. */
export function stateNamedAt(source: Source, offset: number): NamedPlace | undefined {
  const place = placeAt(source, offset);
  const state = stateAt(source, offset);
  if (!place || place.role !== 'value' || state?.stale) return undefined;
  const { shape, path, state: within } = settingOf(place);
  const name = scalarText(place);
  const isOwn = within !== undefined && path.length === 1 && path[0] === 'Name';
  if (isOwn) return state?.name.value === name ? { state: state.id, name, span: place.word } : undefined;
  if (shape.kind !== 'field' || shape.field.kind !== 'state-name') return undefined;
  const target = definitionOf(source, offset);
  const named = target && stateAt(source, target.from);
  return named?.name.value === name ? { state: named.id, name, span: place.word } : undefined;
}
