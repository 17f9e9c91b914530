import type { Box, Point } from '../base/index.ts';
import { checkFlow, type NodeId, type Source } from '../fdl/index.ts';
import {
  type FlowGraph,
  type GraphEdge,
  type GraphNode,
  layoutGraph,
  measures,
  nodeSize,
  type Placement,
  projectGraph,
  textWidth,
} from '../graph/index.ts';
import { messages } from './messages.ts';
import { colours, svgStyle, typeColours } from './svg-style.ts';
import { escapeXml } from './xml.ts';

const margin = 24;
const cornerRadius = 8;

/** The picture as one SVG file: drawn from the same layout as the canvas, with nothing to load. */
export function svgPicture(source: Source, positions?: ReadonlyMap<NodeId, Point>): string {
  const graph = projectGraph(source.flow, checkFlow(source));
  const placement = layoutGraph(graph, nodeSize, positions);
  const title = source.flow.name?.value ?? messages.untitled;
  const [left, top, width, height] = frameOf(graph, placement);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escapeXml(title)}</title>
<style>${svgStyle}</style>
<defs>${arrow('arrow', colours.line)}${arrow('arrow-catch', colours.caught)}</defs>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.ground}"/>
${drawing(graph, placement)}
</svg>
`;
}

/** Hand-placed nodes may stand left of or above zero. */
function frameOf(graph: FlowGraph, placement: Placement): readonly [number, number, number, number] {
  const points = [...placement.routes.values()].flat();
  const words = graph.edges.flatMap((edge) => labelBox(edge, placement) ?? []);
  const boxes = [...placement.boxes.values(), ...words];
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 };
  const include = (x: number, y: number): void => {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  };
  for (const { x, y } of points) include(x, y);
  for (const { x, y, width, height } of boxes) {
    include(x, y);
    include(x + width, y + height);
  }
  const { left, top, right, bottom } = bounds;
  return [
    round(left - margin),
    round(top - margin),
    round(right - left + 2 * margin),
    round(bottom - top + 2 * margin),
  ];
}

const arrow = (id: string, colour: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`;

/** Containers first, then edges over them, then cards and the words on edges. */
function drawing(graph: FlowGraph, placement: Placement): string {
  const isContainer = (node: GraphNode): boolean => node.kind === 'scope' || node.frames.length > 0;
  const draw = (node: GraphNode): string => {
    const box = placement.boxes.get(node.id);
    return box ? drawNode(node, box) : '';
  };
  return [
    ...graph.nodes.filter(isContainer).map(draw),
    ...graph.edges.map((edge) => drawEdge(edge, placement)),
    ...graph.nodes.filter((node) => !isContainer(node)).map(draw),
    ...graph.edges.map((edge) => drawLabel(edge, placement)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function drawNode(node: GraphNode, box: Box): string {
  if (node.kind === 'entry') return drawEntry(node, box);
  if (node.kind === 'scope') return `${rect('frame', box)}${text('', box.x + 10, box.y + 17, node.label)}`;
  const container = node.frames.length > 0;
  const colour = typeColours[node.kind] ?? typeColours.Unknown;
  const strip = `<path d="M${round(box.x + 1)} ${round(box.y + 8)}v${round(box.height - 16)}" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`;
  const kind = `<text class="kind" x="${round(box.x + 14)}" y="${round(box.y + 17)}" fill="${colour}" style="fill:${colour}">${escapeXml(node.kind.toUpperCase())}</text>`;
  const names = fit(node.label, box.width - 28, box.height >= measures.tallCardHeight && !container ? 2 : 1);
  const lines = names.map((line, index) => text('name', box.x + 14, box.y + 34 + index * 16, line));
  const [subtitle = ''] = fit(node.subtitle, box.width - 28, 1);
  const below = container ? '' : text('', box.x + 14, box.y + 34 + names.length * 16, subtitle);
  return `<g>${rect(container ? 'container' : 'card', box)}${strip}${kind}${lines.join('')}${below}</g>`;
}

function drawEntry(node: GraphNode, box: Box): string {
  const label = text('middle', box.x + box.width / 2, box.y + box.height / 2 + 4, node.label);
  return `<g>${rect('entry', box, box.height / 2)}${label}</g>`;
}

const rect = (kind: string, box: Box, radius = cornerRadius): string =>
  `<rect class="${kind}" x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" rx="${round(radius)}"/>`;

const text = (kind: string, x: number, y: number, content: string): string =>
  content === ''
    ? ''
    : `<text${kind === '' ? '' : ` class="${kind}"`} x="${round(x)}" y="${round(y)}">${escapeXml(content)}</text>`;

function drawEdge(edge: GraphEdge, placement: Placement): string {
  const route = placement.routes.get(edge.id) ?? [];
  if (route.length < 2) return '';
  return `<path class="edge${edge.outlet.kind === 'catch' ? ' catch' : ''}" d="${roundedPath(route)}"/>`;
}

/** A polyline whose corners are rounded as far as their sides allow. */
function roundedPath(route: readonly Point[]): string {
  return route
    .map((point, index) => {
      const before = route[index - 1];
      const after = route[index + 1];
      if (!before) return `M${round(point.x)} ${round(point.y)}`;
      if (!after) return `L${round(point.x)} ${round(point.y)}`;
      const [enter, leave] = [towards(point, before), towards(point, after)];
      return `L${round(enter.x)} ${round(enter.y)}Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
    })
    .join('');
}

function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = distance === 0 ? 0 : Math.min(cornerRadius, distance / 2) / distance;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function labelBox(edge: GraphEdge, placement: Placement): Box | undefined {
  const at = placement.labels.get(edge.id);
  if (!at || edge.label === '') return undefined;
  const width = textWidth(edge.label) + 8;
  return { x: at.x - width / 2, y: at.y - 9, width, height: 18 };
}

function drawLabel(edge: GraphEdge, placement: Placement): string {
  const box = labelBox(edge, placement);
  if (!box) return '';
  return `${rect('label', box, 4)}${text('middle', box.x + box.width / 2, box.y + 13, edge.label)}`;
}

/** Lines of at most `width`, at most so many of them; what does not fit ends in an ellipsis. */
function fit(content: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = [...content.replace(/\s+/g, ' ').trim()];
  while (rest.length > 0 && lines.length < most) {
    let end = 0;
    let used = 0;
    while (end < rest.length && used + textWidth(rest[end] ?? '') <= width) used += textWidth(rest[end++] ?? '');
    const isLast = end >= rest.length;
    const blank = isLast ? -1 : rest.lastIndexOf(' ', end);
    const cut = isLast ? end : lines.length + 1 === most ? Math.max(1, end - 1) : blank > 0 ? blank : Math.max(1, end);
    lines.push(rest.slice(0, cut).join('') + (!isLast && lines.length + 1 === most ? '…' : ''));
    rest = rest.slice(cut);
    if (rest[0] === ' ') rest = rest.slice(1);
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 10) / 10;
