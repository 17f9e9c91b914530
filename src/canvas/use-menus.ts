import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback, useMemo, useState } from 'react';
import type { StateId } from '../fdl/index.ts';
import { editEnd } from '../graph/index.ts';
import type { Workbench } from '../workbench/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { dropPlaceAt } from './drop-places.ts';
import type { OpenMenu } from './Menu.tsx';
import { canvasMenu, edgeMenu, type exitsMenu, insertMenu, type MenuReach, nodeMenu } from './menus.tsx';
import type { ConnectMode } from './use-connect-mode.ts';
import type { Loose } from './use-connecting.ts';
import { addAt } from './use-drops.ts';
import { type Focus, nodeIdOf } from './use-focus.ts';
import type { Picture } from './use-picture.ts';
import type { Looking } from './use-viewport.ts';
import { useLatest } from './use-latest.ts';

interface Parts {
  readonly workbench: Workbench;
  readonly picture: Picture;
  readonly closed: ReadonlySet<StateId>;
  readonly fold: (state: StateId) => void;
  readonly focus: Focus;
  readonly looking: Looking;
  readonly mode: ConnectMode;
}

/** Which menu is open, and the gestures that open one. */
export function useMenus(parts: Parts) {
  const { screenToFlowPosition } = useReactFlow<DrawnNode, DrawnEdge>();
  const [menu, setMenu] = useState<OpenMenu>();
  const latest = useLatest(parts);
  const close = useCallback(() => setMenu(undefined), []);

  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      event.preventDefault();
      const now = latest.current;
      const node = now.picture.graph.nodes.find(({ id }) => id === nodeIdOf(event.target));
      const at = pointOf(event);
      if (node) return openNodeMenu(now, node.id as StateId, at, setMenu);
      const flowAt = screenToFlowPosition(at);
      const place = dropPlaceAt(now.picture.graph, now.picture.placement, flowAt);
      const edge = now.picture.graph.edges.find(({ id }) => id === place.edge);
      const reach = reachOf(now, setMenu);
      const add = (type: Parameters<typeof addAt>[2]): void => {
        const [added] = addAt(now.workbench, now.picture, type, { ...place, after: undefined }, flowAt);
        if (added !== undefined) now.focus.go(added);
      };
      setMenu(edge ? edgeMenu(at, edge, reach) : canvasMenu(at, place.scope, reach, add, () => selectAll(now)));
    },
    [latest, screenToFlowPosition],
  );
  const insertOnEdge = useCallback(
    (id: string, at: { readonly x: number; readonly y: number }) => {
      const now = latest.current;
      const edge = now.picture.graph.edges.find((candidate) => candidate.id === id);
      if (!edge) return;
      const end = { from: editEnd(edge.from, edge.outlet), outlet: edge.outlet };
      setMenu(insertMenu(at, reachOf(now, setMenu), end));
    },
    [latest],
  );
  const openFor = useCallback(
    (id: StateId, make: typeof exitsMenu) => {
      const node = latest.current.picture.graph.nodes.find((candidate) => candidate.id === id);
      const place = document.activeElement?.getBoundingClientRect();
      if (node)
        setMenu(
          make({ x: (place?.left ?? 0) + 24, y: (place?.top ?? 0) + 24 }, node, reachOf(latest.current, setMenu)),
        );
    },
    [latest],
  );
  const onVoid = useCallback(
    ({ from, outlet, x, y }: Loose) => {
      setMenu(insertMenu({ x, y }, reachOf(latest.current, setMenu), { from, outlet }));
    },
    [latest],
  );
  return useMemo(
    () => ({ menu, close, onContextMenu, insertOnEdge, onVoid, openFor }),
    [menu, close, onContextMenu, insertOnEdge, onVoid, openFor],
  );
}

/** A context menu asked for by keyboard comes without a place: it opens at the node. */
function pointOf(event: MouseEvent): { x: number; y: number } {
  if (event.clientX !== 0 || event.clientY !== 0 || !(event.target instanceof Element))
    return { x: event.clientX, y: event.clientY };
  const box = event.target.getBoundingClientRect();
  return { x: box.left + 24, y: box.top + 24 };
}

function openNodeMenu(now: Parts, id: StateId, at: { x: number; y: number }, open: (menu: OpenMenu) => void): void {
  const node = now.picture.graph.nodes.find((candidate) => candidate.id === id);
  if (!node) return;
  const { selection } = now.workbench.getState().view;
  if (!selection.includes(id)) now.workbench.select([id], 'canvas');
  open(nodeMenu(at, node, reachOf(now, open)));
}

const reachOf = (
  { workbench, picture, closed, fold, focus, looking, mode }: Parts,
  open: (menu: OpenMenu) => void,
): MenuReach => ({
  open,
  go: (state) => focus.go(state),
  workbench,
  picture,
  closed,
  fold,
  fit: () => looking.fit(picture),
  connect: (from) => {
    focus.go(from);
    mode.begin(from);
  },
});

function selectAll({ workbench, picture }: Parts): void {
  const states = picture.graph.nodes.filter((node) => node.kind !== 'scope' && node.kind !== 'entry');
  workbench.select(
    states.map((node) => node.id as StateId),
    'canvas',
  );
}
