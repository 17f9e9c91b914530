import type { Box, Size } from '../base/index.ts';
import type { NodeId, Outlet, ScopeId, State } from '../fdl/index.ts';

/** A node of the picture. Kinds beside the state types: the frame of a scope inside a Parallel or Map, and its entry. */
export interface GraphNode {
  readonly id: NodeId;
  readonly kind: State['type'] | 'scope' | 'entry';
  readonly label: string;
  /** What the state does in one line: function name, number of conditions, seconds. */
  readonly subtitle: string;
  /** The scope it is drawn in; `undefined` only for the flow's own scope. */
  readonly scope: ScopeId | undefined;
  readonly outlets: readonly GraphOutlet[];
  readonly errors: number;
  readonly warnings: number;
  readonly stale: boolean;
}
export interface GraphOutlet {
  readonly outlet: Outlet;
  readonly label: string;
}
export interface GraphEdge {
  readonly id: string;
  readonly from: NodeId;
  readonly outlet: Outlet;
  readonly to: NodeId;
  readonly label: string;
}
export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Equal for two graphs that lay out the same; the layout is remembered under it. */
  readonly shape: string;
}
/** Boxes in absolute coordinates; the box of a scope encloses its nodes. Routes are polylines in the same frame. */
export interface Placement {
  readonly boxes: ReadonlyMap<NodeId, Box>;
  readonly routes: ReadonlyMap<string, readonly { readonly x: number; readonly y: number }[]>;
  readonly size: Size;
}
