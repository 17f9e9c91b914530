import { useCallback, useEffect, useMemo, useState } from 'react';
import type { StateId } from '../fdl/index.ts';
import { useWorkbench } from '../workbench/index.ts';

export interface Closed {
  /** Parallel and Map states shown without their insides. */
  readonly closed: ReadonlySet<StateId>;
  readonly fold: (state: StateId) => void;
  /** Opens everything a state lies in. */
  readonly openAround: (state: StateId) => void;
}

export function useClosed(): Closed {
  const workbench = useWorkbench();
  const [closed, setClosed] = useState<ReadonlySet<StateId>>(new Set());
  // Another document: everything is open again.
  useEffect(() => workbench.onTransaction(({ origin }) => origin === 'open' && setClosed(new Set())), [workbench]);
  const fold = useCallback((state: StateId) => {
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(state)) next.add(state);
      return next;
    });
  }, []);
  const openAround = useCallback((state: StateId) => {
    setClosed((now) => {
      const kept = [...now].filter((id) => !state.startsWith(`${id}/`));
      return kept.length === now.size ? now : new Set(kept);
    });
  }, []);
  return useMemo(() => ({ closed, fold, openAround }), [closed, fold, openAround]);
}
