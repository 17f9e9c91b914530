import type { Connection } from '@xyflow/react';
import type { Point } from '../../base/index.ts';
import type { NodeId, Outlet, StateId } from '../../fdl/index.ts';
import { editEnd, outletFromKey } from '../../graph/index.ts';
import type { DrawnNode } from './drawing-types.ts';

/** A connection a person draws, in the words of edits. */
export interface WantedConnection {
  readonly from: NodeId;
  readonly outlet: Outlet;
  readonly to: StateId;
}

export function wantedConnection(
  connection: Pick<Connection, 'source' | 'target'> & { readonly sourceHandle?: string | null },
): WantedConnection | undefined {
  const outlet = outletFromKey(connection.sourceHandle ?? '');
  if (!outlet) return undefined;
  return { from: editEnd(connection.source as NodeId, outlet), outlet, to: connection.target as StateId };
}

/** An outlet as the library knows it: a node's id and a handle's. */
export function outletOf(
  nodeId: string,
  handleId: string | null | undefined,
): Omit<WantedConnection, 'to'> | undefined {
  const outlet = outletFromKey(handleId ?? '');
  return outlet ? { from: editEnd(nodeId as NodeId, outlet), outlet } : undefined;
}

/** The positions map after nodes were dragged: where they are now, within their frames, on whole pixels. */
export function withPlaced(
  positions: ReadonlyMap<NodeId, Point>,
  nodes: readonly Pick<DrawnNode, 'id' | 'position'>[],
): ReadonlyMap<NodeId, Point> {
  const next = new Map(positions);
  for (const { id, position } of nodes) {
    next.set(id as NodeId, { x: Math.round(position.x), y: Math.round(position.y) });
  }
  return next;
}
