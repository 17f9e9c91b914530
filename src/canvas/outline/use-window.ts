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
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const [top, height] = [element.scrollTop, element.clientHeight];
    setView((now) => (now.top === top && now.height === height ? now : { top, height }));
  }, [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, measure]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || element.clientHeight === 0) return;
    const top = active * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    measure();
  }, [box, active, measure]);
  const from = Math.max(0, Math.floor(view.top / rowHeight) - beyond);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond);
  return { from, to, onScroll: measure };
}
