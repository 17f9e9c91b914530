import type { Pieces } from '../base/index.ts';
import type { Ports } from './ports.ts';

/** So long the page may be busy with one thing before it looks at what else has happened. */
const pieceMs = 12;

export type Clock = Pick<Ports, 'now' | 'later'>;

/** Lets the page do what has come up meanwhile: a frame, a key, a click. */
export const pause = ({ later }: Clock): Promise<void> => new Promise((done) => later(0, done));

/**
 * Does work piece by piece, with a pause whenever the page has been busy for long enough. `undefined` when the result is
 * not wanted any more, which is asked after every pause.
 */
export async function inPieces<T>(work: Pieces<T>, clock: Clock, isWanted: () => boolean): Promise<T | undefined> {
  let end = clock.now() + pieceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (clock.now() < end) continue;
    await pause(clock);
    if (!isWanted()) return undefined;
    end = clock.now() + pieceMs;
  }
}
