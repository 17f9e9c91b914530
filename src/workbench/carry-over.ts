import type { NodeId } from '../fdl/index.ts';
import { type FlowGraph, type Placement, portId } from '../graph/index.ts';

/** A graph with places for it. */
export interface Stood {
  readonly graph: FlowGraph;
  readonly placement: Placement;
}

/**
 * The places of before for a graph that has none of its own yet: nodes with another name, and their ways out, stand where
 * they stood. Those are told by their turn; the same object where nothing has another name, or where the turns are others.
 */
export function carryOver(before: Stood, graph: FlowGraph): Placement {
  const { placement } = before;
  if (before.graph.nodes.length !== graph.nodes.length) return placement;
  const renamed = graph.nodes.flatMap((node, i) => {
    const old = before.graph.nodes[i]?.id;
    return old === undefined || old === node.id || placement.boxes.has(node.id) ? [] : [{ node, old }];
  });
  if (renamed.length === 0) return placement;
  const nodes = new Map<NodeId, NodeId>(renamed.map(({ node, old }) => [node.id, old]));
  const ways = new Map<string, string>(
    renamed.flatMap(({ node, old }) =>
      node.outlets.map(({ outlet }) => [portId(node.id, outlet), portId(old, outlet)] as const),
    ),
  );
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
