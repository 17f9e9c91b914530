import { isObject, type Json, type JsonObject, utf8Length } from '../../base/index.ts';
import { wording } from '../wording.ts';
import { errorCodes, failure, type Failure, kindOf } from './errors.ts';

/** Reference sections 5.5, 5.6 and 10. */
export const limits = {
  data: 65_536,
  globalValue: 262_144,
  globalKey: 128,
  events: 5_000,
  branches: 50,
  inlineConcurrency: 40,
  distributedConcurrency: 100,
  items: 10_000,
  timeoutSeconds: 604_800,
  waitSeconds: { Standard: 300, Express: 20 },
  /** R14: a year is 365 days, and exactly the limit is inside. */
  lifetime: { Standard: 365 * 86_400_000, Express: 300_000 },
} as const;

/** Data nested deeper than this counts as too large: printing it would overflow the stack. */
const deepest = 1_000;
/** Values known to fit 64 KiB whose measuring was not for free; identity suffices because data is never changed. */
const known = new WeakSet<object>();

/** The object rule and the 64 KiB rule for a state's input or output (R7, R8, U17). */
export function dataProblem(value: Json, which: 'input' | 'output', lenient: boolean): Failure | undefined {
  if (!lenient && !isObject(value)) {
    return failure(errorCodes.invalidData, wording.dataNotObject(which, kindOf(value)), 'terminal');
  }
  if (fits(value, limits.data)) return undefined;
  return failure(errorCodes.dataLimit, wording.dataTooLarge(which, limits.data), 'terminal');
}

/** Names and values a GlobalConstructor wants to store. */
export function globalProblem(values: Json): Failure | undefined {
  if (!isObject(values)) return failure(errorCodes.invalidData, wording.globalNotObject(kindOf(values)), 'terminal');
  for (const key of Object.keys(values)) {
    if (utf8Length(key) > limits.globalKey) {
      return failure(errorCodes.dataLimit, wording.globalKeyTooLong(key.slice(0, 40), limits.globalKey), 'terminal');
    }
    if (!fits(values[key] ?? null, limits.globalValue)) {
      return failure(errorCodes.dataLimit, wording.globalTooLarge(key, limits.globalValue), 'terminal');
    }
  }
  return undefined;
}

/** Whether the compact JSON of a value has at most `limit` bytes. Exactly the limit is inside. */
export function fits(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'string' || textFits(value, limit);
  if (known.has(value)) return true;
  const left = roomLeft(value, limit, 0);
  if (left >= 0) {
    if (limit === limits.data && limit - left > 2_000) known.add(value);
    return true;
  }
  const exact = exactSize(value) <= limit;
  if (exact && limit === limits.data) known.add(value);
  return exact;
}

function textFits(text: string, limit: number): boolean {
  return 6 * text.length + 2 <= limit || exactSize(text) <= limit;
}

/** What is left of `room` after the most a value can take, each letter as an escape; negative when in doubt. */
function roomLeft(value: Json, room: number, depth: number): number {
  if (typeof value === 'string') return room - 6 * value.length - 2;
  if (typeof value === 'number') return room - 25;
  if (value === null || typeof value === 'boolean') return room - 5;
  if (depth > deepest) return -1;
  return isObject(value) ? roomInObject(value, room, depth) : roomInList(value, room, depth);
}

function roomInObject(value: JsonObject, room: number, depth: number): number {
  let left = room - 2;
  for (const key in value) {
    left = roomLeft(value[key] ?? null, left - 6 * key.length - 4, depth + 1);
    if (left < 0) return left;
  }
  return left;
}

function roomInList(value: readonly Json[], room: number, depth: number): number {
  let left = room - 2;
  for (const item of value) {
    left = roomLeft(item, left - 1, depth + 1);
    if (left < 0) return left;
  }
  return left;
}

function exactSize(value: Json): number {
  if (depthWithin(value, deepest)) return utf8Length(JSON.stringify(value));
  return Number.POSITIVE_INFINITY;
}

function depthWithin(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  const inner: readonly Json[] = isObject(value) ? Object.values(value) : value;
  return inner.every((item) => depthWithin(item, levels - 1));
}
