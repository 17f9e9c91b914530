import type { Pieces, Point } from '../../base/index.ts';
import type { NodeId } from '../../fdl/index.ts';
import { layoutComponent, type Piece } from './layout-component.ts';
import type { Item, Link } from './parts.ts';

const room = 48;

/** Lays out a scope: what hangs together as one piece, the pieces beside and below each other, the one with the start first. */
export function* layoutPieces(items: readonly Item[], links: readonly Link[], root: Item | undefined): Pieces<Piece> {
  const groups = connectedGroups(items);
  yield;
  const linksOf = new Map<readonly Item[], Link[]>(groups.map((group) => [group, []]));
  const groupOf = new Map(groups.flatMap((group) => group.map((item) => [item, group] as const)));
  for (const link of links) linksOf.get(groupOf.get(link.from) ?? [])?.push(link);
  const pieces: Piece[] = [];
  for (const group of groups) {
    yield;
    const start = root && group.includes(root) ? root : undefined;
    pieces.push(yield* layoutComponent(group, linksOf.get(group) ?? [], start));
  }
  yield;
  return pack(pieces);
}

/** What is connected, or was before: a way that is cut leaves both of its ends where they are. */
function connectedGroups(items: readonly Item[]): readonly (readonly Item[])[] {
  const seen = new Set<Item>();
  const mates = piecesOfBefore(items);
  const groups: Item[][] = [];
  for (const start of items) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    const add = (other: Item): void => {
      if (seen.has(other)) return;
      seen.add(other);
      group.push(other);
    };
    for (let i = 0; i < group.length; i += 1) {
      const item = group[i];
      for (const { to } of item?.links ?? []) add(to);
      for (const { from } of item?.incoming ?? []) add(from);
      const before = item?.was?.start;
      if (before === undefined) continue;
      mates.get(before)?.forEach(add);
      mates.delete(before);
    }
    groups.push(group);
  }
  return groups.map((group) => inOrder(group, items));
}

function piecesOfBefore(items: readonly Item[]): Map<NodeId, Item[]> {
  const pieces = new Map<NodeId, Item[]>();
  for (const item of items) {
    const start = item.was?.start;
    if (start === undefined) continue;
    const piece = pieces.get(start);
    if (piece) piece.push(item);
    else pieces.set(start, [item]);
  }
  return pieces;
}

/** The members in the order of the text: what comes first there stands further left. */
function inOrder(group: readonly Item[], items: readonly Item[]): readonly Item[] {
  if (group.length === items.length) return items;
  const members = new Set(group);
  return group.length * 8 > items.length ? items.filter((item) => members.has(item)) : [...group];
}

/** Pieces in rows from left to right; the first one keeps its place at the corner. */
function pack(pieces: readonly Piece[]): Piece {
  const [first, ...rest] = pieces;
  if (!first)
    return { items: [], routes: new Map(), labels: new Map(), ports: new Map(), size: { width: 0, height: 0 } };
  if (rest.length === 0) return first;
  const area = rest.reduce((sum, { size }) => sum + (size.width + room) * (size.height + room), 0);
  const rowEnd = first.size.width + Math.max(...rest.map((p) => p.size.width), Math.sqrt(area) * 1.2) + room;
  let [x, y, rowHeight] = [first.size.width + room, 0, 0];
  let [width, height] = [first.size.width, first.size.height];
  for (const piece of rest) {
    if (x > first.size.width + room && x + piece.size.width > rowEnd) {
      [x, y, rowHeight] = [first.size.width + room, y + rowHeight + room, 0];
    }
    absorb(first, piece, { x, y });
    [width, height] = [Math.max(width, x + piece.size.width), Math.max(height, y + piece.size.height)];
    rowHeight = Math.max(rowHeight, piece.size.height);
    x += piece.size.width + room;
  }
  return { ...first, items: pieces.flatMap((p) => p.items), size: { width, height } };
}

function absorb(into: Piece, piece: Piece, by: Point): void {
  const move = (p: Point): Point => ({ x: p.x + by.x, y: p.y + by.y });
  for (const item of piece.items) {
    item.x += by.x;
    item.y += by.y;
  }
  for (const [id, route] of piece.routes) into.routes.set(id, route.map(move));
  for (const [id, at] of piece.labels) into.labels.set(id, move(at));
  for (const [id, at] of piece.ports) into.ports.set(id, move(at));
}
