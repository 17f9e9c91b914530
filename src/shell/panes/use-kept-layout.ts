import type { Layout } from 'react-resizable-panels';
import { useState } from 'react';
import { useWorkbench } from '../../workbench/index.ts';

interface KeptLayout {
  readonly id: string;
  readonly defaultLayout?: Layout;
  readonly onLayoutChanged: (layout: Layout, meta: { readonly isUserInteraction: boolean }) => void;
}

/** The sizes a group of panes had last time; what the person changes is kept for the next. */
export function useKeptLayout(group: string): KeptLayout {
  const workbench = useWorkbench();
  const [kept] = useState(() => workbench.getState().preferences.layouts[group]);
  return {
    id: group,
    ...(kept && { defaultLayout: { ...kept } }),
    onLayoutChanged: (layout, { isUserInteraction }) => {
      if (!isUserInteraction) return;
      const { layouts } = workbench.getState().preferences;
      workbench.setPreferences({ layouts: { ...layouts, [group]: layout } });
    },
  };
}
