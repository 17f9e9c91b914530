import type { NodeId } from '../fdl/index.ts';
import type { Positions } from './model.ts';

/**
 * Hand-placed positions under the ids nodes have after an edit. A renamed Parallel takes everything inside it along;
 * the same map comes back when nothing placed is concerned.
 */
export function carryPositions(positions: Positions, renamed: ReadonlyMap<string, string> | undefined): Positions {
  if (!renamed || renamed.size === 0 || positions.size === 0) return positions;
  let moved = false;
  const carried = new Map(
    [...positions].map(([id, point]) => {
      const now = newId(id, renamed);
      moved ||= now !== id;
      return [now, point] as const;
    }),
  );
  return moved ? carried : positions;
}

/** Follows the longest renamed path that begins this one. */
function newId(id: NodeId, renamed: ReadonlyMap<string, string>): NodeId {
  for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
    const now = renamed.get(id.slice(0, end));
    if (now !== undefined) return (now + id.slice(end)) as NodeId;
  }
  return id;
}
