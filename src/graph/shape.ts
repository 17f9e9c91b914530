import type { FlowGraph, GraphEdge, GraphNode, Shape } from './graph.ts';
import { nodeSize } from './node-size.ts';

/** The shape of a picture: that of `previous`, the same object, where the layout would see nothing new in it. */
export function shapeOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[], previous?: FlowGraph): Shape {
  const same =
    previous &&
    haveSameLines(nodes, previous.nodes, describeNode) &&
    haveSameLines(edges, previous.edges, describeEdge);
  return same ? previous.shape : new LazyShape(nodes, edges);
}

/** Whether two pictures are laid out alike. */
export const isSameShape = (a: Shape, b: Shape): boolean => a === b || (a.count === b.count && a.text === b.text);

/** Written out when it is first compared: the picture of a flow that has just been opened has nothing to compare it with. */
class LazyShape implements Shape {
  readonly #nodes: readonly GraphNode[];
  readonly #edges: readonly GraphEdge[];
  #text: string | undefined;

  constructor(nodes: readonly GraphNode[], edges: readonly GraphEdge[]) {
    this.#nodes = nodes;
    this.#edges = edges;
  }

  get count(): number {
    return this.#nodes.length + this.#edges.length;
  }

  get text(): string {
    const write = (): string =>
      [
        ...this.#nodes.map((node) => lineOf(node, describeNode)),
        ...this.#edges.map((edge) => lineOf(edge, describeEdge)),
      ].join('\n');
    return (this.#text ??= write());
  }
}

/** Nodes and edges that did not change are the same objects, and so are their lines. */
const lines = new WeakMap<GraphNode | GraphEdge, string>();
function lineOf<T extends GraphNode | GraphEdge>(of: T, describe: (of: T) => string): string {
  const known = lines.get(of);
  if (known !== undefined) return known;
  const line = describe(of);
  lines.set(of, line);
  return line;
}

/** Whether two lists come to the same shape: to write it out for thousands takes longer than to look what is new. */
const haveSameLines = <T extends GraphNode | GraphEdge>(
  now: readonly T[],
  before: readonly T[],
  describe: (of: T) => string,
): boolean =>
  now.length === before.length &&
  now.every((item, i) => {
    const last = before[i];
    return last !== undefined && (last === item || lineOf(item, describe) === lineOf(last, describe));
  });

function describeNode(node: GraphNode): string {
  const { width, height } = nodeSize(node);
  return `${node.kind} ${node.id} ${node.outlets.length} ${width}x${height} ${node.frames.length}`;
}
const describeEdge = (edge: GraphEdge): string => `${edge.id} ${edge.to} ${edge.label.length}`;
