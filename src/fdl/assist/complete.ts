import type { Json } from '../../base/index.ts';
import type { State } from '../model.ts';
import { stateAt } from '../syntax/locate.ts';
import type { Source } from '../syntax/source.ts';
import { completeExpression } from './complete-expression.ts';
import { completeKey, keyPartsOf } from './complete-key.ts';
import { completeValue } from './complete-value.ts';
import type { Completion } from './completion.ts';
import { placeAt } from './place.ts';
import { settingOf } from './shape.ts';

export interface AssistOptions {
  /** What the last run has seen at a state: an object with the keys `$Input`, `$Output`, `$Context`, `$Global`. */
  readonly dataPaths?: (state: State) => Json;
}

/** What can be written at an offset, best first. Works on text that cannot be read yet. */
export function complete(source: Source, offset: number, options: AssistOptions = {}): readonly Completion[] {
  const place = placeAt(source, offset);
  if (!place) return [];
  const setting = settingOf(place);
  const keys = keyPartsOf(setting);
  if (keys) return completeKey(setting, keys);
  if (place.role === 'key') return [];
  if (setting.shape.kind !== 'expression') return completeValue(source, setting);
  const state = stateAt(source, offset);
  return completeExpression(source, setting, state, (state && options.dataPaths?.(state)) ?? null);
}
