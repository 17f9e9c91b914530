import { describe, expect, test } from 'vitest';
import type { Box, Point } from '../../base/index.ts';
import { type NodeId, readSource, type StateId } from '../../fdl/index.ts';
import {
  collapseGraph,
  type FlowGraph,
  layoutGraph,
  neighbour,
  type Placement,
  projectGraph,
  type Stood,
} from '../index.ts';

const drawn = (text: string) => projectGraph(readSource(text).flow, []);
const placed = (text: string, pinned?: ReadonlyMap<NodeId, Point>): Placement =>
  layoutGraph(drawn(text), undefined, pinned);
const box = (placement: Placement, id: string): Box => placement.boxes.get(id as NodeId)!;
const middle = (placement: Placement, id: string): number => box(placement, id).x + box(placement, id).width / 2;
const below = (placement: Placement, upper: string, lower: string): boolean =>
  box(placement, upper).y + box(placement, upper).height < box(placement, lower).y;

const ladder = `StartAt: A
States:
- Name: A
  Type: Task
  Catch:
  - {Errors: [FnF.ALL], Next: Bad}
  Next: B
- Name: B
  Type: Choice
  Branches:
  - {Condition: $Input.x > 1, Next: C}
  Default: D
- {Name: C, Type: Pass, Next: D}
- {Name: D, Type: Pass, End: true}
- {Name: Bad, Type: Fail}
`;

