import type { Scope } from '../model.ts';

/** A name no state of the scope has: the wanted one, or the next free `wanted 2`, `wanted 3` … */
export function freshName(scope: Pick<Scope, 'states'>, wanted: string): string {
  return freeName(new Set(scope.states.map((state) => state.name.value)), wanted);
}

/** The same for any set of names that are taken. */
export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let n = 2; ; n += 1) if (!taken.has(`${stem} ${n}`)) return `${stem} ${n}`;
}
