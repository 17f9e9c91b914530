import { isList, isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { EvalEnv } from './environment.ts';
import { fail, type Site } from './fault.ts';
import { messages } from './messages.ts';
import { kindOf, type KindOfValue } from './values.ts';

/** Longer texts end in an error: no state may hand over more than 64 KiB, so nothing real comes near. */
export const longestText = 4_000_000;

/** A call of a built-in function while it is evaluated: its arguments and whom to tell. */
export interface Call {
  readonly name: string;
  readonly args: readonly Json[];
  readonly site: Site;
  readonly env: EvalEnv;
}

/** Refuses an argument, naming its position (from 1), what is wanted and what was given. */
function refuse(call: Call, position: number, wanted: string): never {
  const given = call.args[position - 1] ?? null;
  const shown = typeof given === 'number' ? messages.aNumber(given) : messages.kind[kindOf(given)];
  return fail(call.site, messages.argumentKind(call.name, position, wanted, shown));
}

export function textArgument(call: Call, position: number): string {
  const value = call.args[position - 1];
  return typeof value === 'string' ? value : refuse(call, position, messages.kind.text);
}

export function integerArgument(call: Call, position: number): number {
  const value = call.args[position - 1];
  return typeof value === 'number' && Number.isInteger(value) ? value : refuse(call, position, messages.anInteger);
}

export function listArgument(call: Call, position: number): readonly Json[] {
  const value = call.args[position - 1];
  return isList(value) ? value : refuse(call, position, messages.kind.list);
}

export function objectArgument(call: Call, position: number): JsonObject {
  const value = call.args[position - 1];
  return isObject(value) ? value : refuse(call, position, messages.kind.object);
}

/** An argument that may be of several kinds; `wanted` names them for the message. */
export function anyOf(call: Call, position: number, kinds: readonly KindOfValue[], wanted: string): Json {
  const value = call.args[position - 1] ?? null;
  return kinds.includes(kindOf(value)) ? value : refuse(call, position, wanted);
}

/** Lets a text pass unless it outgrows the bound. */
export function boundedText(site: Site, text: string): string {
  return text.length > longestText ? fail(site, messages.textTooLong(longestText)) : text;
}
