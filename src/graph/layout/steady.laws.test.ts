import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Box } from '../../base/index.ts';
import { type FlowEdit, type NodeId, planEdit, readSource, type ScopeId, type Source } from '../../fdl/index.ts';
import { edits } from '../../testing/arbitrary-edits.ts';
import { detours, overlaps, unreadable } from '../../testing/picture-laws.ts';
import { randomFlow } from '../../testing/random-flow.ts';
import { tangledFlows } from '../../testing/tangled-flows.ts';
import { entryId, type FlowGraph, layoutGraph, type Placement, projectGraph, renamed, type Stood } from '../index.ts';

/**
 * What "an edit moves only what it must" means. Before and after are compared scope by scope, from where the scope
 * starts, since that is what stays on the screen; a state that was renamed is the same state.
 */

interface Pictured extends Stood {
  readonly source: Source;
}
const opened = (text: string): Pictured => {
  const source = readSource(text);
  const graph = projectGraph(source.flow, []);
  return { source, graph, placement: layoutGraph(graph) };
};

/** The picture after an edit; `undefined` where it is refused, or leaves nothing to read. */
function edited(before: Pictured, edit: FlowEdit): Pictured | undefined {
  const plan = planEdit(before.source, edit);
  if (!plan.ok) return undefined;
  const source = readSource(applyChanges(before.source.text, plan.value.changes));
  if (source.problems.length > 0) return undefined;
  const graph = projectGraph(source.flow, [], before.graph);
  return { source, graph, placement: layoutGraph(graph, undefined, undefined, before) };
}

interface Seen {
  readonly id: NodeId;
  readonly scope: NodeId;
  readonly before: Box;
  readonly after: Box;
  /** Hung together with the start before: what stands by itself joins it where it can. */
  readonly joined: boolean;
}
/** The states there are in both pictures, each as seen from the start of its scope. */
function seenInBoth(before: Pictured, after: Pictured): readonly Seen[] {
  const old = renamed(before, after.graph).nodes;
  const joined = joinedToStart(before.graph);
  return after.graph.nodes.flatMap((node): Seen[] => {
    const was = old.get(node.id) ?? node.id;
    const a = fromStart(before.placement, was, old.get(node.scope) ?? node.scope);
    const b = fromStart(after.placement, node.id, node.scope);
    if (node.kind === 'scope' || !a || !b) return [];
    return [{ id: node.id, scope: node.scope, before: a, after: b, joined: joined.has(was) }];
  });
}
function fromStart({ boxes }: Placement, id: NodeId, scope: NodeId): Box | undefined {
  const start = boxes.get(entryId(scope as ScopeId));
  const box = boxes.get(id);
  return box && start && { ...box, x: box.x - start.x - start.width / 2, y: box.y - start.y };
}
function joinedToStart({ nodes, edges }: FlowGraph): ReadonlySet<NodeId> {
  const found = new Set(nodes.filter(({ kind }) => kind === 'entry').map(({ id }) => id));
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { from, to } of edges) if (found.has(from) || found.has(to)) found.add(from).add(to);
  }
  return found;
}

const middle = ({ x, width }: Box): number => x + width / 2;
const isStraight = (box: Box): boolean => Math.abs(middle(box)) < 1;
const isBeside = (a: Box, b: Box): boolean => Math.abs(a.y - b.y) < 1;
const side = (a: Box, b: Box): number => Math.sign(middle(a) - middle(b));

/** Pairs that stood in one row and still do, the other way round, though neither came to or left the straight way. */
function swapped(all: readonly Seen[]): readonly string[] {
  const own = all.filter(({ before, after, joined }) => joined && isStraight(before) === isStraight(after));
  return own.flatMap((a, i) =>
    own
      .slice(0, i)
      .filter((b) => a.scope === b.scope && isBeside(a.before, b.before) && isBeside(a.after, b.after))
      .filter((b) => side(a.before, b.before) !== side(a.after, b.after))
      .map((b) => `${a.id} and ${b.id}`),
  );
}

/** The states of the straight way, down to where an edit was made on it, that do not stand where they stood. */
function movedAbove(all: readonly Seen[], edit: NodeId): readonly string[] {
  return all
    .filter(({ before }) => isStraight(before))
    .filter(({ scope, before }) => {
      const places = all.filter((other) => other.scope === scope && isIn(edit, other.id));
      return places.length > 0 && places.every((at) => isStraight(at.before) && before.y <= at.before.y);
    })
    .filter(({ before, after }) => Math.abs(before.y - after.y) > 1 || !isStraight(after))
    .map(({ id }) => id);
}
const isIn = (inner: NodeId, outer: NodeId): boolean => inner === outer || inner.startsWith(`${outer}/`);

/** Where a change of the picture begins: at a state, or where a scope starts. */
function placeOf(edit: FlowEdit): NodeId | undefined {
  if (edit.type === 'insert-on-edge' || edit.type === 'disconnect') {
    return edit.outlet.kind === 'start' ? entryId(edit.from as unknown as ScopeId) : edit.from;
  }
  return edit.type === 'add-state' ? edit.after : undefined;
}

const flows = fc.oneof(
  { weight: 4, arbitrary: fc.nat(100_000).map((seed) => opened(randomFlow(seed))) },
  { weight: 1, arbitrary: tangledFlows.map(opened) },
);
const patience = 120_000;

describe('after any edit', () => {
  test(
    'states beside each other are not exchanged, what is above on the straight way stays, and the picture is sound',
    () => {
      fc.assert(
        fc.property(flows, fc.array(edits, { minLength: 1, maxLength: 4 }), (flow, makes) => {
          let now = flow;
          for (const make of makes) {
            const edit = make(now.source);
            const next = edited(now, edit);
            if (!next) continue;
            const seen = seenInBoth(now, next);
            const at = placeOf(edit);
            expect(swapped(seen)).toEqual([]);
            expect(at === undefined ? [] : movedAbove(seen, at)).toEqual([]);
            expect(overlaps(next.graph, next.placement)).toEqual([]);
            expect(detours(next.graph, next.placement)).toEqual([]);
            expect(unreadable(next.graph, next.placement)).toEqual([]);
            now = next;
          }
        }),
        { numRuns: 300 },
      );
    },
    patience,
  );

  test('a new name moves nothing', () => {
    fc.assert(
      fc.property(flows, fc.nat(), (flow, n) => {
        const states = flow.graph.nodes.filter(({ kind }) => kind !== 'entry' && kind !== 'scope');
        const state = states[n % states.length];
        const after = state && edited(flow, { type: 'rename-state', state: state.id as never, name: 'Another' });
        if (!after) return;
        for (const seen of seenInBoth(flow, after)) expect(seen.after).toEqual(closeTo(seen.before));
      }),
      { numRuns: 150 },
    );
  });

  test('nothing done is nothing moved, whatever edits came before', () => {
    fc.assert(
      fc.property(flows, edits, (flow, make) => {
        const after = edited(flow, make(flow.source)) ?? flow;
        const again = layoutGraph(after.graph, undefined, undefined, after);
        for (const [id, box] of after.placement.boxes) expect(again.boxes.get(id)).toEqual(closeTo(box));
        for (const [id, route] of after.placement.routes) {
          expect(again.routes.get(id)).toEqual(route.map(({ x, y }) => ({ x: near(x), y: near(y) })));
        }
      }),
      { numRuns: 200 },
    );
  });
});

const near = (value: number): unknown => expect.closeTo(value, 0);
const closeTo = ({ x, y, width, height }: Box): unknown => ({ x: near(x), y: near(y), width: near(width), height });
