import type { Box, Point } from '../base/index.ts';
import { type NodeId, rootScope, type ScopeId, type StateId } from '../fdl/index.ts';
import type { FlowGraph, Placement } from '../graph/index.ts';
import { distance } from './edges/rounded-path.ts';

/** Where something that is dropped at a point of the picture would go. */
export interface DropPlace {
  readonly scope: ScopeId;
  /** The edge it would be inserted into. */
  readonly edge: string | undefined;
  /** The state it would follow. */
  readonly after: StateId | undefined;
}

export function dropPlaceAt(graph: FlowGraph, placement: Placement, at: Point): DropPlace {
  const scope = scopeAt(graph, placement, at, new Set());
  const edge = edgeAt(placement, at);
  const over = edge === undefined ? stateAt(graph, placement, at) : undefined;
  return { scope, edge, after: over };
}

/** The innermost frame around a point, leaving out those inside of the given states. */
export function scopeAt(graph: FlowGraph, placement: Placement, at: Point, without: ReadonlySet<StateId>): ScopeId {
  let found: ScopeId = rootScope;
  for (const node of graph.nodes) {
    if (node.kind !== 'scope' || node.id.length < found.length) continue;
    const box = placement.boxes.get(node.id);
    if (box && isInside(box, at) && ![...without].some((state) => node.id.startsWith(`${state}/`)))
      found = node.id as ScopeId;
  }
  return found;
}

function stateAt(graph: FlowGraph, placement: Placement, at: Point): StateId | undefined {
  const hit = graph.nodes.findLast((node) => {
    const box = placement.boxes.get(node.id);
    return node.kind !== 'scope' && node.kind !== 'entry' && node.frames.length === 0 && box && isInside(box, at);
  });
  return hit?.id as StateId | undefined;
}

const reach = 14;
function edgeAt(placement: Placement, at: Point): string | undefined {
  for (const [id, route] of placement.routes) {
    const near = route.some((b, i) => {
      const a = route[i - 1];
      return a !== undefined && distanceToPiece(at, a, b) <= reach;
    });
    if (near) return id;
  }
  return undefined;
}

function distanceToPiece(p: Point, a: Point, b: Point): number {
  const along = (b.x - a.x) * (p.x - a.x) + (b.y - a.y) * (p.y - a.y);
  const share = Math.max(0, Math.min(1, along / ((b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1)));
  return distance(p, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
}

export const isInside = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** A place counted from the corner of a scope's frame. */
export function withinScope(placement: Placement, scope: ScopeId, at: Point): Point {
  const frame = scope === rootScope ? undefined : placement.boxes.get(scope as NodeId);
  return { x: Math.round(at.x - (frame?.x ?? 0)), y: Math.round(at.y - (frame?.y ?? 0)) };
}
