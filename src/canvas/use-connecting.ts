import type { Connection, FinalConnectionState } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import type { NodeId, Outlet, Refusal } from '../fdl/index.ts';
import { useWorkbench, type Workbench } from '../workbench/index.ts';
import type { DrawnEdge } from './adapters/drawing-types.ts';
import { outletOf, type WantedConnection, wantedConnection } from './adapters/from-drawing.ts';
import type { PointedRefusal } from './refusal.ts';
import type { GiveUp } from './use-give-up.ts';

/** What a person did with the loose end of an edge, as far as the canvas has to answer. */
export interface Loose {
  readonly from: NodeId;
  readonly outlet: Outlet;
  readonly x: number;
  readonly y: number;
}
interface Answers {
  /** An outlet was dragged into the open. */
  readonly onVoid: (loose: Loose) => void;
  readonly onRefused: (refusal: PointedRefusal) => void;
  readonly giveUp: GiveUp;
}

/** Connecting with the mouse. The rule while hovering is the one that decides on the drop. */
export function useConnecting({ onVoid, onRefused, giveUp }: Answers) {
  const workbench = useWorkbench();
  const reconnecting = useRef(false);
  const isValidConnection = useCallback(
    (connection: Connection | DrawnEdge) => {
      const wanted = wantedConnection({ ...connection, sourceHandle: connection.sourceHandle ?? null });
      return wanted !== undefined && refusalOf(workbench, wanted) === undefined;
    },
    [workbench],
  );
  return useMemo(() => {
    const connect = (wanted: WantedConnection | undefined): void => {
      if (wanted && !giveUp.isGivenUp()) workbench.edit({ type: 'connect', ...wanted }, 'canvas', { notify: true });
    };
    const ended = (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
      if (giveUp.end()) return;
      const at = pointOf(event);
      const start = outletOf(state.fromNode?.id ?? '', state.fromHandle?.id);
      if (!start || state.isValid) return;
      const target = state.toNode?.id ?? nodeUnder(at);
      const wanted = target === undefined ? undefined : { ...start, to: target as WantedConnection['to'] };
      const refusal = wanted && refusalOf(workbench, wanted);
      // What can be done after another edit is said in a notice that offers it.
      if (wanted && (!refusal || refusal.offer)) connect(wanted);
      else if (refusal) onRefused({ refusal, ...at });
      else if (!reconnecting.current && isOpenCanvas(at)) onVoid({ ...start, ...at });
    };
    return {
      isValidConnection,
      onConnectStart: giveUp.begin,
      onConnect: (connection: Connection) => connect(wantedConnection(connection)),
      onConnectEnd: ended,
      onReconnectStart: () => {
        reconnecting.current = true;
      },
      onReconnect: (edge: DrawnEdge, connection: Connection) => {
        if (connection.source === edge.source) connect(wantedConnection(connection));
      },
      onReconnectEnd: () => {
        reconnecting.current = false;
      },
    };
  }, [workbench, isValidConnection, onVoid, onRefused, giveUp]);
}

function refusalOf(workbench: Workbench, { from, outlet, to }: WantedConnection): Refusal | undefined {
  const answer = workbench.canConnect(from, outlet, to);
  return answer.ok ? undefined : answer.error;
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** A drop anywhere on a card counts, not only on its dot. */
function nodeUnder({ x, y }: { x: number; y: number }): string | undefined {
  const node = document.elementsFromPoint(x, y).find((e) => e instanceof HTMLElement && e.dataset.node !== undefined);
  return node instanceof HTMLElement ? node.dataset.node : undefined;
}

const isOpenCanvas = ({ x, y }: { x: number; y: number }): boolean =>
  document.elementFromPoint(x, y)?.closest('.canvas-surface') !== null;
