/** Layout: ours, elkjs layered and dagre over the same graphs, in time and in crossings of edges. */
import dagre from '@dagrejs/dagre';
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { type Point } from '../../src/base/index.ts';
import { readSource, yamlReady } from '../../src/fdl/index.ts';
import { type FlowGraph, type GraphNode, layoutGraph, nodeSize, projectGraph } from '../../src/graph/index.ts';
import { crossings, overlaps } from './crossings.ts';

export interface Looks {
  readonly crossings: number;
  readonly overlaps: number;
  /** Mean length of an edge. */
  readonly length: number;
}
export interface LayoutBench {
  /** Milliseconds of each of `runs` layouts, after one that does not count. */
  readonly time: (who: 'ours' | 'elk' | 'dagre', text: string, runs: number) => Promise<readonly number[]>;
  readonly looks: (who: 'ours' | 'elk', text: string) => Promise<Looks>;
}
declare global {
  interface Window {
    layoutBench: LayoutBench;
  }
}

const graphOf = (text: string): FlowGraph => projectGraph(readSource(text).flow, []);
const elk = new ELK();
const elkOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.spacing.nodeNode': '44',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
};

/** The nodes of a scope with their insides, and the edges between them, as elkjs wants them. */
function elkScope(graph: FlowGraph, scope: string): Pick<ElkNode, 'children' | 'edges'> {
  const members = graph.nodes.filter((node) => node.scope === scope && node.kind !== 'scope');
  const ids = new Set<string>(members.map((node) => node.id));
  const edges = graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  return {
    children: members.map((node) => elkNode(graph, node)),
    edges: edges.map((edge): ElkExtendedEdge => ({ id: edge.id, sources: [edge.from], targets: [edge.to] })),
  };
}

function elkNode(graph: FlowGraph, node: GraphNode): ElkNode {
  if (node.frames.length === 0) return { id: node.id, ...nodeSize(node) };
  const children = node.frames.map((frame) => ({ id: frame, layoutOptions: elkOptions, ...elkScope(graph, frame) }));
  return { id: node.id, layoutOptions: elkOptions, children, edges: [] };
}
const elkLayout = (graph: FlowGraph): Promise<ElkNode> =>
  elk.layout({ id: 'root', layoutOptions: elkOptions, ...elkScope(graph, '') });

function dagreLayout(graph: FlowGraph): void {
  const drawn = new dagre.graphlib.Graph({ multigraph: true });
  drawn.setGraph({ rankdir: 'TB' });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) drawn.setNode(node.id, { ...nodeSize(node) });
  for (const edge of graph.edges) drawn.setEdge(edge.from, edge.to, {}, edge.id);
  dagre.layout(drawn);
}

/** The routes and boxes of each scope: edges of different scopes lie in different frames. */
interface Scope {
  readonly routes: readonly (readonly Point[])[];
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

function ourScopes(graph: FlowGraph): readonly Scope[] {
  const { boxes, routes } = layoutGraph(graph);
  const scopeOf = new Map<string, string>(graph.nodes.map((node) => [node.id, node.scope]));
  return [...new Set(scopeOf.values())].map((scope) => ({
    routes: graph.edges.flatMap((edge) => (scopeOf.get(edge.from) === scope ? [routes.get(edge.id) ?? []] : [])),
    boxes: graph.nodes.flatMap((node) => {
      const box = node.scope === scope && node.kind !== 'scope' ? boxes.get(node.id) : undefined;
      return box ? [box] : [];
    }),
  }));
}

function elkScopes(node: ElkNode, isFrame: boolean): readonly Scope[] {
  const children = node.children ?? [];
  const routes = (node.edges ?? []).flatMap(({ sections = [] }) =>
    sections.map(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
  );
  const boxes = children.map(({ x = 0, y = 0, width = 0, height = 0 }) => ({ x, y, width, height }));
  return [...(isFrame ? [{ routes, boxes }] : []), ...children.flatMap((child) => elkScopes(child, !isFrame))];
}

const lengthOf = (route: readonly Point[]): number =>
  route.reduce((sum, point, i) => {
    const before = route[i - 1] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

await yamlReady();
window.layoutBench = {
  time: async (who, text, runs) => {
    const graph = graphOf(text);
    const work = { ours: () => layoutGraph(graph), elk: () => elkLayout(graph), dagre: () => dagreLayout(graph) }[who];
    const times: number[] = [];
    for (let i = 0; i <= runs; i += 1) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
    return times.slice(1);
  },
  looks: async (who, text) => {
    const graph = graphOf(text);
    const scopes = who === 'ours' ? ourScopes(graph) : elkScopes(await elkLayout(graph), true);
    const routes = scopes.flatMap((scope) => scope.routes);
    return {
      crossings: scopes.reduce((sum, scope) => sum + crossings(scope.routes), 0),
      overlaps: scopes.reduce((sum, scope) => sum + overlaps(scope.boxes), 0),
      length: routes.reduce((sum, route) => sum + lengthOf(route), 0) / Math.max(1, routes.length),
    };
  },
};
