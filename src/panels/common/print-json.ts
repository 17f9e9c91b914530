import type { Json } from '../../base/index.ts';

/** A value as readable JSON; nothing for what cannot be printed. */
export function printJson(value: Json): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return '';
  }
}
