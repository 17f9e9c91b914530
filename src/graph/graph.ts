import type { Box, Point, Size } from '../base/index.ts';
import type { NodeId, Outlet, ScopeId, State } from '../fdl/index.ts';

/**
 * A node of the picture. Kinds beside the state types: the frame of a scope inside a Parallel or Map (its id is the
 * `ScopeId`; the flow itself has no frame), and the marker where a scope starts (`entryId`).
 */
export interface GraphNode {
  readonly id: NodeId;
  readonly kind: State['type'] | 'scope' | 'entry';
  readonly label: string;
  /** What the state does in one line: function name, number of conditions, seconds. */
  readonly subtitle: string;
  /** The scope it is drawn in; for a frame the scope of the state it belongs to. */
  readonly scope: ScopeId;
  readonly outlets: readonly GraphOutlet[];
  /** The frames inside this node's own box; none for plain cards and for collapsed containers. */
  readonly frames: readonly ScopeId[];
  /** True where `End: true` is written: the scope ends here. */
  readonly ends: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly stale: boolean;
}
export interface GraphOutlet {
  readonly outlet: Outlet;
  readonly label: string;
}
export interface GraphEdge {
  /** The same as `portId(from, outlet)`: an outlet has at most one edge. */
  readonly id: string;
  /** For a `start` outlet the entry marker; `editEnd` gives the scope an edit wants instead. */
  readonly from: NodeId;
  readonly outlet: Outlet;
  readonly to: NodeId;
  readonly label: string;
  /** The label before it was cut to fit the picture. */
  readonly title: string;
}
export interface FlowGraph {
  /** Containers come before what is inside them. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly shape: Shape;
}
/**
 * Everything the layout looks at, and nothing else: a change of words alone keeps the picture where it is. Compared by
 * `isSameShape`; the layout is remembered under it.
 */
export interface Shape {
  /** How many nodes and edges there are: tells most apart before anything is written out. */
  readonly count: number;
  readonly text: string;
}
/** Boxes in absolute coordinates; the box of a scope encloses its nodes. Everything else is in the same frame. */
export interface Placement {
  readonly boxes: ReadonlyMap<NodeId, Box>;
  /** Polylines, by edge id. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
  /** The middle of an edge's label, by edge id; only for edges with a label. */
  readonly labels: ReadonlyMap<string, Point>;
  /** Where each outlet sits, connected or not, by `portId`. */
  readonly ports: ReadonlyMap<string, Point>;
  /** How much room all of it takes (`pictureBounds` says where); the flow's start is at x 0, y 0. */
  readonly size: Size;
}
