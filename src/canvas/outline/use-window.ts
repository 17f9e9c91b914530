import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export const rowHeight = 26;
const beyond = 6;

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
}

/** The rows that are in view, and a few beyond: thousands cost no more than a screenful. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, active: number): Window {
  const [view, setView] = useState(unseen);
  // As measured last: to ask the page while it is being changed would lay it out twice.
  const seen = useRef(view);
  const measure = useCallback(() => setView((seen.current = viewOf(box, seen.current))), [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, measure]);
  useLayoutEffect(() => {
    if (box.current) seen.current = bringIntoView(box.current, seen.current, active * rowHeight);
  }, [box, active]);
  const from = Math.max(0, Math.floor(view.top / rowHeight) - beyond);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond);
  return { from, to, onScroll: measure };
}

interface View {
  readonly top: number;
  readonly height: number;
}
const unseen: View = { top: 0, height: 600 };

function viewOf(box: RefObject<HTMLElement | null>, now: View): View {
  const [top, height] = [box.current?.scrollTop ?? 0, box.current?.clientHeight ?? 0];
  return now.top === top && now.height === height ? now : { top, height };
}

/** Moves as little as brings the row into view; the scrolling reports itself. */
function bringIntoView(element: HTMLElement, view: View, row: number): View {
  if (view.height === 0) return view;
  const top = Math.max(row + rowHeight - view.height, Math.min(row, view.top));
  if (top === view.top) return view;
  element.scrollTop = top;
  return { top, height: view.height };
}
