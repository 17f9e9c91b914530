/**
 * Work that can be laid aside between its pieces: it yields where it may be interrupted, as often as is convenient, and
 * returns the result. Whoever runs it decides how much is done at a time; the result is the same.
 */
export type Pieces<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(work: Pieces<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
