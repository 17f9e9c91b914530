import { type StateId } from '../fdl/index.ts';
import type { FlowSettings } from './model.ts';

export { findState, type StateId, stateAt } from '../fdl/index.ts';

/** Breakpoints follow a state that was renamed or moved. */
export function mapBreakpoints(settings: FlowSettings, renamed: ReadonlyMap<string, string> | undefined): FlowSettings {
  if (!renamed || renamed.size === 0 || !settings.breakpoints.some(({ state }) => renamed.has(state))) return settings;
  const breakpoints = settings.breakpoints.map((point) => {
    const now = renamed.get(point.state);
    return now === undefined ? point : { ...point, state: now as StateId };
  });
  return { ...settings, breakpoints };
}
