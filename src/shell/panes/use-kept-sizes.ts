import { useState } from 'react';
import { useWorkbench } from '../../workbench/index.ts';
import type { Sizes } from './fit.ts';

const none: Sizes = {};

/** The sizes a split had last time; what the person changes is kept for the next. */
export function useKeptSizes(name: string): readonly [Sizes, (sizes: Sizes) => void] {
  const workbench = useWorkbench();
  const [sizes, setSizes] = useState<Sizes>(() => workbench.getState().preferences.layouts[name] ?? none);
  const keep = (next: Sizes): void => {
    setSizes(next);
    const { layouts } = workbench.getState().preferences;
    workbench.setPreferences({ layouts: { ...layouts, [name]: next } });
  };
  return [sizes, keep];
}
