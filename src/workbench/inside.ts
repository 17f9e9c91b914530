/** What is to be said of a state that is drawn without its inside. */
import type { StateId } from '../fdl/index.ts';
import type { WorkbenchState } from './model.ts';

/** From what matters most; of anything else a container says enough itself. */
const telling = ['failed', 'waiting', 'caught'] as const;
export type Telling = (typeof telling)[number];

/** The gravest that the run shown has come to somewhere inside a state. */
export function selectPhaseInside({ run }: WorkbenchState, id: StateId): Telling | undefined {
  let gravest: Telling | undefined;
  for (const [state, { phase }] of run.nodes) {
    if (!state.startsWith(`${id}/`)) continue;
    const found = telling.find((one) => one === phase);
    if (found && (!gravest || telling.indexOf(found) < telling.indexOf(gravest))) gravest = found;
  }
  return gravest;
}

export const selectStopsInside = ({ settings }: WorkbenchState, id: StateId): boolean =>
  settings.breakpoints.some(({ state }) => state.startsWith(`${id}/`));
