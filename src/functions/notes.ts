import type { Note } from '../simulator/index.ts';

/** Lets each note through once: a Map of a thousand items says "unmocked" one time. */
export function onceEach(): (notes: readonly Note[]) => readonly Note[] {
  const said = new Set<string>();
  return (notes) =>
    notes.filter(({ code, state, message }) => {
      const key = JSON.stringify([code, state, message]);
      const isNew = !said.has(key);
      said.add(key);
      return isNew;
    });
}
