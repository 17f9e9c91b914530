import { type KeyboardEvent, useCallback } from 'react';
import type { Point } from '../base/index.ts';
import type { NodeId, StateId } from '../fdl/index.ts';
import { type Direction, editEnd, neighbour } from '../graph/index.ts';
import { useWorkbench, type Workbench } from '../workbench/index.ts';
import { withPlaced } from './adapters/from-drawing.ts';
import { afterMenu, exitsMenu } from './menus.tsx';
import { messages } from './messages.ts';
import { placeNodes } from './placing.ts';
import type { ConnectMode } from './use-connect-mode.ts';
import type { Drawn } from './use-drawn.ts';
import { type Focus, nodeIdOf } from './use-focus.ts';
import type { Picture } from './use-picture.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const steps: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: -10 },
  down: { x: 0, y: 10 },
  left: { x: -10, y: 0 },
  right: { x: 10, y: 0 },
};

interface Parts {
  readonly picture: Picture;
  readonly drawn: Drawn;
  readonly focus: Focus;
  readonly mode: ConnectMode;
  readonly fold: (state: StateId) => void;
  readonly openFor: (state: StateId, menu: typeof exitsMenu) => void;
}

/** Everything the canvas does by keyboard. What it has no use for goes on to the page's shortcuts. */
export function useCanvasKeys(parts: Parts): (event: KeyboardEvent) => void {
  const workbench = useWorkbench();
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const used = parts.mode.now ? connectKey(event, parts.mode) : plainKey(event, parts, workbench);
      if (!used) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [parts, workbench],
  );
}

/** Menus, buttons and fields inside the canvas have their own keys. */
const isElsewhere = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, [role="menu"], button') !== null;

function connectKey(event: KeyboardEvent, mode: ConnectMode): boolean {
  const direction = arrows[event.key];
  if (direction) mode.move(direction);
  else if (event.key === 'Enter') mode.finish();
  else if (event.key === 'Escape') mode.end();
  else if (event.key.toLowerCase() === 'c' || event.key === 'Tab') mode.nextOutlet();
  else return false;
  return true;
}

function plainKey(event: KeyboardEvent, parts: Parts, workbench: Workbench): boolean {
  const node = nodeIdOf(event.target);
  const direction = arrows[event.key];
  const modified = event.ctrlKey || event.metaKey;
  if (direction && !modified)
    return event.altKey ? nudge(parts, workbench, direction) : walk(event, parts, workbench, direction);
  if (modified) return modifiedKey(event.key.toLowerCase(), parts, workbench);
  if (event.altKey) return false;
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      return removeSelected(parts, workbench);
    case 'Enter':
      if (node === undefined) return false;
      workbench.select([node], 'canvas');
      workbench.ask({ type: 'focus-form' });
      return true;
    case ' ':
      if (node === undefined) return false;
      toggle(workbench, node);
      return true;
    case 'c':
    case 'C':
      if (node === undefined) return false;
      parts.mode.begin(node);
      return true;
    case 'e':
    case 'E':
    case 'Insert':
      if (node === undefined) return false;
      parts.openFor(node, event.key === 'Insert' ? afterMenu : exitsMenu);
      return true;
    case 'o':
    case 'O':
      if (node === undefined) return false;
      parts.fold(node);
      return true;
    case 'Escape':
      parts.drawn.selectEdges(new Set());
      workbench.select([], 'canvas');
      return true;
    default:
      return false;
  }
}

function modifiedKey(key: string, parts: Parts, workbench: Workbench): boolean {
  if (key === 'a') return selectAll(parts, workbench);
  if (key === 'f') workbench.ask({ type: 'find-state' });
  return key === 'f';
}

/** To the neighbour in that direction; with Shift the selection grows along. */
function walk(event: KeyboardEvent, { picture, focus }: Parts, workbench: Workbench, direction: Direction): boolean {
  const from = nodeIdOf(event.target) ?? workbench.getState().view.selection[0] ?? focus.tabStop.get();
  if (from === undefined) return false;
  const started = nodeIdOf(event.target) !== undefined;
  const to = started ? neighbour(picture.graph, picture.placement, from, direction) : from;
  if (to === undefined) return true;
  if (event.shiftKey) {
    const selection = workbench.getState().view.selection;
    workbench.select([...new Set([...selection, from, to as StateId])], 'canvas');
  }
  focus.go(to as StateId, { select: !event.shiftKey });
  return true;
}

function nudge({ drawn, picture }: Parts, workbench: Workbench, direction: Direction): boolean {
  const selection = workbench.getState().view.selection;
  const by = steps[direction];
  const nodes = selection.flatMap((id) => {
    const node = drawn.drawing.nodeOf.get(id);
    return node ? [{ id, position: { x: node.position.x + by.x, y: node.position.y + by.y } }] : [];
  });
  if (nodes.length === 0 || picture.graph.nodes.length === 0) return false;
  const positions = withPlaced(workbench.getState().document.positions as ReadonlyMap<NodeId, Point>, nodes);
  placeNodes(workbench, positions, messages.moved(nodes.length), `nudge ${selection.join(' ')}`);
  return true;
}

function selectAll({ picture }: Parts, workbench: Workbench): boolean {
  const states = picture.graph.nodes.filter((node) => node.kind !== 'scope' && node.kind !== 'entry');
  workbench.select(
    states.map((node) => node.id as StateId),
    'canvas',
  );
  return true;
}

function toggle(workbench: Workbench, node: StateId): void {
  const { selection } = workbench.getState().view;
  workbench.select(selection.includes(node) ? selection.filter((id) => id !== node) : [...selection, node], 'canvas');
}

/** Removes selected states, or cuts selected edges. The keyboard goes on with a neighbour. */
export function removeSelected(
  { picture, drawn, focus }: Omit<Parts, 'mode' | 'fold' | 'openFor'>,
  workbench: Workbench,
): boolean {
  const states = workbench.getState().view.selection;
  const edges = picture.graph.edges.filter((edge) => drawn.selectedEdges.has(edge.id));
  if (states.length === 0) {
    for (const edge of edges) {
      const from = editEnd(edge.from, edge.outlet);
      workbench.edit({ type: 'disconnect', from, outlet: edge.outlet }, 'canvas', { notify: true });
    }
    drawn.selectEdges(new Set());
    return edges.length > 0;
  }
  const [first] = states;
  const heir = first && nearest(picture, first, new Set(states));
  const result = workbench.edit({ type: 'remove-states', states }, 'canvas', { notify: true });
  if (result.ok && heir !== undefined) focus.go(heir);
  return true;
}

function nearest({ graph, placement }: Picture, id: StateId, gone: ReadonlySet<StateId>): StateId | undefined {
  const around = (['down', 'up', 'right', 'left'] as const).map(
    (d) => neighbour(graph, placement, id, d) as StateId | undefined,
  );
  const isGone = (other: StateId): boolean =>
    gone.has(other) || [...gone].some((state) => other.startsWith(`${state}/`));
  return around.find((other) => other !== undefined && !isGone(other));
}
