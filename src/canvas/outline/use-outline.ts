import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { StateId } from '../../fdl/index.ts';
import type { FlowGraph } from '../../graph/index.ts';
import { useFlowGraph, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { keysAround, type OutlineRow, outlineRows, stateKey, stateOf, type Toggled } from './rows.ts';

export interface OutlineTree {
  readonly graph: FlowGraph;
  readonly rows: readonly OutlineRow[];
  /** The row the keyboard is at, or would come to with Tab. */
  readonly active: number;
  readonly toggle: (key: string, open: boolean) => void;
  /** Goes to a row, selecting its state; `extend` keeps what is selected. */
  readonly go: (row: OutlineRow, extend?: boolean) => void;
  /** Goes to a row that may not be there yet: after an edit, the picture comes a moment later. */
  readonly await: (key: string) => void;
}

/** The tree's state: what is open, where the keyboard is, always in step with what is selected elsewhere. */
export function useOutline(): OutlineTree {
  const workbench = useWorkbench();
  const graph = useDeferredValue(useFlowGraph());
  const [toggled, setToggled] = useState<Toggled>(new Map());
  const [spot, setSpot] = useState<Spot>({ key: undefined, index: 0 });
  const rows = useMemo(() => outlineRows(graph, toggled), [graph, toggled]);
  const active = useMemo(() => indexOf(rows, spot), [rows, spot]);
  const setActive = useCallback((key: string) => setSpot(({ index }) => ({ key, index })), []);

  const toggle = useCallback((key: string, open: boolean) => setToggled((now) => new Map(now).set(key, open)), []);
  const openAround = useCallback((state: StateId) => {
    const closed = keysAround(state);
    setToggled((now) => (closed.every((key) => now.get(key) !== false) ? now : withOpen(now, closed)));
  }, []);
  const go = useCallback(
    (row: OutlineRow, extend = false) => {
      setSpot({ key: row.key, index: rows.indexOf(row) });
      const state = stateOf(row);
      const { selection } = workbench.getState().view;
      if (state === undefined || (row.kind !== 'state' && extend)) return;
      workbench.select(extend ? [...new Set([...selection, state])] : [state], 'panel');
    },
    [workbench, rows],
  );
  useEffect(() => workbench.onTransaction(({ origin }) => origin === 'open' && setToggled(new Map())), [workbench]);
  useSelected(openAround, setActive, rows[active]);
  return useMemo(
    () => ({ graph, rows, active, toggle, go, await: setActive }),
    [graph, rows, active, toggle, go, setActive],
  );
}

const withOpen = (now: Toggled, keys: readonly string[]): Toggled =>
  new Map([...now, ...keys.map((key) => [key, true] as const)]);

/** A row, and where it was: if it goes away, the one that came into its place takes over. */
interface Spot {
  readonly key: string | undefined;
  readonly index: number;
}
function indexOf(rows: readonly OutlineRow[], { key, index }: Spot): number {
  const found = rows.findIndex((row) => row.key === key);
  return found >= 0 ? found : Math.max(0, Math.min(index, rows.length - 1));
}

/** Follows what is selected elsewhere: opens what it lies in and makes its row the active one. */
function useSelected(
  openAround: (state: StateId) => void,
  setActive: (key: string) => void,
  active: OutlineRow | undefined,
): void {
  const selection = useWorkbenchState((s) => s.view.selection);
  const about = active && stateOf(active);
  const latest = useRef(about);
  useEffect(() => {
    latest.current = about;
  }, [about]);
  useEffect(() => {
    const state = selection.at(-1);
    if (state === undefined || latest.current === state) return;
    openAround(state);
    setActive(stateKey(state));
  }, [selection, openAround, setActive]);
}
