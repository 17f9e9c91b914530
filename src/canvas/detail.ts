import { useStore } from '@xyflow/react';
import { createContext } from 'react';

export type Detail = 'near' | 'middle' | 'far';

/** How much a node can show at the present zoom. Changes at two thresholds, not with every turn of the wheel. */
export const useDetail = (): Detail => useStore((s) => detailAt(s.transform[2]));

/**
 * For nodes and edges, which leave out what nobody could read or press: where many are in view, each has to be made, laid
 * out and painted while the picture moves.
 */
export const DetailContext = createContext<Detail>('near');

export function detailAt(zoom: number): Detail {
  if (zoom >= 0.5) return 'near';
  return zoom >= 0.22 ? 'middle' : 'far';
}
