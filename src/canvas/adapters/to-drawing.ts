import { Position } from '@xyflow/react';
import type { Box, Point, Size } from '../../base/index.ts';
import { type NodeId, ownerOf, rootScope, type ScopeId, type StateId, unescapeName } from '../../fdl/index.ts';
import {
  entryId,
  type FlowGraph,
  type GraphEdge,
  type GraphNode,
  outletKey,
  type Placement,
  portId,
} from '../../graph/index.ts';
import { messages, outletName } from '../messages.ts';
import { type DrawnEdge, type DrawnNode, inlet, type NodeData, type OutletPlace } from './drawing-types.ts';

/**
 * What the drawing library draws. The same objects, and the same lists, as before wherever nothing changed: it skips what
 * it has seen, and to look at a thousand nodes it has seen takes longer than a keystroke may.
 */
export interface Drawing {
  readonly nodes: DrawnNode[];
  readonly edges: DrawnEdge[];
  readonly nodeOf: ReadonlyMap<string, DrawnNode>;
  readonly edgeOf: ReadonlyMap<string, DrawnEdge>;
  /** What it is a drawing of. */
  readonly graph: FlowGraph | undefined;
  readonly placement: Placement | undefined;
}
export const emptyDrawing: Drawing = {
  nodes: [],
  edges: [],
  nodeOf: new Map(),
  edgeOf: new Map(),
  graph: undefined,
  placement: undefined,
};

export function toDrawing(graph: FlowGraph, placement: Placement, before: Drawing): Drawing {
  const nodes = drawNodes(graph, placement, before);
  const edges = drawEdges(graph, placement, before);
  return {
    nodes,
    edges,
    nodeOf: nodes === before.nodes ? before.nodeOf : byId(nodes),
    edgeOf: edges === before.edges ? before.edgeOf : byId(edges),
    graph,
    placement,
  };
}

function drawNodes({ nodes }: FlowGraph, placement: Placement, before: Drawing): DrawnNode[] {
  const unmoved = placement === before.placement;
  if (unmoved && nodes === before.graph?.nodes) return before.nodes;
  return nodes.flatMap((node) => {
    const known = before.nodeOf.get(node.id);
    if (unmoved && known?.data.node === node) return [known];
    const box = placement.boxes.get(node.id);
    return box ? [reuseNode(known, toNode(node, box, placement, known))] : [];
  });
}

function drawEdges({ nodes, edges }: FlowGraph, placement: Placement, before: Drawing): DrawnEdge[] {
  const unmoved = placement === before.placement;
  if (unmoved && edges === before.graph?.edges) return before.edges;
  const scopeOf = new Map(nodes.map((node) => [node.id, node.scope]));
  return edges.flatMap((edge) => {
    const known = before.edgeOf.get(edge.id);
    if (unmoved && known?.data?.edge === edge) return [known];
    const route = placement.routes.get(edge.id);
    if (!route) return [];
    const depth = depthOf(scopeOf.get(edge.from) ?? rootScope);
    return [reuseEdge(known, toEdge(edge, route, placement.labels.get(edge.id), depth))];
  });
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));

/** Frames lie in their state's box, states and entries in their scope's frame. */
export const parentOf = (node: GraphNode): NodeId | undefined =>
  node.kind === 'scope' ? ownerOf(node.id as ScopeId) : node.scope === rootScope ? undefined : node.scope;

function depthOf(scope: ScopeId): number {
  let depth = 0;
  for (let i = scope.indexOf('/'); i >= 0; i = scope.indexOf('/', i + 1)) depth += 1;
  return depth;
}

/** One that only moved keeps its data and handles: what is drawn of it is not drawn again. */
function toNode(node: GraphNode, box: Box, placement: Placement, known: DrawnNode | undefined): DrawnNode {
  const parent = parentOf(node);
  const corner = parent === undefined ? undefined : placement.boxes.get(parent);
  const outlets = outletPlaces(node, box, placement);
  const filled = placement.boxes.has(entryId(node.id as ScopeId));
  const same = known && looksAs(known.data, node, box, outlets, filled) ? known : undefined;
  const size = same?.data.size ?? { width: box.width, height: box.height };
  const state = node.kind !== 'scope' && node.kind !== 'entry';
  const drawn: DrawnNode = {
    id: node.id,
    type: state ? 'state' : node.kind,
    position: { x: box.x - (corner?.x ?? 0), y: box.y - (corner?.y ?? 0) },
    width: size.width,
    height: size.height,
    measured: size,
    zIndex: depthOf(node.scope) * 10 + (node.kind === 'scope' ? 1 : 2),
    draggable: node.kind !== 'scope',
    selectable: state,
    domAttributes: notDescribed,
    data: same?.data ?? { node, size, outlets, filled },
    handles: same?.handles ?? [
      ...outlets.map(toHandle),
      ...(state
        ? [{ ...handleBox, id: inlet, type: 'target' as const, position: Position.Top, x: box.width / 2 - 6, y: -6 }]
        : []),
    ],
  };
  if (parent !== undefined) drawn.parentId = parent;
  return drawn;
}

