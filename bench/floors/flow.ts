/** Bare React Flow: the same nodes at the same places, cards of text with two handles, the package's own edges. */
import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createElement as h, memo } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ownerOf, readSource, rootScope, type ScopeId, yamlReady } from '../../src/fdl/index.ts';
import { type GraphNode, layoutGraph, projectGraph } from '../../src/graph/index.ts';

export interface FlowFloor {
  /** Milliseconds from nodes that are there, laid out, to the picture. */
  readonly show: (text: string) => Promise<number>;
}
declare global {
  interface Window {
    flowFloor: FlowFloor;
  }
}

type Card = Node<{ readonly label: string; readonly about: string }>;

const CardNode = memo(function CardNode({ data }: NodeProps<Card>) {
  return h(
    'div',
    {
      className: 'card',
      style: { height: '100%', border: '1px solid #999', borderRadius: 8, background: '#fff', boxSizing: 'border-box' },
    },
    h('b', null, data.label),
    h('div', null, data.about),
    h(Handle, { type: 'target', position: Position.Top }),
    h(Handle, { type: 'source', position: Position.Bottom }),
  );
});
const FrameNode = memo(function FrameNode({ data }: NodeProps<Card>) {
  return h('div', { style: { height: '100%', border: '1px dashed #999', boxSizing: 'border-box' } }, data.label);
});
const nodeTypes = { card: CardNode, frame: FrameNode };

/** Told beforehand: the package then draws what is in view at once, instead of measuring everything first. */
function handlesOf(width: number, height: number): NonNullable<Card['handles']> {
  const dot = { x: width / 2 - 3, width: 6, height: 6 };
  return [
    { ...dot, type: 'target', position: Position.Top, y: -3 },
    { ...dot, type: 'source', position: Position.Bottom, y: height - 3 },
  ];
}

function pictureOf(text: string): { readonly nodes: Card[]; readonly edges: Edge[] } {
  const graph = projectGraph(readSource(text).flow, []);
  const { boxes } = layoutGraph(graph);
  const parentOf = (node: GraphNode): string | undefined =>
    node.kind === 'scope' ? ownerOf(node.id as ScopeId) : node.scope === rootScope ? undefined : node.scope;
  const nodes = graph.nodes.map((node): Card => {
    const box = boxes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const parent = parentOf(node);
    const corner = parent === undefined ? { x: 0, y: 0 } : (boxes.get(parent as ScopeId) ?? { x: 0, y: 0 });
    return {
      id: node.id,
      type: node.kind === 'scope' ? 'frame' : 'card',
      position: { x: box.x - corner.x, y: box.y - corner.y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      handles: node.kind === 'scope' ? [] : handlesOf(box.width, box.height),
      ...(parent === undefined ? {} : { parentId: parent }),
      data: { label: node.label, about: node.subtitle },
    };
  });
  const edges = graph.edges.map(({ id, from, to, label }): Edge => ({
    id,
    source: from,
    target: to,
    type: 'smoothstep',
    label,
  }));
  return { nodes, edges };
}

function Picture({ nodes, edges }: { readonly nodes: Card[]; readonly edges: Edge[] }) {
  const [shownNodes, , onNodesChange] = useNodesState(nodes);
  const [shownEdges, , onEdgesChange] = useEdgesState(edges);
  return h(
    ReactFlow<Card, Edge>,
    {
      nodes: shownNodes,
      edges: shownEdges,
      onNodesChange,
      onEdgesChange,
      nodeTypes,
      onlyRenderVisibleElements: true,
      panOnScroll: true,
      minZoom: 0.04,
      defaultViewport: { x: 500, y: 48, zoom: 0.75 },
      proOptions: { hideAttribution: true },
    },
    h(Background, null),
  );
}

let shown: Root | undefined;
await yamlReady();
window.flowFloor = {
  show: async (text) => {
    shown?.unmount();
    const element = document.getElementById('root');
    const picture = pictureOf(text);
    if (!element) return Number.NaN;
    const started = performance.now();
    shown = createRoot(element);
    shown.render(h(ReactFlowProvider, null, h(Picture, picture)));
    return window.recorder.until(started, () => document.querySelector('.card') !== null);
  },
};
