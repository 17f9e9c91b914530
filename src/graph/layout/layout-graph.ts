import { type Box, finish, type Pieces, type Point, type Size } from '../../base/index.ts';
import { type NodeId, rootScope, type ScopeId } from '../../fdl/index.ts';
import { pictureBounds } from '../bounds.ts';
import type { FlowGraph, GraphEdge, GraphNode, Placement } from '../graph.ts';
import { measures, nodeSize, textWidth } from '../node-size.ts';
import { portId } from '../ports.ts';
import { placeByHand } from './by-hand.ts';
import { shelve } from './containers.ts';
import type { Piece } from './layout-component.ts';
import { type Recall, recallFor, remember, type Stood } from './memory.ts';
import type { Item, Link } from './parts.ts';
import { layoutPieces } from './pieces.ts';
import { takeMemory } from './take-memory.ts';

/**
 * Places every node, scope by scope from the inside out: a container is as large as what is in it. `pinned` holds what
 * a person placed by hand: the top left corner, counted from the corner of the frame of the node's scope (for the
 * flow's own states from the picture's). The same input always gives the same picture.
 */
export function layoutGraph(
  graph: FlowGraph,
  sizeOf: (node: GraphNode) => Size = nodeSize,
  pinned: ReadonlyMap<NodeId, Point> = new Map(),
  before?: Stood,
): Placement {
  return finish(layoutInPieces(graph, sizeOf, pinned, before));
}

/** The same, with places where it can be interrupted. */
export function* layoutInPieces(
  graph: FlowGraph,
  sizeOf: (node: GraphNode) => Size = nodeSize,
  pinned: ReadonlyMap<NodeId, Point> = new Map(),
  before?: Stood,
): Pieces<Placement> {
  const recall = recallFor(graph, before);
  yield;
  const task: LayoutTask = { sizeOf, pinned, recall, nodes: new Map(), edges: new Map() };
  for (const node of graph.nodes) if (node.kind !== 'scope') push(task.nodes, node.scope, node);
  const scopes = new Map(graph.nodes.map((node) => [node.id, node.scope]));
  for (const edge of graph.edges) push(task.edges, scopes.get(edge.from) ?? rootScope, edge);
  const whole = yield* layoutScope(rootScope, task);
  yield;
  const placement: MutablePlacement = { boxes: new Map(), routes: new Map(), labels: new Map(), ports: new Map() };
  collect(whole, { x: 0, y: 0 }, placement);
  const { width, height } = pictureBounds(placement);
  const made = { ...placement, size: { width, height } };
  remember(made, () => takeMemory(allItems(whole)));
  return made;
}

interface LayoutTask {
  readonly sizeOf: (node: GraphNode) => Size;
  readonly pinned: ReadonlyMap<NodeId, Point>;
  readonly recall: Recall | undefined;
  readonly nodes: Map<ScopeId, GraphNode[]>;
  readonly edges: Map<ScopeId, GraphEdge[]>;
}
function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

interface ScopeLayout {
  readonly piece: Piece;
  readonly members: readonly { readonly node: GraphNode; readonly item: Item; readonly frames: readonly Frame[] }[];
}
/** A frame within its container. */
interface Frame {
  readonly id: ScopeId;
  readonly inside: ScopeLayout;
  readonly box: Box;
}

/** So many are begun in one go. */
const manyAtOnce = 2_000;

function* layoutScope(scope: ScopeId, task: LayoutTask): Pieces<ScopeLayout> {
  const members: ScopeLayout['members'][number][] = [];
  for (const node of task.nodes.get(scope) ?? []) {
    if (members.length % manyAtOnce === manyAtOnce - 1) yield;
    members.push(yield* toMember(node, task));
  }
  yield;
  const byId = new Map(members.map((member) => [member.node.id, member.item]));
  const links: Link[] = [];
  for (const edge of task.edges.get(scope) ?? []) {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (from && to) links.push(connect(edge, from, to, task.recall?.bends(edge)));
  }
  const root = members.find(({ node }) => node.kind === 'entry')?.item;
  yield;
  const piece = yield* layoutPieces([...byId.values()], links, root);
  yield;
  // The start of the flow stays where it is whatever is added to either side: the eye keeps its place.
  if (scope === rootScope) movePiece(piece, { x: root ? -(root.x + root.width / 2) : 0, y: 0 });
  else movePiece(piece, { x: measures.framePadding, y: measures.frameHeader + 8 });
  const places = new Map<Item, Point>();
  for (const { node, item } of members) {
    const place = task.pinned.get(node.id);
    if (place) places.set(item, scope === rootScope ? place : inFrame(place));
  }
  if (places.size > 0) placeByHand(piece, links, places);
  return { piece: { ...piece, size: sizeWith(piece, scope) }, members };
}

/** Inside a frame nothing goes over its title or out at the left. */
const inFrame = ({ x, y }: Point): Point => ({ x: Math.max(8, x), y: Math.max(measures.frameHeader, y) });

