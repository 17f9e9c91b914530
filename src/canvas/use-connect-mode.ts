import { useCallback, useMemo, useState } from 'react';
import type { StateId } from '../fdl/index.ts';
import { type Direction, type GraphOutlet, neighbour } from '../graph/index.ts';
import { useWorkbench } from '../workbench/index.ts';
import { messages, outletName } from './messages.ts';
import type { Picture } from './use-picture.ts';

const words = messages.connectMode;

/** Connecting by keyboard: an outlet of one state, and the state the arrow keys have come to. */
export interface Connecting {
  readonly from: StateId;
  readonly outlet: number;
  readonly target: StateId;
}
export interface ConnectMode {
  readonly now: Connecting | undefined;
  readonly begin: (from: StateId) => void;
  readonly nextOutlet: () => void;
  readonly move: (direction: Direction) => void;
  readonly finish: () => void;
  readonly end: () => void;
}

export function useConnectMode(picture: Picture, show: (id: StateId) => void): ConnectMode {
  const workbench = useWorkbench();
  const [now, setNow] = useState<Connecting>();
  const { graph, placement } = picture;
  const nodeOf = useCallback((id: StateId) => graph.nodes.find((node) => node.id === id), [graph]);
  const nameOf = useCallback((id: StateId) => nodeOf(id)?.label ?? id, [nodeOf]);
  const outletsOf = useCallback((id: StateId): readonly GraphOutlet[] => nodeOf(id)?.outlets ?? [], [nodeOf]);

  const begin = useCallback(
    (from: StateId) => {
      const [first] = outletsOf(from);
      const open = outletsOf(from).findIndex((o) => !graph.edges.some((e) => e.from === from && e.outlet === o.outlet));
      const target = (['down', 'right', 'left', 'up'] as const)
        .map((d) => neighbour(graph, placement, from, d))
        .find(Boolean);
      if (!first) return workbench.announce(words.noOutlet);
      if (target === undefined) return workbench.announce(words.nobody);
      const index = Math.max(0, open);
      setNow({ from, outlet: index, target: target as StateId });
      workbench.announce(
        words.begin(outletName(outletsOf(from)[index] ?? first), nameOf(from), nameOf(target as StateId)),
      );
    },
    [graph, placement, nameOf, outletsOf, workbench],
  );
  const nextOutlet = useCallback(() => {
    if (!now) return;
    const outlets = outletsOf(now.from);
    const index = (now.outlet + 1) % Math.max(1, outlets.length);
    setNow({ ...now, outlet: index });
    const outlet = outlets[index];
    if (outlet) workbench.announce(outletName(outlet));
  }, [now, outletsOf, workbench]);
  const move = useCallback(
    (direction: Direction) => {
      const target = now && (neighbour(graph, placement, now.target, direction) as StateId | undefined);
      const outlet = now && outletsOf(now.from)[now.outlet];
      if (!now || !outlet || target === undefined) return;
      setNow({ ...now, target });
      show(target);
      const answer = workbench.canConnect(now.from, outlet.outlet, target);
      workbench.announce(
        answer.ok ? words.target(nameOf(target)) : words.badTarget(nameOf(target), answer.error.message),
      );
    },
    [graph, placement, nameOf, now, outletsOf, show, workbench],
  );
  const end = useCallback(() => {
    setNow(undefined);
    workbench.announce(words.ended);
  }, [workbench]);
  const finish = useCallback(() => {
    const outlet = now && outletsOf(now.from)[now.outlet];
    if (!now || !outlet) return;
    const edit = { type: 'connect', from: now.from, outlet: outlet.outlet, to: now.target } as const;
    const result = workbench.edit(edit, 'canvas', { notify: true });
    setNow(undefined);
    if (result.ok) workbench.announce(words.done(outletName(outlet), nameOf(now.from), nameOf(now.target)));
  }, [nameOf, now, outletsOf, workbench]);
  return useMemo(() => ({ now, begin, nextOutlet, move, finish, end }), [now, begin, nextOutlet, move, finish, end]);
}
