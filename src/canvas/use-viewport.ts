import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { type Box, memoLast } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import { labelledBounds } from '../graph/index.ts';
import type { DrawnEdge, DrawnNode } from './adapters/drawing-types.ts';
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

const margins = { least: 12, most: 48 } as const;
/** Narrow panes need their room for the picture. */
const marginIn = (width: number): number => Math.min(margins.most, Math.max(margins.least, width * 0.04));
const readable = 0.3;
const overview = 0.12;
export const zoomLimits = { least: 0.04, most: 2.5 } as const;

export function useLooking(): Looking {
  const { setViewport, getViewport } = useReactFlow<DrawnNode, DrawnEdge>();
  const store = useStoreApi();
  const room = useCallback(
    () => ({ width: store.getState().width || 800, height: store.getState().height || 600 }),
    [store],
  );
  return useMemo(() => {
    const fitTo = (bounds: Box): { x: number; y: number; zoom: number } => {
      const { width, height } = room();
      const margin = marginIn(Math.min(width, height));
      const across = Math.min(1, (width - margin * 2) / Math.max(bounds.width, 1));
      const zoom = Math.min(across, (height - margin * 2) / Math.max(bounds.height, 1));
      // A ladder of a thousand states would be a hair: its beginning says more, the small map shows the rest.
      const kept = zoom >= zoomLimits.least ? zoom : Math.max(zoomLimits.least, Math.min(across, overview));
      return {
        x: width / 2 - (bounds.x + bounds.width / 2) * kept,
        y: Math.max(margin / 2, height / 2 - (bounds.height / 2) * kept) - bounds.y * kept,
        zoom: kept,
      };
    };
    const firstView = memoLast(({ placement, graph }: Picture): { x: number; y: number; zoom: number } => {
      const bounds = labelledBounds(placement, graph.edges);
      const whole = fitTo(bounds);
      if (whole.zoom >= readable) return whole;
      const first = placement.boxes.get('~start' as NodeId) ?? [...placement.boxes.values()][0] ?? bounds;
      const zoom = 0.75;
      return { x: room().width / 2 - (first.x + first.width / 2) * zoom, y: margins.most - first.y * zoom, zoom };
    });
    return {
      fit: ({ placement, graph }) => void setViewport(fitTo(labelledBounds(placement, graph.edges))),
      open: (picture) => void setViewport(firstView(picture)),
      firstBox: (picture) => {
        const { x, y, zoom } = firstView(picture);
        const [width, height] = [room().width / zoom, room().height / zoom];
        return { x: -x / zoom - width / 2, y: -y / zoom - height / 2, width: width * 2, height: height * 2 };
      },
      show: (box) => {
        const { x, y, zoom } = getViewport();
        const { width, height } = room();
        const [left, top] = [box.x * zoom + x, box.y * zoom + y];
        const [right, bottom] = [left + box.width * zoom, top + Math.min(box.height, 120) * zoom];
        if (left >= 0 && top >= 0 && right <= width && bottom <= height) return;
        const near = Math.max(Math.min(zoom, (width - margins.least * 2) / Math.max(box.width, 1)), 0.5);
        void setViewport({
          x: width / 2 - (box.x + box.width / 2) * near,
          y: height / 2 - (box.y + Math.min(box.height, 120) / 2) * near,
          zoom: near,
        });
      },
    };
  }, [setViewport, getViewport, room]);
}
