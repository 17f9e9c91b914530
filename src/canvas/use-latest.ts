import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The value of the last render, for handlers that should stay the same object. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
