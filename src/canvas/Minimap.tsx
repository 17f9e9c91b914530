import { useReactFlow, useStore } from '@xyflow/react';
import { memo, type PointerEvent, useDeferredValue, useMemo } from 'react';
import type { Box } from '../base/index.ts';
import type { StateId } from '../fdl/index.ts';
import { type GraphNode, pictureBounds } from '../graph/index.ts';
import { type NodeRun, useWorkbenchState } from '../workbench/index.ts';
import { messages } from './messages.ts';
import type { Picture } from './use-picture.ts';

const most = { width: 168, height: 132 };
/** In a small view it would hide what it helps to find. */
const share = 0.26;
const least = 26;

/**
 * The whole picture in small, as one path per colour: as cheap for thousands of nodes as for ten. Problems and the
 * state of the run show; pressing moves the view. Not there while nothing is out of view.
 */
export const Minimap = memo(function Minimap({ picture: latest }: { readonly picture: Picture }) {
  // Behind the large picture: nobody waits for this one.
  const picture = useDeferredValue(latest);
  const { setViewport, getViewport } = useReactFlow();
  const [viewWidth, viewHeight] = [useStore((s) => s.width), useStore((s) => s.height)];
  const bounds = useMemo(() => pictureBounds(picture.placement), [picture]);
  const room = { width: Math.min(most.width, viewWidth * share), height: Math.min(most.height, viewHeight * share) };
  const scale = Math.min(room.width / Math.max(bounds.width, 1), room.height / Math.max(bounds.height, 1));
  // A long ladder of states would be a hair's breadth wide: it is drawn wider than it is.
  const size = { width: Math.max(least, bounds.width * scale), height: Math.max(least, bounds.height * scale) };
  const [across, down] = [size.width / Math.max(bounds.width, 1), size.height / Math.max(bounds.height, 1)];
  const look = (event: PointerEvent<SVGSVGElement>): void => {
    const frame = event.currentTarget.getBoundingClientRect();
    const x = bounds.x + ((event.clientX - frame.left) / size.width) * bounds.width;
    const y = bounds.y + ((event.clientY - frame.top) / size.height) * bounds.height;
    const { zoom } = getViewport();
    void setViewport({ x: viewWidth / 2 - x * zoom, y: viewHeight / 2 - y * zoom, zoom });
  };
  const allInView = useStore(({ transform: [x, y, zoom] }) => {
    const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
    return left >= 0 && top >= 0 && left + bounds.width * zoom <= viewWidth && top + bounds.height * zoom <= viewHeight;
  });
  if (bounds.width === 0 || allInView) return null;
  return (
    <div className="minimap" aria-hidden title={messages.minimap}>
      <svg
        {...size}
        preserveAspectRatio="none"
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          look(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && look(event)}
      >
        <Boxes picture={picture} wide={1.5 / across} high={1.5 / down} />
      </svg>
      <View bounds={bounds} across={across} down={down} />
    </div>
  );
});

/** `wide` and `high` is what can just be seen, in measures of the picture. */
interface BoxesProps {
  readonly picture: Picture;
  readonly wide: number;
  readonly high: number;
}

const Boxes = memo(function Boxes({ picture, wide, high }: BoxesProps) {
  // Behind the steps of a run: all of it is drawn anew.
  const runs = useDeferredValue(useWorkbenchState((s) => s.run.nodes));
  const paths = useMemo(() => pathsByTone(picture, runs, wide, high), [picture, runs, wide, high]);
  return [...paths].map(([tone, d]) => <path key={tone} className={`minimap-${tone}`} d={d} />);
});

function pathsByTone(
  picture: Picture,
  runs: ReadonlyMap<StateId, NodeRun>,
  wide: number,
  high: number,
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const node of picture.graph.nodes) {
    const box = picture.placement.boxes.get(node.id);
    if (!box || node.kind === 'entry' || node.kind === 'scope') continue;
    const tone = toneOf(node, runs);
    const [w, h] = [Math.max(box.width, wide), Math.max(box.height, high)];
    paths.set(tone, `${paths.get(tone) ?? ''}M${box.x} ${box.y}h${w}v${h}h${-w}z`);
  }
  return paths;
}

function toneOf(node: GraphNode, runs: ReadonlyMap<StateId, NodeRun>): string {
  if (node.frames.length > 0) return 'container';
  return runs.get(node.id as StateId)?.phase ?? (node.errors > 0 ? 'error' : 'plain');
}

/**
 * The part that is in view. An element of its own over the boxes: as a part of their drawing it would have thousands of
 * them painted again with every move.
 */
function View({ bounds, across, down }: { readonly bounds: Box; readonly across: number; readonly down: number }) {
  const [x, y, zoom] = useStore((s) => s.transform);
  const [viewWidth, viewHeight] = [useStore((s) => s.width), useStore((s) => s.height)];
  const left = Math.max(0, (-x / zoom - bounds.x) * across);
  const top = Math.max(0, (-y / zoom - bounds.y) * down);
  const right = Math.min(bounds.width * across, ((viewWidth - x) / zoom - bounds.x) * across);
  const bottom = Math.min(bounds.height * down, ((viewHeight - y) / zoom - bounds.y) * down);
  if (right <= left || bottom <= top) return null;
  const size = { width: Math.round(right - left), height: Math.round(bottom - top) };
  return <div className="minimap-view" style={{ ...size, transform: `translate(${left}px, ${top}px)` }} />;
}
