/** The drawing library's types, as far as the canvas uses them; nobody else names them. */
import type { Edge, Node } from '@xyflow/react';
import type { Point, Size } from '../../base/index.ts';
import type { GraphEdge, GraphNode, GraphOutlet } from '../../graph/index.ts';

export interface OutletPlace extends GraphOutlet {
  readonly key: string;
  /** From the corner of the node. */
  readonly at: Point;
  readonly side: 'bottom' | 'right';
}
export interface NodeData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly size: Size;
  readonly outlets: readonly OutletPlace[];
  /** For a frame: whether there is anything in its scope. */
  readonly filled: boolean;
}
export interface EdgeData extends Record<string, unknown> {
  readonly edge: GraphEdge;
  readonly route: readonly Point[];
  readonly labelAt: Point | undefined;
}
export type DrawnNode = Node<NodeData, 'state' | 'scope' | 'entry'>;
export type DrawnEdge = Edge<EdgeData, 'flow'>;

/** The one place edges arrive at. */
export const inlet = 'in';

/** For nodes, which are drawn from their data alone: where they stand is the library's business. */
export const sameData = (before: { readonly data: unknown }, next: { readonly data: unknown }): boolean =>
  before.data === next.data;
