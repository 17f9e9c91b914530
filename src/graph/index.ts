export { labelledBounds, pictureBounds } from './bounds.ts';
export { collapseGraph } from './collapse.ts';
export type { FlowGraph, GraphEdge, GraphNode, GraphOutlet, Placement } from './graph.ts';
export { graphJson } from './graph-json.ts';
export { layoutGraph, layoutInPieces } from './layout/layout-graph.ts';
export { type Direction, neighbour } from './neighbours.ts';
export { labelWidth, measures, nodeSize, textWidth } from './node-size.ts';
export { editEnd, endsAt, entryId, outletFromKey, outletKey, portId } from './ports.ts';
export { projectGraph, projectInPieces } from './project.ts';
