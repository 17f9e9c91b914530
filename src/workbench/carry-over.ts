import { type FlowGraph, type Placement, renamed, type Stood } from '../graph/index.ts';

/**
 * The places of before for a graph that has none of its own yet: nodes with another name, and their ways out, stand where
 * they stood. Those are told by their turn; the same object where nothing has another name, or where the turns are others.
 */
export function carryOver(before: Stood, graph: FlowGraph): Placement {
  const { placement } = before;
  const { nodes, ways } = renamed(before, graph);
  if (nodes.size === 0) return placement;
  return {
    ...placement,
    boxes: withMore(placement.boxes, nodes),
    routes: withMore(placement.routes, ways),
    labels: withMore(placement.labels, ways),
    ports: withMore(placement.ports, ways),
  };
}

function withMore<K, V>(map: ReadonlyMap<K, V>, more: ReadonlyMap<K, K>): ReadonlyMap<K, V> {
  const all = new Map(map);
  for (const [now, old] of more) {
    const value = map.get(old);
    if (value !== undefined) all.set(now, value);
  }
  return all;
}
