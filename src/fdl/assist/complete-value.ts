import { knownActions } from '../language/actions.ts';
import { knownErrors } from '../language/errors.ts';
import type { FieldSpec } from '../language/field.ts';
import { language } from '../language/states.ts';
import { stateTypes } from '../model.ts';
import type { Completion } from './completion.ts';

import { messages } from './messages.ts';
import { quoted } from './quoting.ts';
import type { Source } from '../syntax/source.ts';
import type { Setting } from './shape.ts';
import { targetsOf } from './targets.ts';

/** The values that fit a place; empty where anything may stand. */
export function completeValue(source: Source, setting: Setting): readonly Completion[] {
  const { shape } = setting;
  if (shape.kind === 'error-name') return errorNames(setting);
  if (shape.kind === 'parameter') return words(setting, shape.parameter.options ?? [], () => shape.parameter.about);
  if (shape.kind !== 'field') return [];
  const { field } = shape;
  if (field.kind === 'flag') return words(setting, ['true', 'false'], () => field.about, true);
  if (field.kind === 'state-name') return stateNames(source, setting);
  return words(setting, field.options ?? [], (option) => explain(field, option));
}

/** What an option of a field stands for. */
export function explain(field: FieldSpec, option: string): string {
  const type = field.key === 'Type' ? stateTypes.find((known) => known === option) : undefined;
  if (type) return language.states[type].about;
  const action = field.key === 'Action' ? knownActions.find((known) => known.action === option) : undefined;
  return action?.about ?? field.about;
}

function words(
  setting: Setting,
  options: readonly string[],
  about: (option: string) => string,
  literal = false,
): readonly Completion[] {
  const { word: replace, quote } = setting.place;
  return options.map((label) => {
    const insert = literal ? label : quoted(label, quote);
    return { label, kind: 'value', insert, replace, about: about(label) };
  });
}

/** The states that can be named here: those of the same scope, and no others. */
function stateNames(source: Source, setting: Setting): readonly Completion[] {
  const { place, state } = setting;
  const own = state?.entries.find((entry) => entry.key === 'Name')?.value;
  const states = targetsOf(source, setting).filter(({ name }) => name !== '');
  const isOwn = (at: number): boolean => own?.kind === 'scalar' && place.real(own).from === at;
  const ordered = [...states.filter((s) => !isOwn(s.nameSpan.from)), ...states.filter((s) => isOwn(s.nameSpan.from))];
  return ordered.map(({ name, type, description }) => ({
    label: name,
    kind: 'state',
    insert: quoted(name, place.quote),
    replace: place.word,
    about: [messages.state(type, name), description].filter(Boolean).join(' '),
  }));
}

function errorNames({ place }: Setting): readonly Completion[] {
  return knownErrors.map(({ code, about, inventedHere }) => ({
    label: code,
    kind: 'error',
    insert: quoted(code, place.quote),
    replace: place.word,
    about: inventedHere ? `${about} ${messages.inventedHere}` : about,
  }));
}
