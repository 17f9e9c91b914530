import type { NodeId } from '../../fdl/index.ts';
import type { FlowGraph, GraphEdge, Placement } from '../graph.ts';
import { portId } from '../ports.ts';
import type { Item, Link } from './parts.ts';

/**
 * What a layout hands to the next one, so that an edit moves only what it must: which outlet went straight on, what was
 * above what, and in which order things stood beside each other. Where they stood follows from that.
 */
export interface LayoutMemory {
  readonly items: ReadonlyMap<NodeId, ItemMemory>;
  readonly ways: ReadonlyMap<string, WayMemory>;
}

/** The x of an edge's bends, in the order they were made in, counted as those of items. */
export interface WayMemory {
  readonly to: NodeId;
  readonly bends: readonly number[];
}

export interface ItemMemory {
  /** Of its middle, counted from the middle of the item its connected piece starts with. */
  readonly x: number;
  readonly rank: number;
  readonly width: number;
  /** Of the item a piece started with: how many places its ranks had in all. */
  readonly places: number;
  /** Others kept it from where its edges would have had it: it goes there when they are gone. */
  readonly pushed: boolean;
  /** Stood on the straight way. */
  readonly spine: boolean;
  readonly start: NodeId | undefined;
  /** The outlet that went straight on, as `outletKey` says it. */
  readonly main: string | undefined;
  /** The bends of the shared ways that lead to it, by their kind. */
  readonly trunks: Map<string, readonly number[]>;
}

/** A graph with the picture that was made of it. */
export interface Stood {
  readonly graph: FlowGraph;
  readonly placement: Placement;
}

/** What is remembered of the parts of one node, and of one edge, under the names they have now. */
export interface Recall {
  readonly item: (id: NodeId) => ItemMemory | undefined;
  readonly bends: (edge: GraphEdge) => readonly number[] | undefined;
}

const memories = new WeakMap<Placement, LayoutMemory | (() => LayoutMemory)>();

/** `take` is called when the memory is wanted, if ever: most layouts are the last ones of their flow. */
export const remember = (placement: Placement, take: () => LayoutMemory): void => void memories.set(placement, take);

function memoryOf(placement: Placement): LayoutMemory | undefined {
  const kept = memories.get(placement);
  if (typeof kept !== 'function') return kept;
  const memory = kept();
  memories.set(placement, memory);
  return memory;
}

/** `undefined` where nothing is remembered: the first layout of a flow. */
export function recallFor(graph: FlowGraph, before: Stood | undefined): Recall | undefined {
  const memory = before && memoryOf(before.placement);
  if (!memory) return undefined;
  const { nodes, ways } = renamed(before, graph);
  return {
    item: (id) => memory.items.get(nodes.get(id) ?? id),
    bends: ({ id, to }) => {
      const way = memory.ways.get(ways.get(id) ?? id);
      return way?.to === (nodes.get(to) ?? to) ? way.bends : undefined;
    },
  };
}

/** What had another name before, with that name: nodes, and their ways out by `portId`. */
interface Renamed {
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  readonly ways: ReadonlyMap<string, string>;
}

/** Told by the turn of the nodes, and only where none came or went. */
export function renamed({ graph: before, placement }: Stood, graph: FlowGraph): Renamed {
  const nodes = new Map<NodeId, NodeId>();
  const ways = new Map<string, string>();
  if (before.nodes.length !== graph.nodes.length) return { nodes, ways };
  let kept: ReadonlySet<NodeId> | undefined;
  graph.nodes.forEach(({ id, outlets }, i) => {
    const old = before.nodes[i]?.id;
    if (old === undefined || old === id || placement.boxes.has(id)) return;
    kept ??= new Set(graph.nodes.map((node) => node.id));
    if (kept.has(old)) return;
    nodes.set(id, old);
    for (const { outlet } of outlets) ways.set(portId(id, outlet), portId(old, outlet));
  });
  return { nodes, ways };
}

/** The outlet a link leaves from, as `outletKey` says it. */
export const outletOf = ({ id }: Link): string => id.slice(0, id.indexOf('@'));

/** Whether the layout before had this piece, counted from the same item. */
export const isRemembered = ({ was, start, id }: Item): boolean => was !== undefined && was.start === (start?.id ?? id);
