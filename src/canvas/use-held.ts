import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { DrawnNode } from './adapters/drawing-types.ts';

/** Nodes where a drag has them right now, until the picture is another one. */
export interface Held {
  readonly nodes: DrawnNode[];
  readonly move: (changes: readonly NodeChange<DrawnNode>[]) => void;
  /** Lets go of where nodes were dragged to: they stand where the picture says. */
  readonly settle: () => void;
}

/** To be used close to the library: what uses it is rendered with every step of a drag. */
export function useHeld(placed: DrawnNode[]): Held {
  const [held, setHeld] = useState<{ readonly of: DrawnNode[]; readonly nodes: DrawnNode[] }>();
  const move = useCallback(
    (changes: readonly NodeChange<DrawnNode>[]) => {
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0) return;
      setHeld((now) => ({ of: placed, nodes: applyNodeChanges(moves, now?.of === placed ? now.nodes : placed) }));
    },
    [placed],
  );
  const settle = useCallback(() => setHeld(undefined), []);
  return { nodes: held?.of === placed ? held.nodes : placed, move, settle };
}
