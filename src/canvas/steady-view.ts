import type { Point } from '../base/index.ts';
import { rootScope, scopeOf, type StateId } from '../fdl/index.ts';
import { entryId, renamed, type Stood } from '../graph/index.ts';

/**
 * How far the scope of a state moved from one picture to the next: the flow's own start never does, but what is inside
 * a container moves with it when it grows. Nothing where the scope is new or has no start.
 */
export function scopeShift(before: Stood, after: Stood, state: StateId): Point | undefined {
  const scope = scopeOf(state);
  if (scope === rootScope) return undefined;
  const start = entryId(scope);
  const to = after.placement.boxes.get(start);
  const from = before.placement.boxes.get(renamed(before, after.graph).nodes.get(start) ?? start);
  if (!from || !to || (from.x === to.x && from.y === to.y)) return undefined;
  return { x: to.x - from.x, y: to.y - from.y };
}
