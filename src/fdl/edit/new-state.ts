import { isList, isObject, type Json, type JsonObject, setOwn } from '../../base/index.ts';
import { language } from '../language/states.ts';
import type { NewState, Refusal } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';
import { inUsualOrder } from './template-order.ts';
import { refuseValue } from './values.ts';

/** Where a new state is to lead: to a name, to the end of its scope, or nowhere yet. */
export type Exit = { readonly to: string } | 'end';

/** Why a state cannot be made. */
export function refuseNew(state: NewState): Refusal | undefined {
  if (!Object.hasOwn(language.states, state.type))
    return { reason: 'bad-value', message: say.noSuchType(String(state.type)) };
  if (state.name !== undefined && state.name.trim() === '') return { reason: 'bad-value', message: say.emptyName };
  return state.fields && refuseValue(state.fields);
}

/** Name, type, the type's template, what was asked for, and the way out: in the order people write them. */
export function newState(nameFirst: boolean, state: NewState, name: string, exit: Exit): JsonObject {
  const value: Record<string, Json> = {};
  if (nameFirst) setOwn(value, 'Name', name);
  setOwn(value, 'Type', state.type);
  if (!nameFirst) setOwn(value, 'Name', name);
  const template = inUsualOrder(language.states[state.type].template, nameFirst);
  for (const [key, field] of Object.entries({ ...(template as JsonObject), ...state.fields })) {
    if (key !== 'Name' && key !== 'Type') setOwn(value, key, field);
  }
  const { ends } = language.states[state.type];
  if (ends === 'never' && exit !== 'end') leadOn(value, exit.to);
  if (ends !== 'may') return value;
  if (isObject(exit)) putLast(value, 'Next', exit.to);
  else if (!('Next' in value) && !('End' in value)) putLast(value, 'End', true);
  return value;
}

/** A Choice in the way of a transition: until somebody says more, all of its branches go on as that did. */
function leadOn(value: Record<string, Json>, to: string): void {
  const branches = value['Branches'];
  if (isList(branches)) {
    value['Branches'] = branches.map((branch) =>
      isObject(branch) ? { ...branch, Next: branch['Next'] ?? to } : branch,
    );
  }
  setOwn(value, 'Default', to);
}

/** Only one of `Next` and `End` is written, and last. */
function putLast(value: Record<string, Json>, key: 'Next' | 'End', entry: Json): void {
  delete value['Next'];
  delete value['End'];
  value[key] = entry;
}
