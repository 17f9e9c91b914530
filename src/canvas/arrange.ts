import type { Box, Point } from '../base/index.ts';
import { type NodeId, rootScope, scopeOf } from '../fdl/index.ts';
import type { Arrangement, Workbench } from '../workbench/index.ts';
import { messages } from './messages.ts';
import { placeNodes } from './placing.ts';
import type { Picture } from './use-picture.ts';

export interface Named {
  readonly id: NodeId;
  readonly box: Box;
}

/** Where the boxes stand once they are lined up: on the line most of them agree on without moving out of the picture. */
export function arranged(how: Arrangement, items: readonly Named[]): ReadonlyMap<NodeId, Point> {
  if (how === 'across' || how === 'down') return spaced(how === 'across', items);
  const across = how === 'left' || how === 'center' || how === 'right';
  const low = (box: Box): number => (across ? box.x : box.y);
  const length = (box: Box): number => (across ? box.width : box.height);
  const share = how === 'left' || how === 'top' ? 0 : how === 'right' || how === 'bottom' ? 1 : 0.5;
  const lines = items.map(({ box }) => low(box) + length(box) * share);
  const line = share === 0 ? Math.min(...lines) : share === 1 ? Math.max(...lines) : middle(lines);
  return new Map(
    items.map(({ id, box }) => {
      const at = Math.round(line - length(box) * share);
      return [id, across ? { x: at, y: box.y } : { x: box.x, y: at }];
    }),
  );
}

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/** The first and the last stay, the gaps between all become the same. */
function spaced(across: boolean, items: readonly Named[]): ReadonlyMap<NodeId, Point> {
  const low = (box: Box): number => (across ? box.x : box.y);
  const length = (box: Box): number => (across ? box.width : box.height);
  const order = [...items].sort((a, b) => low(a.box) - low(b.box));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || order.length < 3) return new Map();
  const room = low(last.box) + length(last.box) - low(first.box);
  const gap = (room - order.reduce((sum, { box }) => sum + length(box), 0)) / (order.length - 1);
  const places = new Map<NodeId, Point>();
  let at = low(first.box);
  for (const { id, box } of order) {
    places.set(id, across ? { x: Math.round(at), y: box.y } : { x: box.x, y: Math.round(at) });
    at += length(box) + gap;
  }
  return places;
}

/** Lines up the selected states, as one step of the history. They have to be in one scope: frames are not shared. */
export function arrange(workbench: Workbench, { graph, placement }: Picture, how: Arrangement): void {
  const { view, document } = workbench.getState();
  const items = view.selection.flatMap((id) => {
    const box = placement.boxes.get(id);
    return box && graph.nodes.some((node) => node.id === id) ? [{ id, box }] : [];
  });
  const [first] = view.selection;
  const scope = first === undefined ? rootScope : scopeOf(first);
  const refuse = (text: string): void => workbench.notify({ tone: 'info', text, key: 'arrange' });
  if (view.selection.some((id) => scopeOf(id) !== scope)) return refuse(messages.arrange.oneScope);
  const places = arranged(how, items);
  if (places.size < 2)
    return refuse(how === 'across' || how === 'down' ? messages.arrange.three : messages.arrange.two);
  const frame = placement.boxes.get(scope);
  const positions = new Map<NodeId, Point>(document.positions);
  for (const [id, { x, y }] of places) positions.set(id, { x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0) });
  placeNodes(workbench, positions, messages.aligned(places.size));
  workbench.announce(messages.aligned(places.size));
}
