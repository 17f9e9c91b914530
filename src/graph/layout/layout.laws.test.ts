import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Point } from '../../base/index.ts';
import { type NodeId, readSource } from '../../fdl/index.ts';
import { type FlowGraph, type GraphNode, layoutGraph, layoutInPieces, type Placement, projectGraph } from '../index.ts';
import { cuts } from './free-route.ts';

/** Scopes of states that lead anywhere, also back, to themselves and to nowhere. */
interface Plan {
  readonly kind: 'Pass' | 'Choice' | 'Task' | 'Parallel' | 'Map' | 'Succeed';
  readonly to: readonly number[];
  readonly inside: readonly (readonly Plan[])[];
}
const { scope } = fc.letrec<{ scope: readonly Plan[]; plan: Plan }>((tie) => ({
  plan: fc.record({
    kind: fc.constantFrom('Pass', 'Choice', 'Task', 'Task', 'Parallel', 'Map', 'Succeed'),
    to: fc.array(fc.nat(14), { minLength: 1, maxLength: 4 }),
    inside: fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      fc.constant<readonly (readonly Plan[])[]>([[]]),
      fc.array(tie('scope'), { minLength: 1, maxLength: 3 }),
    ),
  }),
  scope: fc.array(tie('plan'), { maxLength: 12 }),
}));

const name = (index: number): string => `state ${index}`;
const written = (plans: readonly Plan[]): object => ({ StartAt: name(0), States: plans.map(writtenState) });
function writtenState({ kind, to, inside }: Plan, index: number): object {
  const [next = 0, ...more] = to;
  const base = { Name: name(index), Type: kind };
  if (kind === 'Succeed') return base;
  const branch = (n: number) => ({ Condition: `$Input.n == ${n}`, Next: name(n) });
  if (kind === 'Choice') return { ...base, Branches: more.map(branch), Default: name(next) };
  const rules = kind === 'Pass' ? {} : { Catch: more.map((n) => ({ Errors: ['FnF.ALL'], Next: name(n) })) };
  const body =
    kind === 'Parallel'
      ? { Branches: inside.map(written) }
      : kind === 'Map'
        ? { Processor: written(inside[0] ?? []) }
        : {};
  return { ...base, ...rules, ...body, Next: name(next) };
}
const graphs = scope.map((plans) => projectGraph(readSource(JSON.stringify(written(plans))).flow, []));

const apart = (a: Box, b: Box): boolean =>
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
function overlaps(graph: FlowGraph, placement: Placement): readonly string[] {
  const groups = byScope(graph);
  const wrong: string[] = [];
  for (const nodes of groups.values()) {
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(0, i)) {
        if (!apart(boxOf(placement, a), boxOf(placement, b))) wrong.push(`${a.id} lies on ${b.id}`);
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
function detours(graph: FlowGraph, placement: Placement): readonly string[] {
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

const patience = 60_000;

describe('for any flow', () => {
  test(
    'no node lies on another, and every frame holds what is in it',
    () => {
      fc.assert(
        fc.property(graphs, (graph) => {
          const placement = layoutGraph(graph);
          expect(placement.boxes.size).toBe(graph.nodes.length);
          expect(overlaps(graph, placement)).toEqual([]);
        }),
        { numRuns: 800 },
      );
    },
    patience,
  );

  test(
    'every edge runs level or upright, from its outlet to the top of its target, through no node',
    () => {
      fc.assert(
        fc.property(graphs, (graph) => {
          expect(detours(graph, layoutGraph(graph))).toEqual([]);
        }),
        { numRuns: 500 },
      );
    },
    patience,
  );

  test('the same flow is always drawn the same, and words do not move anything', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const same = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, subtitle: 'other words', errors: 3 })) };
        expect(layoutGraph(same)).toEqual(layoutGraph(graph));
      }),
      { numRuns: 40 },
    );
  });

  test('laid out in pieces, with another layout between any two of them, it is the same picture', () => {
    fc.assert(
      fc.property(graphs, graphs, (one, other) => {
        const work = [layoutInPieces(one), layoutInPieces(other)];
        const results: (Placement | void)[] = [undefined, undefined];
        while (results.includes(undefined)) {
          work.forEach((layout, i) => {
            const step = layout.next();
            if (step.done) results[i] ??= step.value;
          });
        }
        expect(results).toEqual([layoutGraph(one), layoutGraph(other)]);
      }),
      { numRuns: 40 },
    );
  });

  test(
    'a node placed by hand stands there, and no other of its scope lies on it',
    () => {
      const corners = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -300, max: 1500 }) });
      fc.assert(
        fc.property(graphs, corners, fc.nat(), (graph, corner, pick) => {
          const own = graph.nodes.filter((node) => node.scope === '' && node.kind !== 'scope');
          const chosen = own[pick % Math.max(1, own.length)];
          if (!chosen) return;
          const placement = layoutGraph(graph, undefined, new Map([[chosen.id, corner]]));
          const box = boxOf(placement, chosen);
          expect(box).toMatchObject(corner);
          const under = own.filter((node) => node !== chosen && !apart(box, boxOf(placement, node)));
          expect(under.map((node) => node.id)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );
});
