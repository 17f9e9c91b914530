import type { Point } from '../../base/index.ts';
import type { NodeId, Outlet } from '../../fdl/index.ts';
import type { Block } from './blocks.ts';
import type { ItemMemory } from './memory.ts';

/**
 * What the steps of the layout of one scope hand to each other. The steps fill these objects in, one after the other;
 * nobody outside of this folder sees them.
 */

/** Something to place: a card, an entry marker, or a container whose inside is already laid out. */
export interface Item {
  readonly id: NodeId;
  /** Where the layout before had it. */
  readonly was: ItemMemory | undefined;
  readonly width: number;
  readonly height: number;
  /** Outlets at the bottom edge in the order they are tried, and the number of those on the right side. */
  readonly bottom: readonly string[];
  readonly sides: readonly string[];
  /** Side outlets are spread over this much of the height: a container's title, a whole card. */
  readonly sideHeight: number;
  /** The room that the labels beside them take, 0 without any. */
  sideLabels: number;
  readonly links: Link[];
  readonly incoming: Link[];
  rank: number;
  /** The longest way from here to an end. */
  reach: number;
  /** Where a walk from the start in outlet order meets it; the first guess of the order within a rank. */
  key: number;
  x: number;
  y: number;
  vertex: Vertex | undefined;
  /** Of the item a piece starts with: how many places its ranks have in all. */
  places: number;
  /** Stands on the straight way. */
  onSpine: boolean;
  /** Where the connected piece begins that it belongs to: places are remembered from there. */
  start: Item | undefined;
}

export interface Link {
  readonly id: string;
  readonly kind: Outlet['kind'];
  readonly from: Item;
  readonly to: Item;
  /** 0 for an edge without a label. */
  readonly labelWidth: number;
  readonly labelled: boolean;
  /** The places of its bends in the layout before. */
  readonly was: readonly number[] | undefined;
  /** Leads back up (or to itself): set aside for the ranks, drawn as a loop. */
  back: boolean;
  key: number;
  /** Part of the way that is drawn straight down the picture. */
  spine: boolean;
  /** The outlet of its state that continues straight. */
  main: boolean;
  /** From top to bottom, also where the link itself leads up. */
  segments: Segment[];
  /** In the order they were made in. */
  readonly bends: Vertex[];
  /** The highest and lowest bend of a link that leads back; one and the same for a state that leads to itself. */
  loop: Loop | undefined;
  /** Where several links lead to one item from afar, all but their first piece is one shared way, a link of its own. */
  joins: { readonly trunk: Link; readonly at: Vertex } | undefined;
}

export interface Loop {
  readonly top: Vertex;
  readonly bottom: Vertex;
  /** Goes up right where it leaves its state's side, instead of turning below the state. */
  readonly aside: boolean;
  /** Turns right below its state, which is less high than others of its rank: the how manieth that does on its side. */
  readonly near: number | undefined;
}

/** A place in a rank: an item, or a bend where a longer link passes. */
export interface Vertex {
  readonly item: Item | undefined;
  readonly link: Link | undefined;
  readonly rank: number;
  readonly key: number;
  /** The least room it needs to either side of its `x`. */
  readonly left: number;
  readonly right: number;
  /** The item a loop's end has to stay close to, and at an item the ends of loops that stay close to it. */
  readonly beside: Item | undefined;
  readonly ends: Vertex[];
  readonly up: Segment[];
  readonly down: Segment[];
  order: number;
  /** Where it would like to be among the others of its rank, while the order is being found. */
  wish: number;
  /** Stands where it stood: is not moved past another that does. */
  known: boolean;
  x: number;
  /** The segment from above along which it is drawn straight, and whether one below is. */
  straight: Segment | undefined;
  taken: boolean;
  block: Block | undefined;
  /** From the block's x. */
  within: number;
}

/** A piece of a link between neighbouring ranks. */
export interface Segment {
  readonly upper: Vertex;
  readonly lower: Vertex;
  readonly link: Link;
  /** How far the outlet it leaves from is from the middle of the upper vertex. */
  offset: number;
}

/** A connected piece of a scope's picture: ranks from top to bottom, each from left to right. */
export interface Layers {
  readonly ranks: Vertex[][];
  readonly items: readonly Item[];
  readonly links: readonly Link[];
  /** Shared ways: they take part in everything but are no edges of the picture. */
  readonly trunks: readonly Link[];
}

/** The links of the picture and their shared ways. */
export const allLinks = ({ links, trunks }: Layers): readonly Link[] =>
  trunks.length > 0 ? [...links, ...trunks] : links;

export const spacing = {
  card: 44,
  bend: 18,
  /** How far an edge goes out from a side outlet, and the room between two of them. */
  sideStub: 16,
  sideStep: 9,
  /** What is seen of an error path before its label. */
  beforeLabel: 8,
  track: 11,
  stub: 17,
  arrow: 15,
  label: 22,
} as const;

/** The room that the edges of side outlets need to the right of an item, their labels included. */
export const sideRoom = (item: Item): number =>
  item.sides.length === 0 ? 0 : item.sideLabels + spacing.sideStub + spacing.sideStep * (item.sides.length - 1);

/**
 * Where the edge of a side outlet turns down, from the item's middle: behind the labels, the upper outlets around the
 * lower ones.
 */
export const sideLane = (item: Item, index: number): number =>
  Math.round(item.width / 2 + item.sideLabels) + spacing.sideStub + spacing.sideStep * (item.sides.length - 1 - index);

/** The middle of the label of an error path. */
export const besideOutlet = ({ labelWidth }: Link, port: Point): Point => ({
  x: port.x + spacing.beforeLabel + labelWidth / 2,
  y: port.y,
});
