import { wording } from '../wording.ts';
import { type Live, type LiveThread, note } from './live.ts';

/** Inside a Map iteration a value that is no object passes (ruling R7), unless items are to be checked strictly. */
export function isLenient(live: Live, thread: LiveThread): boolean {
  return thread.iteration.length > 0 && live.options.strictItems !== true;
}

export function noteLeniency(live: Live, thread: LiveThread): void {
  note(live, 'R7', wording.note.plainData, thread.at);
}
