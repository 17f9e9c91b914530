import { isList, isObject, type Json, setOwn } from '../../base/index.ts';
import type { Refusal } from './flow-edit.ts';
import { editMessages as say } from './messages.ts';

/** Deeper values could be written but not read again. */
const deepest = 200;

/** Why a value cannot be written: it is no JSON, or nested beyond reason. */
export function refuseValue(value: unknown): Refusal | undefined {
  const depth = depthOf(value, 0);
  if (depth === undefined) return { reason: 'bad-value', message: say.notJson };
  return depth > deepest ? { reason: 'bad-value', message: say.tooDeep } : undefined;
}

/** How deep a value is nested; `undefined` when it is no JSON. Stops looking beyond the limit. */
function depthOf(value: unknown, above: number): number | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return above;
  if (typeof value === 'number') return Number.isFinite(value) ? above : undefined;
  if (typeof value !== 'object') return undefined;
  if (above > deepest) return above;
  let deepestHere = above;
  for (const inner of Object.values(value)) {
    const depth = depthOf(inner, above + 1);
    if (depth === undefined) return undefined;
    deepestHere = Math.max(deepestHere, depth);
  }
  return deepestHere;
}

/** A copy that shares no object with the value, handing each pair to `onObject`. */
export function cloneJson(value: Json, onObject: (from: object, to: object) => void = () => {}): Json {
  if (isList(value)) return value.map((item) => cloneJson(item, onObject));
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) setOwn(copy, key, cloneJson(inner, onObject));
  onObject(value, copy);
  return copy;
}
