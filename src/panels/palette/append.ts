import { type NewState, rootScope, type ScopeId, scopeOf, type StateId } from '../../fdl/index.ts';
import { selectedStates, type Workbench } from '../../workbench/index.ts';

interface Place {
  readonly scope: ScopeId;
  readonly after: StateId | undefined;
}

/** Appends a state after the selection; without one, after the state with which the flow ends. */
export function addState(workbench: Workbench, state: NewState): void {
  workbench.edit({ type: 'add-state', ...placeToAppend(workbench), state }, 'canvas', { notify: true });
}

export function insertPattern(workbench: Workbench, yaml: string): void {
  workbench.edit({ type: 'paste-states', ...placeToAppend(workbench), yaml }, 'canvas', { notify: true });
}

function placeToAppend(workbench: Workbench): Place {
  const state = workbench.getState();
  const selected = selectedStates(state).at(-1);
  if (selected) return { scope: scopeOf(selected.id), after: selected.id };
  const { states } = state.document.source.flow;
  const last = states.findLast((candidate) => 'end' in candidate && candidate.end?.value === true);
  return { scope: rootScope, after: last?.id };
}