describe('layout', () => {
  test('goes from top to bottom, the main way in one straight line, the start at x 0', () => {
    const placement = placed(ladder);
    expect(['~start', 'A', 'B', 'C', 'D'].map((id) => middle(placement, id))).toEqual([0, 0, 0, 0, 0]);
    expect(below(placement, 'A', 'B') && below(placement, 'B', 'C') && below(placement, 'C', 'D')).toBe(true);
    expect(placement.routes.get('next@A')).toHaveLength(2);
  });

  test('puts error paths aside', () => {
    const placement = placed(ladder);
    expect(box(placement, 'Bad').x).toBeGreaterThan(box(placement, 'B').x + box(placement, 'B').width);
    expect(placement.ports.get('catch:0@A')?.x).toBe(box(placement, 'A').x + box(placement, 'A').width);
  });

  test('gives a hundred error paths to one handler one line to share', () => {
    const task = (i: number) => `- {Name: s${i}, Type: Task, Next: s${i + 1}, Catch: [{Errors: [E], Next: Bad}]}\n`;
    const text = `StartAt: s0\nStates:\n${Array.from({ length: 100 }, (_, i) => task(i)).join('')}`;
    const placement = placed(`${text}- {Name: s100, Type: Succeed}\n- {Name: Bad, Type: Fail}\n`);
    expect(placement.size.width).toBeLessThan(600);
    expect(placement.labels.size).toBe(100);
  });

  test('gives every label a place, each its own', () => {
    const { labels } = placed(ladder);
    expect([...labels.keys()].sort()).toEqual(['branch:0@B', 'catch:0@A', 'default@B']);
    expect(new Set([...labels.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
  });

  test('draws a way back as a loop beside the states', () => {
    const placement = placed(ladder.replace('Type: Pass, End: true', 'Type: Pass, Next: A'));
    const route = placement.routes.get('next@D') ?? [];
    const right = Math.max(...route.map((p) => p.x));
    const left = Math.min(...route.map((p) => p.x));
    expect(Math.max(right, -left)).toBeGreaterThan(box(placement, 'B').width / 2);
    expect(route.at(-1)).toEqual({ x: 0, y: box(placement, 'A').y });
  });

  test('draws a state that leads to itself', () => {
    const route = placed('States:\n- {Name: A, Type: Pass, Next: A}\n').routes.get('next@A') ?? [];
    expect(route.length).toBeGreaterThan(4);
  });

  test('makes a container as large as what is in it', () => {
    const placement = placed(`States:
- Name: P
  Type: Parallel
  Branches:
  - {StartAt: X, States: [{Name: X, Type: Pass, Next: Y}, {Name: Y, Type: Pass, End: true}]}
  - {StartAt: Z, States: []}
  End: true
`);
    const outer = box(placement, 'P');
    for (const id of ['P/Branch0', 'P/Branch1', 'P/Branch0/Y']) {
      const inner = box(placement, id);
      expect(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width).toBe(true);
      expect(inner.y > outer.y && inner.y + inner.height <= outer.y + outer.height).toBe(true);
    }
  });

  test('a container with a long name has no more title than one with a short one', () => {
    const of = (name: string) =>
      placed(
        `States:\n- {Name: ${name}, Type: Map, Processor: {StartAt: X, States: [{Name: X, Type: Pass, End: true}]}, End: true}\n`,
      );
    const long = 'a name that would need a second line on a card';
    expect(box(of(long), long).height).toBe(box(of('M'), 'M').height);
  });

  test('a flow without states has a picture without size', () => {
    expect(placed('').size).toEqual({ width: 0, height: 0 });
  });
});

describe('nodes placed by hand', () => {
  const pinned = new Map([['C' as NodeId, { x: 700, y: 40 }]]);
  test('stand where they were put, and edges find their way to them', () => {
    const placement = placed(ladder, pinned);
    expect(box(placement, 'C')).toMatchObject({ x: 700, y: 40 });
    expect(placement.routes.get('branch:0@B')?.at(-1)).toEqual({ x: 700 + box(placement, 'C').width / 2, y: 40 });
    expect(placement.routes.get('next@C')?.[0]).toEqual(placement.ports.get('next@C'));
  });
  test('do not move the others', () => {
    const [free, tied] = [placed(ladder), placed(ladder, pinned)];
    for (const id of ['A', 'B', 'D', 'Bad']) expect(box(tied, id)).toEqual(box(free, id));
  });
  test('others give way to them', () => {
    const at = box(placed(ladder), 'B');
    const placement = placed(ladder, new Map([['C' as NodeId, { x: at.x + 10, y: at.y + 10 }]]));
    expect(box(placement, 'B').x).toBeGreaterThan(at.x + box(placement, 'C').width);
  });
});

describe('arrow keys', () => {
  const graph = drawn(ladder);
  const placement = layoutGraph(graph);
  test('go to the nearest state in that direction', () => {
    expect(neighbour(graph, placement, 'A' as NodeId, 'down')).toBe('B');
    expect(neighbour(graph, placement, 'B' as NodeId, 'up')).toBe('A');
    expect(neighbour(graph, placement, 'A' as NodeId, 'right')).toBe('Bad');
  });
  test('stay where nothing lies ahead', () => {
    expect(neighbour(graph, placement, 'A' as NodeId, 'up')).toBeUndefined();
    expect(neighbour(graph, placement, 'gone' as NodeId, 'up')).toBeUndefined();
  });
});

describe('loops and error paths', () => {
  const place = (states: string) => {
    const graph = projectGraph(readSource(`StartAt: A\nStates:\n${states}`).flow, []);
    return layoutGraph(graph);
  };

  test('a loop runs on the side of the state it comes from: it does not cut through the straight way', () => {
    const { routes } = place(`- {Name: A, Type: Choice, Branches: [{Condition: $Input.a, Next: W}], Default: B}
- {Name: W, Type: Wait, Seconds: 1, Next: A}
- {Name: B, Type: Pass, Next: C}
- {Name: C, Type: Pass, End: true}
`);
    const out = routes.get('branch:0@A') ?? [];
    const back = routes.get('next@W') ?? [];
    const middle = routes.get('default@A')?.at(-1)?.x ?? 0;
    const side = Math.sign((out.at(-1)?.x ?? 0) - middle);
    expect(side).not.toBe(0);
    expect(back.slice(0, -2).every(({ x }) => Math.sign(x - middle) === side)).toBe(true);
  });

  test('of several error paths the one that leads furthest right leaves at the top', () => {
    const { ports, routes } = place(`- Name: A
  Type: Task
  Catch: [{Errors: [E], Next: X}, {Errors: [F], Next: Y}]
  Next: B
- {Name: B, Type: Succeed}
- {Name: X, Type: Fail}
- {Name: Y, Type: Fail}
`);
    const ends = ['catch:0@A', 'catch:1@A'].map((id) => ({
      y: ports.get(id)?.y ?? 0,
      to: routes.get(id)?.at(-1)?.x ?? 0,
    }));
    const [upper, lower] = ends.sort((a, b) => a.y - b.y);
    expect(upper?.to).toBeGreaterThan(lower?.to ?? 0);
  });

  test('an error path that leads back goes up beside its state, not around below it', () => {
    const { boxes, ports, routes } = place(`- {Name: A, Type: Pass, Next: B}
- {Name: B, Type: Task, Catch: [{Errors: [E], Next: A}, {Errors: [F], Next: B}], Next: C}
- {Name: C, Type: Pass, End: true}
`);
    for (const id of ['catch:0@B', 'catch:1@B']) {
      const lowest = Math.max(...(routes.get(id) ?? []).map(({ y }) => y));
      expect(lowest).toBe(ports.get(id)?.y);
      expect(lowest).toBeLessThan((boxes.get('B' as NodeId)?.y ?? 0) + 60);
    }
  });

  test('a loop of a card beside a container turns right below the card', () => {
    const { boxes, routes } = place(`- {Name: A, Type: Task, Catch: [{Errors: [E], Next: W}], Next: M}
- {Name: M, Type: Map, Processor: {StartAt: X, States: [{Name: X, Type: Pass, End: true}]}, End: true}
- {Name: W, Type: Wait, Seconds: 1, Next: W}
`);
    const [card, container] = [boxes.get('W' as NodeId), boxes.get('M' as NodeId)];
    expect(card?.y).toBe(container?.y);
    const lowest = Math.max(...(routes.get('next@W') ?? []).map(({ y }) => y));
    expect(lowest).toBeLessThan((card?.y ?? 0) + (card?.height ?? 0) + 30);
    expect(lowest).toBeLessThan((container?.y ?? 0) + (container?.height ?? 0) - 30);
  });

  test('of error paths that share their way each has its label right below where it leaves', () => {
    const step = (i: number) => `- {Name: S${i}, Type: Task, Catch: [{Errors: [E], Next: X}], Next: S${i + 1}}\n`;
    const { boxes, labels } = place(`- {Name: A, Type: Pass, Next: S0}
${[0, 1, 2, 3, 4, 5].map(step).join('')}- {Name: S6, Type: Choice, Branches: [{Condition: $Input.a, Next: Y}, {Condition: $Input.b, Next: X}], Default: Z}
- {Name: Y, Type: Succeed}
- {Name: Z, Type: Succeed}
- {Name: X, Type: Fail}
`);
    const right = (id: string) => (boxes.get(id as NodeId)?.x ?? 0) + (boxes.get(id as NodeId)?.width ?? 0);
    for (const i of [0, 1, 2, 3]) expect(labels.get(`catch:0@S${i}`)?.x).toBeLessThan(right(`S${i}`) + 60);
  });

  test('what only errors and ways aside lead to stands at the right, also where it is written first', () => {
    const { boxes, routes } =
      place(`- {Name: A, Type: Task, Catch: [{Errors: [E], Next: X}, {Errors: [F], Next: X}], Next: V}
- {Name: V, Type: Choice, Branches: [{Condition: $Input.a, Next: X}, {Condition: $Input.b, Next: W}], Default: C}
- {Name: W, Type: Task, Catch: [{Errors: [E], Next: X}], Next: U}
- {Name: U, Type: Choice, Branches: [{Condition: $Input.a, Next: C}], Default: X}
- {Name: C, Type: Succeed}
- {Name: X, Type: Fail}
`);
    const middle = (id: string) => (boxes.get(id as NodeId)?.x ?? 0) + (boxes.get(id as NodeId)?.width ?? 0) / 2;
    expect(middle('X')).toBeGreaterThan(middle('V'));
    const errors = [...routes].filter(([id]) => id.startsWith('catch'));
    expect(errors.every(([, route]) => route.every(({ x }) => x > middle('V')))).toBe(true);
  });
});

describe('after an edit', () => {
  const opened = (text: string): Stood => {
    const graph = drawn(text);
    return { graph, placement: layoutGraph(graph) };
  };
  const then = (before: Stood, graph: FlowGraph): Placement => layoutGraph(graph, undefined, undefined, before);
  const row = (name: string, next: string): string => `- {Name: ${name}, Type: Pass, Next: ${next}}\n`;
  const split = (b: string, c: string): string => `StartAt: A
States:
- Name: A
  Type: Choice
  Branches:
  - {Condition: $Input.x > 1, Next: B}
  Default: C
- {Name: B, Type: Pass, Next: Z}
${b}- {Name: C, Type: Pass, Next: ${c === '' ? 'Z' : 'D'}}
${c}- {Name: Z, Type: Pass, End: true}
`;

  test('the straight way stays the straight way, though another is longer now', () => {
    const before = opened(split('', ''));
    expect(middle(before.placement, 'B')).toBe(0);
    const longer = drawn(split('', row('D', 'E') + row('E', 'Z')));
    expect(middle(layoutGraph(longer), 'B')).not.toBe(0);
    const after = then(before, longer);
    expect(['A', 'B', 'Z'].map((id) => middle(after, id))).toEqual([0, 0, 0]);
    expect(middle(after, 'C')).toBe(middle(before.placement, 'C'));
  });

  test('a way that is cut leaves both of its ends where they are', () => {
    const chain = `StartAt: A\nStates:\n${row('A', 'B')}${row('B', 'C')}${row('C', 'D')}- {Name: D, Type: Succeed}\n`;
    const before = opened(chain);
    const after = then(before, drawn(chain.replace('Next: C', 'Next: nowhere')));
    for (const id of ['A', 'B', 'C', 'D']) expect(box(after, id)).toEqual(box(before.placement, id));
  });

  test('what led up leads up, though the loop is open now', () => {
    const loop = `StartAt: A\nStates:\n${row('A', 'B')}${row('B', 'C')}${row('C', 'B')}`;
    const before = opened(loop);
    const after = then(before, drawn(loop.replace('B, Type: Pass, Next: C', 'B, Type: Pass, Next: nowhere')));
    for (const id of ['A', 'B', 'C']) expect(box(after, id)).toEqual(box(before.placement, id));
  });

  test('what hangs on a state comes along when that is folded', () => {
    const inner = Array.from(
      { length: 4 },
      (_, i) => `{StartAt: X${i}, States: [{Name: X${i}, Type: Pass, End: true}]}`,
    );
    const before = opened(`StartAt: P
States:
- {Name: P, Type: Parallel, Branches: [${inner.join(', ')}], Catch: [{Errors: [E], Next: Bad}], Next: Z}
- {Name: Z, Type: Succeed}
- {Name: Bad, Type: Fail}
`);
    const after = then(before, collapseGraph(before.graph, new Set(['P' as StateId])));
    expect(box(after, 'Bad').x).toBeLessThan(box(before.placement, 'Bad').x - 200);
    expect(middle(after, 'Z')).toBe(0);
  });
});
