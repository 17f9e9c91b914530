/** What holds for every picture, whatever flow it is of and however it came about. */
import type { Box, Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import {
  type FlowGraph,
  type GraphEdge,
  type GraphNode,
  labelWidth,
  measures,
  type Placement,
} from '../graph/index.ts';

export const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** The nodes of each scope, frames aside. */
function byScope(graph: FlowGraph): Map<string, GraphNode[]> {
  const groups = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    if (node.kind !== 'scope') groups.set(node.scope, [...(groups.get(node.scope) ?? []), node]);
  }
  return groups;
}
const boxOf = (placement: Placement, node: { readonly id: NodeId }): Box => placement.boxes.get(node.id)!;

/** What is wrong with the boxes: nothing, always. */
export function overlaps(graph: FlowGraph, placement: Placement): readonly string[] {
  const groups = byScope(graph);
  const wrong: string[] = [];
  for (const nodes of groups.values()) {
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(0, i)) {
        if (!areApart(boxOf(placement, a), boxOf(placement, b))) wrong.push(`${a.id} lies on ${b.id}`);
      }
    });
  }
  for (const node of graph.nodes) {
    for (const frame of node.frames) {
      const box = placement.boxes.get(frame)!;
      if (!holds(boxOf(placement, node), box)) wrong.push(`${frame} is not inside its state`);
      for (const member of groups.get(frame) ?? []) {
        if (!holds(box, boxOf(placement, member))) wrong.push(`${member.id} is not inside its frame`);
      }
    }
  }
  return wrong;
}

/** What is wrong with the routes. */
export function detours(graph: FlowGraph, placement: Placement): readonly string[] {
  const groups = byScope(graph);
  const scopes = new Map(graph.nodes.map((node) => [node.id, node.scope]));
  return graph.edges.flatMap((edge) => {
    const route = placement.routes.get(edge.id)!;
    const target = placement.boxes.get(edge.to)!;
    const boxes = (groups.get(scopes.get(edge.from)!) ?? []).map((node) => boxOf(placement, node));
    const arrives = { x: target.x + target.width / 2, y: target.y };
    const wrong = [
      samePlace(route[0]!, placement.ports.get(edge.id)!) ? '' : 'does not start at its outlet',
      samePlace(route.at(-1)!, arrives) ? '' : 'does not arrive',
      pieces(route).some(([a, b]) => Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) > 0.5) ? 'is slanted' : '',
      pieces(route).some(([a, b]) => boxes.some((box) => cuts(a, b, box))) ? 'runs through a node' : '',
    ];
    return wrong.filter(Boolean).map((what) => `${edge.id} ${what}`);
  });
}
const samePlace = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
const pieces = (route: readonly Point[]): (readonly [Point, Point])[] =>
  route.slice(1).map((point, i) => [route[i]!, point] as const);

/** Whether a straight piece runs through the inside of a box; touching its border is fine. */
const cuts = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a.x, b.x) > box.x + 1 &&
  Math.min(a.x, b.x) < box.x + box.width - 1 &&
  Math.max(a.y, b.y) > box.y + 1 &&
  Math.min(a.y, b.y) < box.y + box.height - 1;

interface Label extends Box {
  readonly edge: GraphEdge;
}

function labelsOf(edges: readonly GraphEdge[], { labels }: Placement): readonly Label[] {
  return edges.flatMap((edge): Label[] => {
    const middle = labels.get(edge.id);
    if (!middle || edge.label === '') return [];
    const [width, height] = [labelWidth(edge.label), measures.labelHeight];
    return [{ edge, x: middle.x - width / 2, y: middle.y - height / 2, width, height }];
  });
}

/** How far from its outlet the label of an error path may begin. */
const beside = 16;

/** What is wrong with the labels of edges. */
export function unreadable(graph: FlowGraph, placement: Placement): readonly string[] {
  const nodes = byScope(graph);
  const scopes = new Map(graph.nodes.map((node) => [node.id, node.scope]));
  return [...new Set(scopes.values())].flatMap((scope) => {
    const edges = graph.edges.filter((edge) => scopes.get(edge.from) === scope);
    const labels = labelsOf(edges, placement);
    const boxes = (nodes.get(scope) ?? []).map((node) => ({ id: node.id, box: boxOf(placement, node) }));
    return labels.flatMap((label, i) => {
      const { edge } = label;
      const port = placement.ports.get(edge.id)!;
      const away = Math.abs(label.x - port.x) > beside || Math.abs(label.y + label.height / 2 - port.y) > 1;
      return [
        ...boxes.filter(({ box }) => !areApart(shrunk(label), box)).map(({ id }) => `${edge.id} is written on ${id}`),
        ...labels
          .slice(0, i)
          .filter((other) => !areApart(shrunk(label), other))
          .map((other) => `${edge.id} is written on ${other.edge.id}`),
        ...edges
          .filter(
            (other) => other !== edge && pieces(placement.routes.get(other.id)!).some(([a, b]) => cuts(a, b, label)),
          )
          .map((other) => `${other.id} runs through the label of ${edge.id}`),
        ...(edge.outlet.kind === 'catch' && away ? [`${edge.id} has its label away from its outlet`] : []),
      ];
    });
  });
}

/** Widths of text are a guess: a pixel more or less says nothing. */
const shrunk = ({ x, y, width, height }: Box): Box => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 });
