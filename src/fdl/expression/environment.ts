/** What an evaluation takes from outside: chance, and somebody to tell about decisions it had to make. */
export interface EvalEnv {
  /** In [0, 1). */
  readonly random: () => number;
  readonly uuid: () => string;
  /** `code` names the decision (`U20`, `R25`); the same note may come many times. */
  readonly note: (code: string, message: string) => void;
}

/** Numbers in [0, 1) from a seed, the same ones in every browser and Node. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** A version 4 UUID from a source of numbers. */
export function uuidFrom(random: () => number): string {
  const digit = (n: number): string => n.toString(16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    digit(place === 'x' ? Math.floor(random() * 16) : 8 + Math.floor(random() * 4)),
  );
}

/** An environment for expressions outside of a run: the same seed gives the same values. */
export function createEvalEnv(seed = 1, note: EvalEnv['note'] = () => undefined): EvalEnv {
  const random = seeded(seed);
  return { random, uuid: () => uuidFrom(random), note };
}
