import type { Point, Size } from '../../base/index.ts';
import type { NodeId } from '../../fdl/index.ts';
import type { FlowGraph, GraphNode, Placement } from '../graph.ts';
import { nodeSize } from '../node-size.ts';

/**
 * Places every node. `pinned` holds what a person placed by hand: the top left corner, counted from the corner of the
 * frame of the node's scope (for the flow's own states: absolute).
 */
export function layoutGraph(
  graph: FlowGraph,
  sizeOf: (node: GraphNode) => Size = nodeSize,
  pinned: ReadonlyMap<NodeId, Point> = new Map(),
): Placement {
  void graph;
  void sizeOf;
  void pinned;
  return { boxes: new Map(), routes: new Map(), labels: new Map(), ports: new Map(), size: { width: 0, height: 0 } };
}
