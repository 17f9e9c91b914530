import type { StateId } from '../ids.ts';
import type { Source } from '../syntax/source.ts';

/** States as YAML text for the clipboard: a list of them, comments included. Unreadable or unknown ones are left out. */
export function copyStates(_source: Source, _ids: readonly StateId[]): string {
  return '';
}
