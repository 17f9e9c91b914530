import type { Waiting } from '../../simulator/index.ts';

/** The state's name; inside a Map with the number of the iteration. */
export const nameOf = ({ stateName, iteration }: Pick<Waiting, 'stateName' | 'iteration'>): string =>
  iteration.length === 0 ? stateName : `${stateName} #${iteration.join('.')}`;
