import { createContext, useContext, useSyncExternalStore } from 'react';
import type { StateId } from '../fdl/index.ts';

/**
 * The one node the Tab key goes to. Kept beside React's state so that moving the focus renders the two nodes it is
 * about and not all of them.
 */
export interface TabStop {
  readonly get: () => StateId | undefined;
  readonly set: (id: StateId | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createTabStop(): TabStop {
  let now: StateId | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (id) => {
      if (id === now) return;
      now = id;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const TabStopContext = createContext<TabStop>(createTabStop());

export function useIsTabStop(id: StateId): boolean {
  const stop = useContext(TabStopContext);
  return useSyncExternalStore(stop.subscribe, () => stop.get() === id);
}
