import { type Item, type Layers, type Link, sideRoom, type Segment, spacing, type Vertex } from './parts.ts';

/** Turns ranked items into ranks of places, with bends where a link passes a rank, in the order of the first walk. */
export function buildLayers(items: readonly Item[], links: readonly Link[]): Layers {
  const ranks: Vertex[][] = [];
  const add = (vertex: Vertex): Vertex => {
    (ranks[vertex.rank] ??= []).push(vertex);
    return vertex;
  };
  for (const item of items) item.vertex = add(itemVertex(item));
  for (const link of links) {
    if (link.back) addLoop(link, add);
    else addForward(link, add);
  }
  for (let rank = 0; rank < ranks.length; rank += 1) {
    const row = (ranks[rank] ??= []);
    row.sort((a, b) => a.key - b.key);
    number(row);
  }
  return { ranks, items, links };
}

export function number(row: readonly Vertex[]): void {
  row.forEach((vertex, order) => {
    vertex.order = order;
  });
}

function itemVertex(item: Item): Vertex {
  const half = item.width / 2;
  return vertex(item, undefined, item.rank, item.key, half, half + sideRoom(item), undefined);
}

const bend = (link: Link, rank: number, room: number, beside: Item | undefined): Vertex =>
  vertex(undefined, link, rank, link.key, room, room, beside);

function vertex(
  item: Item | undefined,
  link: Link | undefined,
  rank: number,
  key: number,
  left: number,
  right: number,
  beside: Item | undefined,
): Vertex {
  const unknown = { order: 0, wish: 0, x: 0, straight: undefined, taken: false, block: undefined, within: 0 };
  return { item, link, rank, key, left, right, beside, up: [], down: [], ...unknown };
}

function join(link: Link, upper: Vertex, lower: Vertex): void {
  const segment: Segment = { upper, lower, link, offset: 0 };
  upper.down.push(segment);
  lower.up.push(segment);
  link.segments.push(segment);
}

const labelRoom = (link: Link): number => link.labelWidth / 2;

function addForward(link: Link, add: (vertex: Vertex) => Vertex): void {
  const { from, to } = link;
  if (!from.vertex || !to.vertex) return;
  let above = from.vertex;
  for (let rank = from.rank + 1; rank < to.rank; rank += 1) {
    const here = add(bend(link, rank, rank === from.rank + 1 ? labelRoom(link) : 0, undefined));
    join(link, above, here);
    above = here;
  }
  join(link, above, to.vertex);
}

/** A loop runs up beside everything between its ends, both of their ranks included. */
function addLoop(link: Link, add: (vertex: Vertex) => Vertex): void {
  let top: Vertex | undefined;
  let above: Vertex | undefined;
  for (let rank = link.to.rank; rank <= link.from.rank; rank += 1) {
    const last = rank === link.from.rank;
    const beside = last ? link.from : rank === link.to.rank ? link.to : undefined;
    const here = add(bend(link, rank, last ? labelRoom(link) : 0, beside));
    if (above) join(link, above, here);
    top ??= here;
    above = here;
  }
  if (top && above) link.loop = { top, bottom: above };
}

/** The room between two neighbours of a rank. */
export function gapBetween(a: Vertex, b: Vertex): number {
  return a.item && b.item ? spacing.card : spacing.bend;
}
