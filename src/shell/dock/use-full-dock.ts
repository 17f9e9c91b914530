import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { type Ask, useAsk, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

const words = messages.dockSize;
/** What is asked for lies under a dock that fills the page. */
const beneath: readonly Ask['type'][] = ['focus-form', 'focus-canvas', 'focus-editor', 'find-state'];

interface FullDock {
  readonly full: boolean;
  readonly toggle: () => void;
}

/** Whether the dock fills the page: remembered, and over as soon as something beneath it is wanted. */
export function useFullDock(inside: RefObject<HTMLElement | null>): FullDock {
  const workbench = useWorkbench();
  const full = useWorkbenchState(({ preferences }) => preferences.layouts['dock']?.['full'] === 1);
  const set = useCallback(
    (wanted: boolean) => {
      const { layouts } = workbench.getState().preferences;
      workbench.setPreferences({ layouts: { ...layouts, dock: { full: wanted ? 1 : 0 } } });
      workbench.announce(wanted ? words.maximized : words.restored);
    },
    [workbench],
  );
  const toggle = useCallback(() => set(!full), [set, full]);
  useShown(full, inside);
  useGivingWay(full, set, toggle);
  useEscape(full, set);
  useEffect(() => {
    const tabs = inside.current?.closest('.dock')?.querySelector('.tabs');
    tabs?.addEventListener('dblclick', toggle);
    return () => tabs?.removeEventListener('dblclick', toggle);
  }, [inside, toggle]);
  return { full, toggle };
}

/** The style sheet does the rest. */
function useShown(full: boolean, inside: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    const others = [...(inside.current?.closest('[data-split]')?.children ?? [])].slice(0, -1);
    const show = (on: boolean): void => {
      page.toggleAttribute('data-dock-full', on);
      for (const other of others) other.toggleAttribute('inert', on);
    };
    show(full);
    return () => show(false);
  }, [full, inside]);
}

/** Comes back from the full page for whoever is called beneath it, and calls once more when that can be seen. */
function useGivingWay(full: boolean, set: (full: boolean) => void, toggle: () => void): void {
  const workbench = useWorkbench();
  const again = useRef<Ask>(undefined);
  useAsk(
    useCallback(
      (request: Ask) => {
        if (request.type === 'maximize-dock') return toggle();
        if (!full || !beneath.includes(request.type)) return;
        again.current = request;
        set(false);
      },
      [full, set, toggle],
    ),
  );
  useEffect(() => {
    if (full || !again.current) return;
    workbench.ask(again.current);
    again.current = undefined;
  }, [full, workbench]);
  // A place in the text is pointed at: the text is wanted.
  const reveal = useWorkbenchState(({ view }) => view.reveal);
  const seen = useRef(reveal?.ticket);
  useEffect(() => {
    const isNew = reveal?.ticket !== seen.current;
    seen.current = reveal?.ticket;
    if (full && isNew && reveal?.span) set(false);
  }, [full, reveal, set]);
}

function useEscape(full: boolean, set: (full: boolean) => void): void {
  useEffect(() => {
    if (!full) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const field = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key === 'Escape' && !event.defaultPrevented && !field) set(false);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [full, set]);
}
