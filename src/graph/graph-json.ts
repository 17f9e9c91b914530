import type { JsonObject } from '../base/index.ts';
import type { FlowGraph } from './graph.ts';

/** The picture as data (ruling R46): states, and the transitions between them. */
export function graphJson(graph: FlowGraph): JsonObject {
  const states = graph.nodes.filter((node) => node.kind !== 'scope' && node.kind !== 'entry');
  return {
    nodes: states.map(({ id, label, kind, scope }) => ({ id, name: label, type: kind, scope })),
    edges: graph.edges
      .filter((edge) => edge.outlet.kind !== 'start')
      .map(({ from, to, outlet, title }) => ({ from, to, kind: outlet.kind, label: title })),
  };
}
