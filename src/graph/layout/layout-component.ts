import type { Pieces, Point, Size } from '../../base/index.ts';
import { assignTracks, type Crossing, findCrossings } from './channels.ts';
import { assignColumns, keepColumns } from './columns.ts';
import { keepOrder } from './keep-order.ts';
import { isRemembered } from './memory.ts';
import { buildLayers } from './layers.ts';
import { nearDepth, turnAside } from './loops.ts';
import { reduceCrossings } from './order.ts';
import { outletPlaces, startOffset } from './outlet-places.ts';
import { besideOutlet, type Item, type Layers, type Link, type Loop, spacing } from './parts.ts';
import { assignRanks } from './ranks.ts';
import { markSpine } from './spine.ts';

/** A laid out piece: items have their `x` (left) and `y` (top); the rest by edge or outlet id. */
export interface Piece {
  readonly items: readonly Item[];
  readonly routes: Map<string, readonly Point[]>;
  readonly labels: Map<string, Point>;
  readonly ports: Map<string, Point>;
  readonly size: Size;
}

/** Lays out connected items in ranks from top to bottom; can be interrupted between its steps. */
export function* layoutComponent(
  items: readonly Item[],
  links: readonly Link[],
  root: Item | undefined,
): Pieces<Piece> {
  const start = root ?? items.find((item) => item.was?.start === item.id) ?? items[0];
  for (const item of items) item.start = start;
  assignRanks(items, root);
  yield;
  const gaps = markSpine(items, start);
  yield;
  const layers = buildLayers(items, links, gaps);
  yield;
  const unchanged = start !== undefined && isRemembered(start) && keepOrder(layers, start);
  yield;
  if (!start || !isRemembered(start)) reduceCrossings(layers);
  if (start) start.places = layers.ranks.reduce((sum, row) => sum + row.length, 0);
  turnAside(layers);
  yield;
  const places = new Map<Item, ReadonlyMap<string, Point>>();
  for (const item of items) {
    if (places.size % manyAtOnce === manyAtOnce - 1) yield;
    places.set(item, outletPlaces(item));
  }
  yield;
  const offsets = new Map(links.map((l) => [l, startOffset(l.from, places.get(l.from) ?? new Map(), l)]));
  for (const link of links) {
    const first = link.loop ? undefined : link.segments[0];
    if (first) first.offset = offsets.get(link) ?? 0;
  }
  yield;
  if (!unchanged || !keepColumns(layers)) yield* assignColumns(layers);
  yield;
  const startOf = (link: Link) => (link.from.vertex?.x ?? 0) + (offsets.get(link) ?? 0);
  const crossings = findCrossings(layers, startOf);
  yield;
  const levels = assignRows(layers, crossings);
  yield;
  return yield* draw(layers, places, startOf, levels);
}

/** Where each rank and each channel begins, and the height of a crossing's track. */
interface Levels {
  readonly rankTop: readonly number[];
  readonly rankBottom: readonly number[];
  readonly turns: ReadonlyMap<Link, readonly Turn[]>;
  readonly labelAt: readonly number[];
  readonly height: number;
}

/** The height at which a link runs across a channel. */
interface Turn {
  readonly shape: Crossing['shape'];
  readonly channel: number;
  readonly y: number;
}
/** `undefined` where it goes straight through; most links do everywhere. */
const trackOf = ({ turns }: Levels, link: Link, shape: Crossing['shape'], channel: number): number | undefined =>
  turns.get(link)?.find((turn) => turn.shape === shape && turn.channel === channel)?.y;

function assignRows(layers: Layers, channels: readonly Crossing[][]): Levels {
  const levels = { rankTop: [] as number[], rankBottom: [] as number[], labelAt: [] as number[] };
  const turns = new Map<Link, Turn[]>();
  let y = 0;
  channels.forEach((channel, i) => {
    const tracks = assignTracks(channel);
    const row = layers.ranks[i];
    const outer = i === 0 || !row;
    const first = y + (i === 0 ? 0 : spacing.stub);
    for (const { link, shape, track } of channel) {
      const turn = { shape, channel: i, y: first + track * spacing.track };
      const others = turns.get(link);
      if (others) others.push(turn);
      else turns.set(link, [turn]);
    }
    const lines = first + Math.max(0, tracks - 1) * spacing.track;
    const label = row?.some((v) => v.up.some(isShortLabelled)) ? spacing.label : 0;
    levels.labelAt[i] = lines + spacing.label / 2 + 3;
    if (outer && tracks === 0) levels.rankTop[i] = y;
    else levels.rankTop[i] = lines + label + (row ? spacing.arrow : 0);
    y = (levels.rankTop[i] ?? 0) + Math.max(0, ...(row ?? []).map((v) => v.item?.height ?? 0));
    levels.rankBottom[i] = y;
  });
  return { ...levels, turns, height: y };
}

const isShortLabelled = (segment: { readonly link: Link; readonly upper: { readonly item: unknown } }): boolean =>
  segment.link.labelled &&
  segment.link.kind !== 'catch' &&
  segment.upper.item !== undefined &&
  !segment.link.loop &&
  segment.link.segments.length === 1;

/** So many are drawn in one go. */
const manyAtOnce = 2_000;

type Places = ReadonlyMap<Item, ReadonlyMap<string, Point>>;