/** The items of a scope and of all that is inside of it. */
function allItems(whole: ScopeLayout): readonly Item[] {
  const scopes = [whole];
  const items: Item[] = [];
  for (let scope = scopes.pop(); scope; scope = scopes.pop()) {
    for (const { item, frames } of scope.members) {
      items.push(item);
      for (const { inside } of frames) scopes.push(inside);
    }
  }
  return items;
}

function* toMember(node: GraphNode, task: LayoutTask): Pieces<ScopeLayout['members'][number]> {
  const card = task.sizeOf(node);
  if (node.frames.length === 0) return { node, frames: [], item: toItem(node, card, card.height, task.recall) };
  const insides: { readonly id: ScopeId; readonly inside: ScopeLayout }[] = [];
  for (const id of node.frames) insides.push({ id, inside: yield* layoutScope(id, task) });
  const shelves = shelve(
    insides.map(({ inside }) => inside.piece.size),
    card,
  );
  const frames = insides.map((frame, i) => ({ ...frame, box: shelves.boxes[i] ?? { x: 0, y: 0, ...card } }));
  return { node, frames, item: toItem(node, shelves.size, card.height, task.recall) };
}

/** One literal, as for links and places: what is spread into an object costs the layout of a large flow a third of its time. */
function toItem(node: GraphNode, { width, height }: Size, sideHeight: number, recall: Recall | undefined): Item {
  const bottom: string[] = [];
  const sides: string[] = [];
  for (const { outlet } of node.outlets) (outlet.kind === 'catch' ? sides : bottom).push(portId(node.id, outlet));
  return {
    id: node.id,
    was: recall?.item(node.id),
    width,
    height,
    bottom,
    sides,
    sideHeight,
    sideLabels: 0,
    links: [],
    incoming: [],
    rank: 0,
    reach: 0,
    key: 0,
    x: 0,
    y: 0,
    vertex: undefined,
    start: undefined,
    onSpine: false,
    places: 0,
  };
}

const labelSpace = 18;
function connect(edge: GraphEdge, from: Item, to: Item, was: Link['was']): Link {
  const labelled = edge.label !== '';
  const labelWidth = labelled ? Math.min(190, textWidth(edge.label) * 0.9 + labelSpace) : 0;
  const link: Link = {
    id: edge.id,
    kind: edge.outlet.kind,
    from,
    to,
    labelWidth,
    labelled,
    was,
    back: false,
    key: 0,
    spine: false,
    main: false,
    segments: [],
    bends: [],
    loop: undefined,
    joins: undefined,
  };
  if (link.kind === 'catch') from.sideLabels = Math.max(from.sideLabels, labelWidth);
  from.links.push(link);
  to.incoming.push(link);
  return link;
}

function movePiece(piece: Piece, by: Point): void {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  for (const item of piece.items) {
    item.x += by.x;
    item.y += by.y;
  }
  piece.routes.forEach((route, id) => piece.routes.set(id, route.map(move)));
  piece.labels.forEach((at, id) => piece.labels.set(id, move(at)));
  piece.ports.forEach((at, id) => piece.ports.set(id, move(at)));
}

/** The size that holds everything, labels too; with padding where the scope has a frame. */
function sizeWith(piece: Piece, scope: ScopeId): Size {
  if (scope === rootScope) return piece.size;
  if (piece.items.length === 0) return measures.emptyFrame;
  const { framePadding: padding, frameHeader } = measures;
  const bounds = pictureBounds({ boxes: piece.items, routes: piece.routes });
  return {
    width: Math.max(bounds.x + bounds.width, padding + piece.size.width) + padding,
    height: Math.max(bounds.y + bounds.height, frameHeader + piece.size.height) + padding,
  };
}

interface MutablePlacement {
  readonly boxes: Map<NodeId, Box>;
  readonly routes: Map<string, readonly Point[]>;
  readonly labels: Map<string, Point>;
  readonly ports: Map<string, Point>;
}

/** Everything of a scope and its insides in absolute coordinates. */
function collect({ piece, members }: ScopeLayout, at: Point, into: MutablePlacement): void {
  const still = at.x === 0 && at.y === 0;
  const move = (point: Point): Point => (still ? point : { x: point.x + at.x, y: point.y + at.y });
  for (const { node, item, frames } of members) {
    const corner = { x: item.x + at.x, y: item.y + at.y, width: item.width, height: item.height };
    into.boxes.set(node.id, corner);
    for (const { id, inside, box } of frames) {
      const frame = { x: corner.x + box.x, y: corner.y + box.y, width: box.width, height: box.height };
      into.boxes.set(id, frame);
      collect(inside, frame, into);
    }
  }
  piece.routes.forEach((route, id) => into.routes.set(id, still ? route : route.map(move)));
  piece.labels.forEach((label, id) => into.labels.set(id, move(label)));
  piece.ports.forEach((port, id) => into.ports.set(id, move(port)));
}
