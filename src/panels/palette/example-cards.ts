import { isList, isObject, type Json } from '../../base/index.ts';
import { type FunctionCard, readScenario } from '../../scenario/index.ts';

/** Function answers written as in a scenario file, as cards. */
export function cardsOf(functions: Json | undefined): readonly FunctionCard[] {
  if (!isList(functions) || functions.length === 0 || !functions.every(isObject)) return [];
  const read = readScenario(JSON.stringify({ name: 'example', functions }));
  return read.ok ? read.value.functions : [];
}
