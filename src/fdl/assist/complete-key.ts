import type { ActionParameter } from '../language/actions.ts';
import type { FieldKind, FieldSpec } from '../language/field.ts';
import { language } from '../language/states.ts';
import { stateTypes } from '../model.ts';
import type { Completion } from './completion.ts';
import type { LooseMap } from './loose.ts';
import { messages } from './messages.ts';
import type { Setting, Shape } from './shape.ts';

/** Where a key is about to be written. */
export interface KeyParts {
  readonly shape: Extract<Shape, { kind: 'fields' | 'parameters' }>;
  /** The mapping it joins; absent when it will be the first key of a new one. */
  readonly map: LooseMap | undefined;
  readonly taken: ReadonlySet<string>;
}

/** The setting as one of a key: an unfinished key, or a lonely word where a mapping is expected. */
export function keyPartsOf({ place, shape }: Setting): KeyParts | undefined {
  if (shape.kind !== 'fields' && shape.kind !== 'parameters') return undefined;
  const last = place.steps.at(-1);
  if (place.role === 'value') return place.mayBeKey ? { shape, map: undefined, taken: new Set() } : undefined;
  if (!last || !('map' in last)) return undefined;
  const others = last.map.entries.filter((entry) => entry !== last.entry);
  return { shape, map: last.map, taken: new Set(others.map((entry) => entry.key)) };
}

/** The keys that are not there yet, required ones first. */
export function completeKey(setting: Setting, parts: KeyParts): readonly Completion[] {
  const fields = parts.shape.kind === 'fields' ? parts.shape.fields.filter((field) => field.hidden !== true) : [];
  const parameters = parts.shape.kind === 'parameters' ? parts.shape.parameters : [];
  const keys = [...fields.flatMap(fieldKeys), ...parameters.flatMap(parameterKeys)];
  const free = keys.filter(({ key }) => !parts.taken.has(key) && !parts.taken.has(otherForm(key)));
  const sorted = [...free.filter((key) => key.required), ...free.filter((key) => !key.required)];
  return [...sorted.map((key) => keyCompletion(setting, parts, key)), ...newStates(setting)];
}

interface Key {
  readonly key: string;
  readonly required: boolean;
  readonly about: string;
  readonly kind: FieldKind | 'any';
}

const otherForm = (key: string): string => (key.endsWith('.$') ? key.slice(0, -2) : `${key}.$`);

function fieldKeys(field: FieldSpec): readonly Key[] {
  const { key, required, about, kind, computable } = field;
  const plain = { key, required, about, kind };
  if (!computable) return [plain];
  return [plain, { key: `${key}.$`, required: false, about: `${about} ${messages.computed}`, kind: 'expression' }];
}

function parameterKeys({ key, required, about, options }: ActionParameter): readonly Key[] {
  const plain: Key = { key, required, about, kind: 'any' };
  if (options) return [plain];
  return [plain, { key: `${key}.$`, required: false, about: `${about} ${messages.computed}`, kind: 'expression' }];
}

function keyCompletion({ place }: Setting, { map }: KeyParts, { key, about, kind }: Key): Completion {
  const usesQuotes = map?.entries.some((entry) => entry.quote === '"') ?? false;
  const name = place.quote === '' && usesQuotes ? `"${key}"` : key;
  const insert =
    place.hasColon || place.quote !== '' ? name : dash(place) + name + colon(kind, place.flow, place.column);
  return { label: key, kind: 'key', insert, replace: place.word, about };
}

/** A word in the column of the dashes gets its own dash. */
function dash(place: Setting['place']): string {
  const last = place.steps.at(-1);
  return last && 'list' in last && !last.item.hasDash ? '- ' : '';
}

/** What follows a key: a blank, or the beginning of what it holds on the next line. */
function colon(kind: Key['kind'], flow: boolean, column: number): string {
  if (flow) return ': ';
  const deeper = `:\n${' '.repeat(column + 2)}`;
  switch (kind) {
    case 'template':
    case 'object':
    case 'scope':
      return deeper;
    case 'scopes':
    case 'states':
    case 'branches':
    case 'retry':
    case 'catch':
    case 'errors':
      return `${deeper}- `;
    default:
      return ': ';
  }
}

/** A fresh item of a list of states can become any type at once. */
function newStates({ place, isNewState }: Setting): readonly Completion[] {
  if (!isNewState || place.flow) return [];
  return stateTypes.map((type) => ({
    label: messages.newState(type),
    kind: 'snippet',
    insert: `${dash(place)}Type: ${type}\n${' '.repeat(place.column + dash(place).length)}Name: `,
    replace: place.word,
    about: language.states[type].about,
  }));
}
