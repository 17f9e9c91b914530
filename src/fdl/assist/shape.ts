import { assertNever } from '../../base/index.ts';
import { type ActionParameter, knownActions } from '../language/actions.ts';
import type { FieldSpec } from '../language/field.ts';
import { branchFields, catchFields, retryFields, scopeFields } from '../language/fields.ts';
import { language } from '../language/states.ts';
import { type StateType, stateTypes } from '../model.ts';
import type { LooseMap } from './loose.ts';
import { textAt } from './loose-values.ts';
import type { Place } from './place.ts';

/** What the language expects at a place. */
export type Shape =
  | { readonly kind: 'fields'; readonly fields: readonly FieldSpec[] }
  /** Arguments of a known action; other keys are fine too. */
  | { readonly kind: 'parameters'; readonly parameters: readonly ActionParameter[] }
  | { readonly kind: 'list'; readonly item: Shape }
  /** The person's own keys and values, expressions under `.$`. */
  | { readonly kind: 'template' }
  | { readonly kind: 'field'; readonly field: FieldSpec }
  | { readonly kind: 'parameter'; readonly parameter: ActionParameter }
  | { readonly kind: 'expression' }
  | { readonly kind: 'error-name' }
  | { readonly kind: 'unknown' };

/** A place with everything its surroundings say about it. */
export interface Setting {
  readonly place: Place;
  /** What is expected of the thing the word belongs to: the map for a key, the value itself for a value. */
  readonly shape: Shape;
  /** The innermost state around it. */
  readonly state: LooseMap | undefined;
  readonly type: StateType | undefined;
  /** The mapping whose `States` are the ones that can be named here. */
  readonly scope: LooseMap | undefined;
  /** Whether the word is the first of a state that is only beginning. */
  readonly isNewState: boolean;
  /** The keys on the way in, below the innermost state. */
  readonly path: readonly string[];
}

const unknown: Shape = { kind: 'unknown' };
const template: Shape = { kind: 'template' };
const expression: Shape = { kind: 'expression' };
const listOf = (item: Shape): Shape => ({ kind: 'list', item });
const fieldsOf = (fields: readonly FieldSpec[]): Shape => ({ kind: 'fields', fields });

/** Follows the steps of a place through the language table. */
export function settingOf(place: Place): Setting {
  let shape: Shape = fieldsOf(language.flow);
  let setting: Omit<Setting, 'shape' | 'isNewState'> = {
    place,
    state: undefined,
    type: undefined,
    scope: undefined,
    path: [],
  };
  const last = place.steps.at(-1);
  for (const step of place.steps) {
    if ('list' in step) {
      shape = shape.kind === 'list' ? shape.item : unknown;
      continue;
    }
    if (isStateShape(shape)) {
      const type = typeOf(step.map);
      setting = { ...setting, state: step.map, type, path: [] };
      shape = fieldsOf(type ? language.states[type].fields : fieldsOfAnyState);
    }
    if (step.map.entries.some((entry) => entry.key === 'States')) setting = { ...setting, scope: step.map };
    if (step === last && place.role === 'key') break;
    setting = { ...setting, path: [...setting.path, step.entry.key] };
    shape = inside(shape, step.entry.key, setting.state);
  }
  const isNewState = isStateShape(shape);
  return { ...setting, isNewState, shape: isNewState ? fieldsOf(fieldsOfAnyState) : shape };
}

const anyState: Shape = { kind: 'fields', fields: [] };
const isStateShape = (shape: Shape): boolean => shape === anyState;

/** What a state without a readable type may have: what most types have. */
const fieldsOfAnyState: readonly FieldSpec[] = [
  ...new Map(stateTypes.flatMap((type) => language.states[type].fields).map((field) => [field.key, field])).values(),
];

function typeOf(state: LooseMap): StateType | undefined {
  const written = textAt(state, 'Type');
  return stateTypes.find((type) => type === written);
}

/** The shape of what stands under a key. */
function inside(shape: Shape, key: string, state: LooseMap | undefined): Shape {
  const computed = key.endsWith('.$');
  if (shape.kind === 'template') return computed ? expression : template;
  if (shape.kind === 'parameters') {
    const parameter = shape.parameters.find((known) => known.key === key);
    return computed ? expression : parameter?.options ? { kind: 'parameter', parameter } : template;
  }
  if (shape.kind !== 'fields') return unknown;
  const field = shape.fields.find((known) => known.key === (computed ? key.slice(0, -2) : key));
  if (!field) return computed ? expression : unknown;
  return computed && field.computable ? expression : shapeOf(field, state);
}

function shapeOf(field: FieldSpec, state: LooseMap | undefined): Shape {
  switch (field.kind) {
    case 'states':
      return listOf(anyState);
    case 'scope':
      return fieldsOf(scopeFields);
    case 'scopes':
      return listOf(fieldsOf(scopeFields));
    case 'branches':
      return listOf(fieldsOf(branchFields));
    case 'retry':
      return listOf(fieldsOf(retryFields));
    case 'catch':
      return listOf(fieldsOf(catchFields));
    case 'errors':
      return listOf({ kind: 'error-name' });
    case 'expression':
      return expression;
    case 'template':
      return field.key === 'Parameters' ? parametersOf(state) : template;
    case 'object':
      return unknown;
    case 'text':
    case 'integer':
    case 'number':
    case 'flag':
    case 'choice':
    case 'state-name':
      return { kind: 'field', field };
    default:
      return assertNever(field.kind);
  }
}

function parametersOf(state: LooseMap | undefined): Shape {
  const action = state && textAt(state, 'Action');
  const known = knownActions.find((spec) => spec.action === action);
  return known ? { kind: 'parameters', parameters: known.parameters } : template;
}
