import { createContext } from 'react';
import type { ScopeId, StateId } from '../fdl/index.ts';

/** What nodes and edges need to know of the canvas around them. Changes seldom; run and selection are not in it. */
export interface CanvasSurroundings {
  readonly closed: ReadonlySet<StateId>;
  readonly fold: (state: StateId) => void;
  /** The scope or the edge something being dragged would go to. */
  readonly dropScope: ScopeId | undefined;
  readonly dropEdge: string | undefined;
  /** The state the keyboard is about to connect to. */
  readonly target: StateId | undefined;
  readonly insertOnEdge: (edge: string, at: { readonly x: number; readonly y: number }) => void;
}
export const CanvasContext = createContext<CanvasSurroundings>({
  closed: new Set(),
  fold: () => undefined,
  dropScope: undefined,
  dropEdge: undefined,
  target: undefined,
  insertOnEdge: () => undefined,
});
