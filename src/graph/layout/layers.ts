import { type Item, type Layers, type Link, spacing, type Vertex } from './parts.ts';
import { addTrunks, joinsAfter } from './trunks.ts';
import { type AddVertex, bend, itemVertex, join, number } from './vertices.ts';

/** Turns ranked items into ranks of places, with bends where a link passes a rank, in the order of the first walk. */
export function buildLayers(items: readonly Item[], links: readonly Link[], gaps: readonly Link[]): Layers {
  const ranks: Vertex[][] = [];
  const add = (vertex: Vertex): Vertex => {
    (ranks[vertex.rank] ??= []).push(vertex);
    return vertex;
  };
  for (const item of items) item.vertex = add(itemVertex(item));
  const trunks = [...gaps, ...addTrunks(links, add)];
  for (const gap of gaps) addForward(gap, add);
  for (const link of links) {
    if (link.back) addLoop(link, add);
    else addForward(link, add);
  }
  for (let rank = 0; rank < ranks.length; rank += 1) {
    const row = (ranks[rank] ??= []);
    row.sort((a, b) => Number(isAside(a)) - Number(isAside(b)) || a.key - b.key);
    number(row);
  }
  return { ranks, items, links, trunks };
}

/** Error paths, and what they lead to beside the straight way, begin at the right: that is where they leave. */
function isAside({ item, link }: Vertex): boolean {
  if (!item) return link?.kind === 'catch';
  return item.incoming.some(({ kind }) => kind === 'catch') && !item.incoming.some(({ spine }) => spine);
}

/** An error path has its label beside its outlet. */
const labelRoom = (link: Link): number => (link.kind === 'catch' ? 0 : link.labelWidth / 2);

function addForward(link: Link, add: AddVertex): void {
  const { from, to } = link;
  if (!from.vertex || !to.vertex) return;
  let above = from.vertex;
  const until = link.joins ? from.rank + joinsAfter(link) : to.rank;
  for (let rank = from.rank + 1; rank < until; rank += 1) {
    const here = add(bend(link, rank, rank === from.rank + 1 ? labelRoom(link) : 0, undefined));
    join(link, above, here);
    above = here;
  }
  join(link, above, link.joins?.at ?? to.vertex);
}

/** A loop runs up beside everything between its ends, both of their ranks included. */
function addLoop(link: Link, add: AddVertex): void {
  const { from, to } = link;
  const bottom = add(bend(link, from.rank, labelRoom(link), from));
  if (link.joins) {
    join(link, link.joins.at, bottom);
    link.loop = { top: bottom, bottom, aside: false, near: undefined };
    return;
  }
  let top: Vertex = bottom;
  for (let rank = from.rank - 1; rank >= to.rank; rank -= 1) {
    const here = add(bend(link, rank, 0, rank === to.rank ? to : undefined));
    join(link, here, top);
    top = here;
  }
  link.segments.reverse();
  link.loop = { top, bottom, aside: false, near: undefined };
}

/** The room between two neighbours of a rank. */
export function gapBetween(a: Vertex, b: Vertex): number {
  return a.item && b.item ? spacing.card : spacing.bend;
}
