import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { type Box, memoLast } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import { labelledBounds } from '../graph/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
import { bringIntoView } from './bring-into-view.ts';
import { fitView, type Fitted, margins } from './fit-view.ts';
import type { Picture } from './use-picture.ts';

/** Ways to look at the picture. */
export interface Looking {
  /** Shows everything. */
  readonly fit: (picture: Picture) => void;
  /** The first look: everything where that is readable, else the beginning at a readable size. */
  readonly open: (picture: Picture) => void;
  /** What can be seen of the picture at first look, and a good piece around it. */
  readonly firstBox: (picture: Picture) => Box;
  /** Brings a box into view if it is not; the eye keeps its place otherwise. */
  readonly show: (box: Box) => void;
}

/** Smaller than this, names are a guess: the beginning says more than all of it. */
const readable = 0.3;

export function useLooking(): Looking {
  const { setViewport, getViewport } = useReactFlow<DrawnNode, DrawnEdge>();
  const store = useStoreApi();
  const room = useCallback(
    () => ({ width: store.getState().width || 800, height: store.getState().height || 600 }),
    [store],
  );
  return useMemo(() => {
    const fitAll = ({ placement, graph }: Picture): Fitted =>
      fitView(labelledBounds(placement, graph.edges), placement.boxes.values(), room());
    const firstView = memoLast((picture: Picture): Fitted => {
      const whole = fitAll(picture);
      const { boxes } = picture.placement;
      const first = boxes.get('~start' as NodeId) ?? [...boxes.values()][0];
      if (whole.zoom >= readable || !first) return whole;
      const zoom = 0.75;
      return { x: room().width / 2 - (first.x + first.width / 2) * zoom, y: margins.most - first.y * zoom, zoom };
    });
    return {
      fit: (picture) => void setViewport(fitAll(picture)),
      open: (picture) => void setViewport(firstView(picture)),
      firstBox: (picture) => {
        const { x, y, zoom } = firstView(picture);
        const [width, height] = [room().width / zoom, room().height / zoom];
        return { x: -x / zoom - width / 2, y: -y / zoom - height / 2, width: width * 2, height: height * 2 };
      },
      show: (box) => {
        const look = bringIntoView(box, getViewport(), room());
        if (look) void setViewport(look);
      },
    };
  }, [setViewport, getViewport, room]);
}