function* draw(layers: Layers, places: Places, startOf: (link: Link) => number, levels: Levels): Pieces<Piece> {
  const left = leftOf(layers);
  const piece: Piece = {
    items: layers.items,
    routes: new Map(),
    labels: new Map(),
    ports: new Map(),
    size: sizeOf(layers, left, levels),
  };
  for (const item of layers.items) {
    const middle = (item.vertex?.x ?? 0) - left;
    item.x = middle - item.width / 2;
    item.y = levels.rankTop[item.rank] ?? 0;
    places.get(item)?.forEach((at, id) => piece.ports.set(id, { x: middle + at.x, y: item.y + at.y }));
  }
  for (let i = 0; i < layers.links.length; i += 1) {
    if (i % manyAtOnce === 0) yield;
    const link = layers.links[i];
    if (!link) continue;
    const start = startOf(link);
    const port = piece.ports.get(link.id) ?? { x: start - left, y: link.from.y + link.from.height };
    const route = link.loop ? loopRoute(link, { x: start, y: port.y }, levels) : forwardRoute(link, start, levels);
    for (const point of route) point.x -= left;
    piece.routes.set(link.id, straighten([port, { x: start - left, y: port.y }, ...route]));
    const label = labelPlace(link, port, levels, left);
    if (label) piece.labels.set(link.id, label);
  }
  return piece;
}

/** A point of a route that is still being made. */
type Bend = { x: number; y: number };

function forwardRoute(link: Link, start: number, levels: Levels): Bend[] {
  const points: Bend[] = [];
  let x = start;
  for (const { upper, lower } of link.segments) {
    const track = trackOf(levels, link, 'pass', upper.rank + 1);
    if (track !== undefined) points.push({ x, y: track }, { x: lower.x, y: track });
    x = lower.x;
  }
  const { joins } = link;
  if (!joins) return [...points, { x, y: levels.rankTop[link.to.rank] ?? 0 }];
  const top = levels.rankTop[joins.at.rank] ?? 0;
  const shared = forwardRoute(joins.trunk, joins.trunk.segments[0]?.upper.x ?? x, levels);
  return [...points, ...shared.filter((point) => point.y >= top)];
}

function loopRoute(link: Link, start: Point, levels: Levels): Bend[] {
  if (!link.loop) return [];
  const { bottom, aside } = link.loop;
  const low = aside ? start.y : turnBelow(link, link.loop, levels);
  const points = [{ x: start.x, y: low }, { x: bottom.x, y: low }, ...wayUp(link, levels)];
  if (!link.joins) return points;
  const under = levels.rankBottom[link.joins.at.rank] ?? 0;
  return [...points, ...wayUp(link.joins.trunk, levels).filter((point) => point.y <= under)];
}

/** The height at which a loop turns below its state. */
function turnBelow(link: Link, { near }: Loop, levels: Levels): number {
  const { from } = link;
  if (near !== undefined) return from.y + from.height + nearDepth(near);
  return trackOf(levels, link, 'hang', from.rank + 1) ?? levels.rankBottom[from.rank] ?? 0;
}

/** The upward part of a loop, and where it has one its turn into the target. */
function wayUp(link: Link, levels: Levels): Bend[] {
  const points: Bend[] = [];
  for (const { upper, lower } of [...link.segments].reverse()) {
    const track = trackOf(levels, link, 'pass', upper.rank + 1);
    if (track !== undefined) points.push({ x: lower.x, y: track }, { x: upper.x, y: track });
  }
  if (!link.loop || link.joins) return points;
  const top = levels.rankTop[link.to.rank] ?? 0;
  const high = trackOf(levels, link, 'stand', link.to.rank) ?? top;
  const target = link.to.vertex?.x ?? 0;
  points.push({ x: link.loop.top.x, y: high }, { x: target, y: high }, { x: target, y: top });
  return points;
}

/** The middle of a link's label: beside a side outlet, else where the link first passes a rank, else above its target. */
function labelPlace(link: Link, port: Point, levels: Levels, left: number): Point | undefined {
  if (!link.labelled) return undefined;
  if (link.kind === 'catch') return besideOutlet(link, port);
  const bend = link.loop ? link.loop.bottom : link.segments.length > 1 ? link.segments[0]?.lower : undefined;
  if (bend) {
    const [top, bottom] = [levels.rankTop[bend.rank] ?? 0, levels.rankBottom[bend.rank] ?? 0];
    return { x: bend.x - left, y: Math.min((top + bottom) / 2, top + spacing.label) };
  }
  return { x: (link.to.vertex?.x ?? 0) - left, y: levels.labelAt[link.to.rank] ?? 0 };
}

function leftOf({ ranks }: Layers): number {
  let left = Infinity;
  for (const row of ranks) for (const vertex of row) left = Math.min(left, vertex.x - vertex.left);
  return left;
}

function sizeOf(layers: Layers, left: number, { height }: Levels): Size {
  let right = -Infinity;
  for (const row of layers.ranks) for (const vertex of row) right = Math.max(right, vertex.x + vertex.right);
  return { width: right - left, height };
}

/** Without points that say nothing: repeated ones, and those in the middle of a straight line. */
export function straighten(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const a = kept[kept.length - 2];
    const b = kept[kept.length - 1];
    if (b && same(b.x, point.x) && same(b.y, point.y)) continue;
    const inLine = a && b && ((same(a.x, b.x) && same(b.x, point.x)) || (same(a.y, b.y) && same(b.y, point.y)));
    if (inLine && between(a, b, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;
const between = (a: Point, b: Point, c: Point): boolean =>
  (b.x - a.x) * (c.x - b.x) >= 0 && (b.y - a.y) * (c.y - b.y) >= 0;
