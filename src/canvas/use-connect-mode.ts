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

const directions: readonly Direction[] = ['down', 'right', 'left', 'up'];

export function useConnectMode(picture: Picture, show: (id: StateId) => void): ConnectMode {
  const workbench = useWorkbench();
  const [now, setNow] = useState<Connecting>();
  const look = useLook(picture);
  const begin = useBegin(look, setNow);
  const { nextOutlet, move } = useChoosing(look, now, setNow, show);
  const end = useCallback(() => {
    setNow(undefined);
    workbench.announce(words.ended);
  }, [workbench]);
  const finish = useCallback(() => {
    const outlet = now && look.outletsOf(now.from)[now.outlet];
    if (!now || !outlet) return;
    const edit = { type: 'connect', from: now.from, outlet: outlet.outlet, to: now.target } as const;
    const result = workbench.edit(edit, 'canvas', { notify: true });
    setNow(undefined);
    if (result.ok) workbench.announce(words.done(outletName(outlet), look.nameOf(now.from), look.nameOf(now.target)));
  }, [look, now, workbench]);
  return useMemo(() => ({ now, begin, nextOutlet, move, finish, end }), [now, begin, nextOutlet, move, finish, end]);
}

/** What connecting asks of the picture. */
interface Look {
  readonly nameOf: (id: StateId) => string;
  readonly outletsOf: (id: StateId) => readonly GraphOutlet[];
  /** The place of the first outlet that leads nowhere yet; of the first one when all lead somewhere. */
  readonly openOutlet: (id: StateId) => number;
  readonly beside: (id: StateId, direction: Direction) => StateId | undefined;
}

function useLook({ graph, placement }: Picture): Look {
  return useMemo(() => {
    const nodeOf = (id: StateId) => graph.nodes.find((node) => node.id === id);
    const outletsOf = (id: StateId): readonly GraphOutlet[] => nodeOf(id)?.outlets ?? [];
    const leads = (from: StateId, { outlet }: GraphOutlet): boolean =>
      graph.edges.some((edge) => edge.from === from && edge.outlet === outlet);
    return {
      nameOf: (id) => nodeOf(id)?.label ?? id,
      outletsOf,
      openOutlet: (id) =>
        Math.max(
          0,
          outletsOf(id).findIndex((outlet) => !leads(id, outlet)),
        ),
      beside: (id, direction) => neighbour(graph, placement, id, direction) as StateId | undefined,
    };
  }, [graph, placement]);
}

type SetNow = (now: Connecting) => void;

function useBegin(look: Look, setNow: SetNow): ConnectMode['begin'] {
  const workbench = useWorkbench();
  return useCallback(
    (from) => {
      const outlets = look.outletsOf(from);
      const outlet = look.openOutlet(from);
      const open = outlets[outlet];
      if (!open) return workbench.announce(words.noOutlet);
      const target = directions.map((direction) => look.beside(from, direction)).find(Boolean);
      if (target === undefined) return workbench.announce(words.nobody);
      setNow({ from, outlet, target });
      workbench.announce(words.begin(outletName(open), look.nameOf(from), look.nameOf(target)));
    },
    [look, setNow, workbench],
  );
}

/** The other outlet, the other target. */
function useChoosing(
  look: Look,
  now: Connecting | undefined,
  setNow: SetNow,
  show: (id: StateId) => void,
): Pick<ConnectMode, 'nextOutlet' | 'move'> {
  const workbench = useWorkbench();
  const nextOutlet = useCallback(() => {
    if (!now) return;
    const outlets = look.outletsOf(now.from);
    const index = (now.outlet + 1) % Math.max(1, outlets.length);
    setNow({ ...now, outlet: index });
    const outlet = outlets[index];
    if (outlet) workbench.announce(outletName(outlet));
  }, [look, now, setNow, workbench]);
  const move = useCallback(
    (direction: Direction) => {
      const target = now && look.beside(now.target, direction);
      const outlet = now && look.outletsOf(now.from)[now.outlet];
      if (!now || !outlet || target === undefined) return;
      setNow({ ...now, target });
      show(target);
      const answer = workbench.canConnect(now.from, outlet.outlet, target);
      const name = look.nameOf(target);
      workbench.announce(answer.ok ? words.target(name) : words.badTarget(name, answer.error.message));
    },
    [look, now, setNow, show, workbench],
  );
  return { nextOutlet, move };
}
