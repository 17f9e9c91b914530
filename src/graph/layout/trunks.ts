import type { Item, Link, Vertex } from './parts.ts';
import { type AddVertex, bend, join } from './vertices.ts';

/**
 * Gives the links that lead to one item from afar a way they share: a thousand states that catch into one handler are
 * a thousand short ways to one line, not a thousand lines. Error paths, other ways and loops each have their own.
 */
export function addTrunks(links: readonly Link[], add: AddVertex): readonly Link[] {
  const groups = new Map<Item, Map<string, Link[]>>();
  for (const link of links) {
    const kind = trunkOf(link);
    if (kind === undefined) continue;
    const ofItem = groups.get(link.to) ?? new Map<string, Link[]>();
    const group = ofItem.get(kind) ?? [];
    group.push(link);
    groups.set(link.to, ofItem.set(kind, group));
  }
  const crowded = [...groups.values()].flatMap((kinds) => [...kinds.values()]).filter((group) => group.length > 1);
  return crowded.map((group) => addTrunk(group, add));
}

/** Links that share, share with others of the same group; short ones and the straight way of the flow do not. */
export function trunkOf(link: Link): string | undefined {
  const span = link.to.rank - link.from.rank;
  if (link.back) return span < 0 ? (link.kind === 'catch' ? 'back from an error' : 'back') : undefined;
  if (span <= joinsAfter(link) || link.spine) return undefined;
  return link.kind === 'catch' ? 'catch' : 'way';
}

/** How many ranks below its state a link joins its shared way: the label of an error path needs none in between. */
export const joinsAfter = ({ kind }: Link): number => (kind === 'catch' ? 1 : 2);

function addTrunk(group: readonly Link[], add: AddVertex): Link {
  const [first] = group as readonly [Link];
  const { to, back } = first;
  const kind = trunkOf(first) ?? '';
  const ranks = group.map((link) => (back ? link.from.rank - 1 : link.from.rank + joinsAfter(link)));
  const trunk: Link = {
    ...first,
    id: `${kind} to ${to.id}`,
    was: to.was?.trunks.get(kind),
    labelled: false,
    labelWidth: 0,
    key: group.reduce((most, link) => Math.max(most, link.key), 0),
    main: false,
    segments: [],
    bends: [],
  };
  const bends: Vertex[] = [];
  const from = back ? to.rank : ranks.reduce((a, b) => Math.min(a, b));
  const until = back ? ranks.reduce((a, b) => Math.max(a, b)) : to.rank - 1;
  for (let rank = from; rank <= until; rank += 1) {
    const here = add(bend(trunk, rank, 0, back && rank === from ? to : undefined));
    const above = bends.at(-1);
    if (above) join(trunk, above, here);
    bends.push(here);
  }
  const [top, bottom] = [bends[0], bends.at(-1)];
  if (!back && bottom && to.vertex) join(trunk, bottom, to.vertex);
  if (back && top && bottom) trunk.loop = { top, bottom, aside: false, near: undefined };
  group.forEach((link, i) => {
    const at = bends[(ranks[i] ?? from) - from];
    if (at) link.joins = { trunk, at };
  });
  return trunk;
}
