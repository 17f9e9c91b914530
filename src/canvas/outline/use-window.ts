import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

export const rowHeight = 26;
const beyond = 6;

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
}

/** The rows that are in view, and a few beyond: thousands cost no more than a screenful. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, active: number): Window {
  const [view, setView] = useState({ top: 0, height: 600 });
  const measure = useCallback(() => setView((now) => viewOf(box, now)), [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, measure]);
  useLayoutEffect(() => scrollTo(box, active * rowHeight), [box, active]);
  const from = Math.max(0, Math.floor(view.top / rowHeight) - beyond);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond);
  return { from, to, onScroll: measure };
}

interface View {
  readonly top: number;
  readonly height: number;
}
function viewOf(box: RefObject<HTMLElement | null>, now: View): View {
  const [top, height] = [box.current?.scrollTop ?? 0, box.current?.clientHeight ?? 0];
  return now.top === top && now.height === height ? now : { top, height };
}

/** Moves as little as brings the row into view; the scrolling reports itself. */
function scrollTo(box: RefObject<HTMLElement | null>, top: number): void {
  const element = box.current;
  if (!element || element.clientHeight === 0) return;
  const bottom = top + rowHeight - element.clientHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop) element.scrollTop = bottom;
}
