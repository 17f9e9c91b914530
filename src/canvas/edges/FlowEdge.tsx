import type { EdgeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import type { Point } from '../../base/index.ts';
import type { StateId } from '../../fdl/index.ts';
import { type GraphEdge, labelWidth, measures, outletKey } from '../../graph/index.ts';
import { selectIsUntaken, useWorkbenchState, type WorkbenchState } from '../../workbench/index.ts';
import type { DrawnEdge } from '../adapters/drawing-types.ts';
import { CanvasContext } from '../canvas-context.ts';
import { DetailContext } from '../detail.ts';
import { messages } from '../messages.ts';
import { looseRoute, isLevelAt, middleOf, roundedPath } from './rounded-path.ts';

/** A transition: its way, its label, and a button to insert a state into it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<DrawnEdge>) {
  const { data, id, selected } = props;
  const taken = useWorkbenchState((s) => (data ? isTaken(s, data.edge) : false));
  const untaken = useWorkbenchState((s) => (data ? selectIsUntaken(s, data.edge) : false));
  const { dropEdge, insertOnEdge } = useContext(CanvasContext);
  const detail = useContext(DetailContext);
  if (!data) return null;
  const { edge } = data;
  const route = currentRoute(props);
  const labelAt = route === data.route ? data.labelAt : middleOf(route);
  const path = roundedPath(route);
  return (
    <g
      className={`edge edge-${edge.outlet.kind}`}
      data-selected={selected || undefined}
      data-taken={taken || undefined}
      data-untaken={untaken || undefined}
      data-drop={dropEdge === id || undefined}
    >
      {untaken && <title>{messages.untaken}</title>}
      <path className="react-flow__edge-interaction edge-reach" d={path} />
      <path className="react-flow__edge-path edge-line" d={path} />
      {detail !== 'far' && <Arrow route={route} />}
      {detail === 'near' && labelAt && edge.label !== '' && <Label edge={edge} at={labelAt} />}
      {detail !== 'far' && <InsertButton at={insertPlace(route, labelAt)} onPress={(at) => insertOnEdge(id, at)} />}
    </g>
  );
});

/** Whether the run went this way. */
function isTaken({ run }: WorkbenchState, edge: GraphEdge): boolean {
  if (edge.outlet.kind === 'start') return run.nodes.has(edge.to as StateId);
  return run.nodes.get(edge.from as StateId)?.exits.includes(outletKey(edge.outlet)) ?? false;
}

/** The route of the layout, moved along when both ends moved together; a loose one when only one end did. */
function currentRoute({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<DrawnEdge>): readonly Point[] {
  const route = data?.route ?? [];
  const [start, end] = [route[0], route.at(-1)];
  if (!data || !start || !end) return [];
  const right = data.edge.outlet.kind === 'catch';
  const source = right ? { x: sourceX - 6, y: sourceY } : { x: sourceX, y: sourceY - 6 };
  const target = { x: targetX, y: targetY + 6 };
  const [dx, dy] = [source.x - start.x, source.y - start.y];
  if (Math.abs(dx - (target.x - end.x)) > 2 || Math.abs(dy - (target.y - end.y)) > 2) {
    return looseRoute(source, target, right ? 'right' : 'bottom');
  }
  if (Math.abs(dx) < 2 && Math.abs(dy) < 2) return route;
  return route.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
}

function Arrow({ route }: { readonly route: readonly Point[] }) {
  const end = route.at(-1);
  return end ? <path className="edge-arrow" d={`M${end.x} ${end.y}l-4.5 -8h9z`} /> : null;
}

function Label({ edge, at }: { readonly edge: GraphEdge; readonly at: Point }) {
  const [width, height] = [labelWidth(edge.label), measures.labelHeight];
  return (
    <g className="edge-label" transform={`translate(${at.x} ${at.y})`}>
      <title>{edge.label}</title>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      <text
        textAnchor="middle"
        dy="0.34em"
        textLength={width < 190 ? undefined : width - 14}
        lengthAdjust="spacingAndGlyphs"
      >
        {edge.label}
      </text>
    </g>
  );
}

/** Beside the line, which stays free to be pressed itself; below the label where they would lie on each other. */
function insertPlace(route: readonly Point[], label: Point | undefined): Point {
  const middle = middleOf(route);
  const at = isLevelAt(route, middle) ? { x: middle.x, y: middle.y + 14 } : { x: middle.x + 14, y: middle.y };
  const hidden = label !== undefined && Math.abs(label.x - middle.x) < 100 && Math.abs(label.y - at.y) < 18;
  return hidden ? { x: at.x, y: label.y + 19 } : at;
}

function InsertButton({ at, onPress }: { readonly at: Point; readonly onPress: (at: Point) => void }) {
  return (
    <g
      className="edge-insert nopan"
      transform={`translate(${at.x} ${at.y})`}
      role="button"
      aria-label={messages.insertHere}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onPress({ x: event.clientX, y: event.clientY });
      }}
    >
      <title>{messages.insertHere}</title>
      <circle r={9} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  );
}
