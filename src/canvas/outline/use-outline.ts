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
  const [activeKey, setActive] = useState<string>();
  const rows = useMemo(() => outlineRows(graph, toggled), [graph, toggled]);
  const active = useActive(rows, activeKey);

  const toggle = useCallback((key: string, open: boolean) => setToggled((now) => new Map(now).set(key, open)), []);
  const openAround = useCallback((state: StateId) => {
    const closed = keysAround(state);
    setToggled((now) => (closed.every((key) => now.get(key) !== false) ? now : withOpen(now, closed)));
  }, []);
  const go = useCallback(
    (row: OutlineRow, extend = false) => {
      setActive(row.key);
      const state = stateOf(row);
      const { selection } = workbench.getState().view;
      if (state === undefined || (row.kind !== 'state' && extend)) return;
      workbench.select(extend ? [...new Set([...selection, state])] : [state], 'panel');
    },
    [workbench],
  );
  useEffect(() => workbench.onTransaction(({ origin }) => origin === 'open' && setToggled(new Map())), [workbench]);
  useSelected(openAround, setActive, rows[active]);
  return useMemo(() => ({ graph, rows, active, toggle, go, await: setActive }), [graph, rows, active, toggle, go]);
}

const withOpen = (now: Toggled, keys: readonly string[]): Toggled =>
  new Map([...now, ...keys.map((key) => [key, true] as const)]);

/** Where the row is now; where it is gone, the one that has come into its place. */
function useActive(rows: readonly OutlineRow[], key: string | undefined): number {
  const last = useRef(0);
  const found = useMemo(() => rows.findIndex((row) => row.key === key), [rows, key]);
  const active = found >= 0 ? found : Math.max(0, Math.min(last.current, rows.length - 1));
  useEffect(() => {
    last.current = active;
  }, [active]);
  return active;
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
