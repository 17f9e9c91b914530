import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../base/index.ts';
import { type NodeId, readSource } from '../../fdl/index.ts';
import { tangledFlows } from '../../testing/tangled-flows.ts';
import { areApart, detours, overlaps, unreadable } from '../../testing/picture-laws.ts';
import { layoutGraph, layoutInPieces, type Placement, projectGraph } from '../index.ts';

const graphs = tangledFlows.map((text) => projectGraph(readSource(text).flow, []));

const boxOf = (placement: Placement, node: { readonly id: NodeId }): Box => placement.boxes.get(node.id)!;
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

  test(
    'every label lies on its own line and on nothing else; that of an error path right beside its outlet',
    () => {
      fc.assert(
        fc.property(graphs, (graph) => {
          expect(unreadable(graph, layoutGraph(graph))).toEqual([]);
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
          const under = own.filter((node) => node !== chosen && !areApart(box, boxOf(placement, node)));
          expect(under.map((node) => node.id)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );
});