/** The library calls each wrapper a "node"; the card inside says what it is. */
const notDescribed = { 'aria-roledescription': undefined };

const handleBox = { width: 12, height: 12 } as const;
function toHandle({ key, at, side }: OutletPlace) {
  const position = side === 'right' ? Position.Right : Position.Bottom;
  return { ...handleBox, id: key, type: 'source' as const, position, x: at.x - 6, y: at.y - 6 };
}

function outletPlaces(node: GraphNode, box: Box, placement: Placement): readonly OutletPlace[] {
  return node.outlets.flatMap((outlet) => {
    const at = placement.ports.get(portId(node.id, outlet.outlet));
    const side = outlet.outlet.kind === 'catch' ? ('right' as const) : ('bottom' as const);
    if (!at) return [];
    return [{ ...outlet, key: outletKey(outlet.outlet), at: { x: at.x - box.x, y: at.y - box.y }, side }];
  });
}

function toEdge(edge: GraphEdge, route: readonly Point[], labelAt: Point | undefined, depth: number): DrawnEdge {
  return {
    id: edge.id,
    type: 'flow',
    source: edge.from,
    target: edge.to,
    sourceHandle: outletKey(edge.outlet),
    targetHandle: inlet,
    zIndex: depth * 10 + 2,
    reconnectable: 'target',
    ariaRole: 'group',
    ariaLabel: edgeName(edge),
    data: { edge, route, labelAt },
  };
}

/** For people who do not see the line: which outlet of which state leads where. */
function edgeName({ from, to, outlet, label }: GraphEdge): string {
  return outlet.kind === 'start'
    ? messages.startEdge(lastName(to))
    : messages.edge(outletName({ outlet, label }), lastName(from), lastName(to));
}
const lastName = (id: NodeId): string => unescapeName(id.slice(id.lastIndexOf('/') + 1));

const samePoint = (a: Point | undefined, b: Point | undefined): boolean => a?.x === b?.x && a?.y === b?.y;

function reuseNode(before: DrawnNode | undefined, next: DrawnNode): DrawnNode {
  const same =
    before?.data === next.data && samePoint(before.position, next.position) && before.parentId === next.parentId;
  return before && same ? before : next;
}

function looksAs(
  { node, size, outlets, filled }: NodeData,
  nextNode: GraphNode,
  next: Size,
  places: readonly OutletPlace[],
  isFilled: boolean,
): boolean {
  return (
    node === nextNode &&
    size.width === next.width &&
    size.height === next.height &&
    filled === isFilled &&
    outlets.length === places.length &&
    outlets.every((outlet, i) => samePoint(outlet.at, places[i]?.at))
  );
}

function reuseEdge(before: DrawnEdge | undefined, next: DrawnEdge): DrawnEdge {
  const [a, b] = [before?.data, next.data];
  const same =
    a?.edge === b?.edge &&
    samePoint(a?.labelAt, b?.labelAt) &&
    a?.route.length === b?.route.length &&
    a?.route.every((point, i) => samePoint(point, b?.route[i]));
  return before && same ? before : next;
}

/** Marks what is selected; everything else stays the same object, the list too when nothing is. */
export function markSelected<T extends { readonly id: string; readonly selected?: boolean }>(
  items: T[],
  selected: ReadonlySet<string>,
): T[] {
  if (selected.size === 0) return items;
  return items.map((item) =>
    Boolean(item.selected) === selected.has(item.id) ? item : { ...item, selected: selected.has(item.id) },
  );
}

export const asStateIds = (nodes: readonly DrawnNode[]): readonly StateId[] =>
  nodes.filter((node) => node.type === 'state').map((node) => node.id as StateId);
