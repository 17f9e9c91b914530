import { isObject, type Json, parseJson } from '../../base/index.ts';
import type { Preferences, Theme } from '../model.ts';
import type { Storage } from '../ports.ts';
import { prefix } from './records.ts';

const key = `${prefix}preferences`;
export const defaultPreferences: Preferences = { theme: 'system', layouts: {}, hintSeen: false, lastFlow: undefined };
const themes: readonly Json[] = ['system', 'light', 'dark', 'high-contrast'] satisfies readonly Theme[];

/** How the page was set up last time; whatever cannot be read is as on the first visit. */
export function readPreferences(storage: Storage): Preferences {
  const value = parseJson(readQuietly(storage) ?? '{}');
  if (!isObject(value)) return defaultPreferences;
  const { theme, layouts, hintSeen, lastFlow } = value;
  return {
    theme: themes.includes(theme ?? null) ? (theme as Theme) : 'system',
    layouts: readLayouts(layouts),
    hintSeen: hintSeen === true,
    lastFlow: typeof lastFlow === 'string' ? lastFlow : undefined,
  };
}

/** Losing a preference is no reason to trouble anybody. */
export function writePreferences(storage: Storage, preferences: Preferences): void {
  try {
    storage.write(key, JSON.stringify(preferences));
  } catch {
    return;
  }
}

function readQuietly(storage: Storage): string | undefined {
  try {
    return storage.read(key);
  } catch {
    return undefined;
  }
}
function readLayouts(value: Json | undefined): Preferences['layouts'] {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([group, sizes]) => {
      if (!isObject(sizes)) return [];
      const numbers = Object.entries(sizes).filter((e): e is [string, number] => typeof e[1] === 'number');
      return [[group, Object.fromEntries(numbers)]];
    }),
  );
}
