/** The React bindings: small selectors over the one store. */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { invariant } from '../base/index.ts';
import type { StateId } from '../fdl/index.ts';
import type { FlowGraph, Placement } from '../graph/index.ts';
import type { Ask, Workbench, WorkbenchState } from './model.ts';
import type { NodeMark } from './checks/model.ts';
import type { NodeRun } from './run/model.ts';
import { selectGraph, selectNodeMark, selectNodeRun, selectPlacement } from './selectors.ts';

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  invariant(workbench, 'a component asks for the workbench outside of its provider');
  return workbench;
}

/** A piece of the state. The selector has to give the same object for the same state (no fresh lists or maps). */
export function useWorkbenchState<T>(select: (state: WorkbenchState) => T): T {
  const workbench = useWorkbench();
  return useSyncExternalStore(workbench.subscribe, () => select(workbench.getState()));
}

/** The picture of the last readable text; nodes and edges that did not change are the same objects as before. */
export const useFlowGraph = (): FlowGraph => useWorkbenchState(selectGraph);
/** Where everything is drawn: laid out, hand-placed nodes where they were put. */
export const usePlacement = (): Placement => useWorkbenchState(selectPlacement);
export const useIsSelected = (state: StateId): boolean => useWorkbenchState((s) => s.view.selection.includes(state));
/** What coverage and failed scenarios say about a state. */
export const useNodeMark = (state: StateId): NodeMark | undefined => useWorkbenchState((s) => selectNodeMark(s, state));
/** What the run shown has done with a state; `undefined` when it was not reached. */
export const useNodeRun = (state: StateId): NodeRun | undefined => useWorkbenchState((s) => selectNodeRun(s, state));

/** Hears what other parts of the page want done; `listener` should be stable. */
export function useAsk(listener: (request: Ask) => void): void {
  const workbench = useWorkbench();
  useEffect(() => workbench.onAsk(listener), [workbench, listener]);
}
