import type { StoreApi } from 'zustand/vanilla';
import type { Ports } from './ports.ts';
import type { WorkbenchState } from './model.ts';

/** What the verbs share: the store and the outside. */
export interface Core {
  readonly store: StoreApi<WorkbenchState>;
  readonly ports: Ports;
}

/** A list of listeners. A listener that throws does not keep the others from hearing. */
export interface Channel<A extends readonly unknown[]> {
  readonly send: (...args: A) => void;
  readonly listen: (listener: (...args: A) => void) => () => void;
}
export function createChannel<A extends readonly unknown[]>(): Channel<A> {
  const listeners = new Set<(...args: A) => void>();
  return {
    send: (...args) => {
      const failures: unknown[] = [];
      for (const listener of [...listeners]) {
        try {
          listener(...args);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
