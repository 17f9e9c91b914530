import { type Item, type Link, type Segment, sideRoom, type Vertex } from './parts.ts';

/** Puts a vertex into its rank. */
export type AddVertex = (vertex: Vertex) => Vertex;

export function itemVertex(item: Item): Vertex {
  const half = item.width / 2;
  return vertex(item, undefined, item.rank, item.key, half, half + sideRoom(item), undefined);
}

/** A place where a link passes a rank, with room for its label to either side. */
export function bend(link: Link, rank: number, room: number, beside: Item | undefined): Vertex {
  const made = vertex(undefined, link, rank, link.key, room, room, beside);
  link.bends.push(made);
  return made;
}

function vertex(
  item: Item | undefined,
  link: Link | undefined,
  rank: number,
  key: number,
  left: number,
  right: number,
  beside: Item | undefined,
): Vertex {
  const made: Vertex = {
    item,
    link,
    rank,
    key,
    left,
    right,
    beside,
    ends: [],
    up: [],
    down: [],
    order: 0,
    wish: 0,
    known: false,
    x: 0,
    straight: undefined,
    taken: false,
    block: undefined,
    within: 0,
  };
  beside?.vertex?.ends.push(made);
  return made;
}

export function join(link: Link, upper: Vertex, lower: Vertex): void {
  const segment: Segment = { upper, lower, link, offset: 0 };
  upper.down.push(segment);
  lower.up.push(segment);
  link.segments.push(segment);
}

/** Says of every vertex of a rank where it stands in it. */
export function number(row: readonly Vertex[]): void {
  row.forEach((member, order) => {
    member.order = order;
  });
}
