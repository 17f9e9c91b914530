import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { StateId } from '../fdl/index.ts';
import { useWorkbench } from '../workbench/index.ts';
import { createTabStop, type TabStop } from './tab-stop.ts';
import type { Picture } from './use-picture.ts';
import type { Looking } from './use-viewport.ts';
import { useLatest } from './use-latest.ts';

export interface Focus {
  readonly tabStop: TabStop;
  /** Moves the keyboard to a node, bringing it into view; selects it unless told otherwise. */
  readonly go: (id: StateId, options?: { readonly select?: boolean }) => void;
  readonly onFocus: (event: React.FocusEvent) => void;
}

const patience = 20;

/** Which node has the keyboard. Nodes out of view are not in the page, so a node is shown first and focused then. */
export function useFocus(root: RefObject<HTMLElement | null>, picture: Picture, looking: Looking): Focus {
  const workbench = useWorkbench();
  const [tabStop] = useState(createTabStop);
  const latest = useLatest(picture);

  // Where the node is gone, the first one of the picture takes over.
  useEffect(() => {
    const now = tabStop.get();
    if (now !== undefined && picture.placement.boxes.has(now)) return;
    const first = picture.graph.nodes.find((node) => node.kind !== 'entry' && node.kind !== 'scope');
    tabStop.set(first?.id as StateId | undefined);
  }, [picture, tabStop]);

  const go = useCallback(
    (id: StateId, options: { readonly select?: boolean } = {}) => {
      const box = latest.current.placement.boxes.get(id);
      if (box) looking.show(box);
      if (options.select !== false) workbench.select([id], 'canvas');
      tabStop.set(id);
      // Behind what React draws for all this: to focus before it would lay the page out twice.
      queueMicrotask(() => focusSoon(root, id, patience));
    },
    [latest, looking, root, tabStop, workbench],
  );
  const onFocus = useCallback(
    (event: React.FocusEvent) => {
      const id = nodeIdOf(event.target);
      if (id !== undefined) tabStop.set(id);
    },
    [tabStop],
  );
  return useMemo(() => ({ tabStop, go, onFocus }), [tabStop, go, onFocus]);
}

/** The state a DOM element belongs to. */
export function nodeIdOf(target: EventTarget | null): StateId | undefined {
  const element = target instanceof Element ? target.closest('[data-node]') : null;
  return element instanceof HTMLElement ? (element.dataset.node as StateId | undefined) : undefined;
}

function focusSoon(root: RefObject<HTMLElement | null>, id: StateId, tries: number): void {
  const nodes = root.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [];
  const element = [...nodes].find((node) => node.dataset.node === id);
  if (element) element.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusSoon(root, id, tries - 1));
}
