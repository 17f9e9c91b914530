import { useEffect, useRef, useState } from 'react';

/** The value, followed at most once in so many milliseconds: for what costs more to draw than to be a moment late. */
export function useUnhurried<T>(value: T, restMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (latest.current === value) return;
    latest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(latest.current);
    }, restMs);
  }, [value, restMs]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown;
}
