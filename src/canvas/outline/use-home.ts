import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { OutlineTree } from './use-outline.ts';

/** How long a row that was promised is waited for. */
const patienceMs = 1500;

/**
 * Keeps the keyboard on the active row while it is in the tree, and brings it back after a menu or an edit: to a row
 * that may only come with the next picture.
 */
export function useHome(box: RefObject<HTMLElement | null>, tree: OutlineTree): (key?: string) => void {
  const wanted = useRef<{ readonly key: string | undefined; readonly until: number }>(undefined);
  const { rows, active, await: goTo } = tree;
  const inside = useRef(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const entered = (): void => void (inside.current = true);
    const left = (event: FocusEvent): void => {
      if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) inside.current = false;
    };
    element.addEventListener('focusin', entered);
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusin', entered);
      element.removeEventListener('focusout', left);
    };
  }, [box]);

  // With every drawing: rows come and go with scrolling as well, and take the keyboard with them.
  useLayoutEffect(() => {
    const want = wanted.current;
    if (want) {
      const there = want.key === undefined || rows[active]?.key === want.key;
      if (there) focusActive(box);
      if (there || performance.now() > want.until) wanted.current = undefined;
      return;
    }
    const now = document.activeElement;
    // The row that had it is gone, or another one is active now.
    const lost = inside.current && (now === document.body || now === null);
    if (lost || (box.current !== now && box.current?.contains(now))) focusActive(box);
  });

  return useCallback(
    (key) => {
      wanted.current = { key, until: performance.now() + patienceMs };
      if (key !== undefined) goTo(key);
      requestAnimationFrame(() => focusActive(box));
    },
    [goTo, box],
  );
}

function focusActive(box: RefObject<HTMLElement | null>): void {
  const row = box.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  if (!row?.querySelector('input')) (row ?? box.current)?.focus({ preventScroll: true });
}
