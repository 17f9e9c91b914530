import { type RefObject, useCallback } from 'react';
import type { StateId } from '../fdl/index.ts';
import { selectGraph, useWorkbench } from '../workbench/index.ts';
import type { OpenChooser } from './Chooser.tsx';
import { stateChooser } from './outline/state-chooser.ts';
import type { Focus } from './use-focus.ts';

/** Opens the list of all states, those in closed containers too; the chosen one gets the keyboard. */
export function useFind(
  root: RefObject<HTMLElement | null>,
  focus: Focus,
  openAround: (state: StateId) => void,
  open: (chooser: OpenChooser) => void,
): () => void {
  const workbench = useWorkbench();
  return useCallback(() => {
    const go = (state: StateId): void => {
      openAround(state);
      requestAnimationFrame(() => focus.go(state));
    };
    open(stateChooser(selectGraph(workbench.getState()), topOf(root), go));
  }, [root, focus, openAround, open, workbench]);
}

/** In the middle of the canvas, near its upper edge. */
function topOf(root: RefObject<HTMLElement | null>): { readonly x: number; readonly y: number } {
  const box = root.current?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2 - 140, y: (box?.top ?? 0) + 24 };
}
