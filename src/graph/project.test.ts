import { describe, expect, test } from 'vitest';
import { type Diagnostic, readSource, type StateId } from '../fdl/index.ts';
import { randomFlow } from '../testing/random-flow.ts';
import { collapseGraph, type FlowGraph, graphJson, isSameShape, projectGraph } from './index.ts';

const order = `Type: StateMachine
Name: order
SpecVersion: v1
StartAt: Charge card
States:
- Name: Charge card
  Type: Task
  Action: FC:InvokeFunction
  Parameters:
    resourceArn: acs:fc:::services/pay/functions/charge
    invocationType: Sync
  Catch:
  - Errors: [FC.ResourceThrottled, FnF.ALL]
    Next: Give up
  Next: Large?
- Name: Large?
  Type: Choice
  Branches:
  - Condition: $Input.amount > 1000
    Next: Both
  Default: Done
- Name: Both
  Type: Parallel
  Branches:
  - StartAt: Left
    States:
    - {Name: Left, Type: Wait, Seconds: 30, End: true}
  - StartAt: Right
    States: []
  Next: Done
- {Name: Done, Type: Succeed}
- {Name: Give up, Type: Fail, Code: TooBad}
`;
const graphOf = (text: string, diagnostics: readonly Diagnostic[] = []): FlowGraph =>
  projectGraph(readSource(text).flow, diagnostics);
const edgesOf = (graph: FlowGraph): string[] =>
  graph.edges.map((e) => `${e.from} -${e.outlet.kind}${e.label ? ` (${e.label})` : ''}-> ${e.to}`);

describe('the picture of a flow', () => {
  test('has a node for every state, one for every scope inside one, and one where each scope starts', () => {
    const nodes = graphOf(order).nodes.map((n) => `${n.kind} ${n.id}`);
    expect(nodes).toEqual([
      'entry ~start',
      'Task Charge card',
      'Choice Large?',
      'Parallel Both',
      'scope Both/Branch0',
      'entry Both/Branch0/~start',
      'Wait Both/Branch0/Left',
      'scope Both/Branch1',
      'Succeed Done',
      'Fail Give up',
    ]);
  });

  test('has an edge for every transition, labelled with what makes it happen', () => {
    expect(edgesOf(graphOf(order))).toEqual([
      '~start -start-> Charge card',
      'Charge card -next-> Large?',
      'Charge card -catch (FC.ResourceThrottled, FnF.A…)-> Give up',
      'Large? -branch ($Input.amount > 1000)-> Both',
      'Large? -default (Default)-> Done',
      'Both/Branch0/~start -start-> Both/Branch0/Left',
      'Both -next-> Done',
    ]);
  });

  test('says in a few words what each state does', () => {
    const about = Object.fromEntries(graphOf(order).nodes.map((n) => [n.label, n.subtitle]));
    expect(about).toMatchObject({
      'Charge card': 'charge',
      'Large?': '1 condition',
      Both: '2 branches',
      Left: '30 s',
      Done: 'ends well',
      'Give up': 'TooBad',
    });
  });

  test('does not call the type of a half-typed state unknown', () => {
    const about = (text: string) => graphOf(`States:\n- Name: B\n  Type: Pass\n${text}`).nodes.map((n) => n.subtitle);
    expect(about("- Name: A\n  Type: Choice\n  Default: 'B\n")).toContain('Choice, not readable yet');
    expect(about('- Name: A\n  Type: Choise\n')).toContain('unknown type Choise');
  });

  test('leaves out an edge whose target nobody can find, and keeps its outlet open', () => {
    const graph = graphOf('States:\n- {Name: A, Type: Pass, Next: Nowhere}\n');
    expect(graph.edges).toEqual([]);
    expect(graph.nodes.find((n) => n.label === 'A')?.outlets).toHaveLength(1);
  });

  test('draws states of the same name apart; a name leads to the first of them', () => {
    const graph = graphOf(
      'StartAt: A\nStates:\n- {Name: A, Type: Pass, Next: A}\n- {Name: A, Type: Pass, End: true}\n',
    );
    expect(graph.nodes.map((n) => n.id)).toEqual(['~start', 'A', 'A~~2']);
    expect(edgesOf(graph)).toEqual(['~start -start-> A', 'A -next-> A']);
  });

  test.each(['__proto__', 'constructor', 'a/b', '~start', '扣款 💳', '"quoted"', 'x@next'])(
    'draws a state called %s',
    (name) => {
      const text = JSON.stringify({ StartAt: name, States: [{ Name: name, Type: 'Pass', Next: name }] });
      const graph = graphOf(text);
      expect(graph.nodes.map((n) => n.label)).toEqual(['Start', name]);
      expect(new Set(graph.nodes.map((n) => n.id)).size).toBe(2);
      expect(graph.edges).toHaveLength(2);
    },
  );

  test('counts the problems of each state; hints are none', () => {
    const at = { span: { from: 0, to: 0 }, fixes: [], message: '', code: 'C01', state: 'Done' as StateId };
    const graph = graphOf(order, [
      { ...at, severity: 'error' },
      { ...at, severity: 'warning' },
      { ...at, severity: 'hint' },
    ]);
    expect(graph.nodes.find((n) => n.id === 'Done')).toMatchObject({ errors: 1, warnings: 1 });
  });
});

describe('after a keystroke', () => {
  const before = readSource(order);
  const graph = projectGraph(before.flow, []);
  const after = (text: string) => projectGraph(readSource(text, before).flow, [], graph);

  test('every node and edge that did not change is the same object', () => {
    const next = after(order.replace('functions/charge', 'functions/charge2'));
    expect(next.nodes.filter((n) => !graph.nodes.includes(n)).map((n) => n.id)).toEqual(['Charge card']);
    expect(next.edges).toBe(graph.edges);
    expect(next.shape).toBe(graph.shape);
  });

  test('nothing at all is new when the change does not show', () => {
    expect(after(`${order}# a comment\n`)).toBe(graph);
  });

  test('a transition that goes elsewhere is another shape', () => {
    const next = after(order.replace('Default: Done', 'Default: Give up'));
    expect(isSameShape(next.shape, graph.shape)).toBe(false);
    expect(next.edges.filter((e) => !graph.edges.includes(e)).map((e) => e.to)).toEqual(['Give up']);
  });
});

describe('a closed container', () => {
  test('hides what is inside and adds up its problems', () => {
    const problem = { severity: 'error', code: 'C01', message: '', span: { from: 0, to: 0 }, fixes: [] } as const;
    const graph = graphOf(order, [{ ...problem, state: 'Both/Branch0/Left' as StateId }]);
    const closed = collapseGraph(graph, new Set(['Both' as StateId]));
    expect(closed.nodes.map((n) => n.id)).toEqual(['~start', 'Charge card', 'Large?', 'Both', 'Done', 'Give up']);
    expect(closed.nodes.find((n) => n.id === 'Both')).toMatchObject({ errors: 1, frames: [] });
    expect(closed.edges.map((e) => e.to)).not.toContain('Both/Branch0/Left');
    expect(isSameShape(closed.shape, graph.shape)).toBe(false);
  });

  test('nothing closed is the same picture', () => {
    const graph = graphOf(order);
    expect(collapseGraph(graph, new Set())).toBe(graph);
  });
});

test('as data, the picture is its states and the transitions between them (ruling R46)', () => {
  const graph = graphOf(order);
  const { nodes, edges } = graphJson(graph) as unknown as { nodes: { id: string }[]; edges: object[] };
  expect(nodes).toContainEqual({ id: 'Both/Branch0/Left', name: 'Left', type: 'Wait', scope: 'Both/Branch0' });
  expect(edges).toContainEqual({ from: 'Large?', to: 'Done', kind: 'default', label: 'Default' });
  const label = 'FC.ResourceThrottled, FnF.ALL';
  expect(edges).toContainEqual({ from: 'Charge card', to: 'Give up', kind: 'catch', label });
  expect(edges).toHaveLength(5);
  expect(nodes).toHaveLength(6);
});

test('a picture made from the one before equals one made from nothing, its shape too', () => {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace(/Next: .*/, 'End: true'),
    (text) => text.replace(/Name: (\S+)/g, 'Name: $1 with a name that needs a second line'),
    (text) => text.replace('Condition: ', 'Condition: $Input.longer && '),
    (text) => text.split('\n').slice(0, -6).join('\n'),
    () => order,
  ];
  for (let seed = 0; seed < 40; seed += 1) {
    const before = graphOf(randomFlow(seed));
    for (const change of changes) {
      const { flow } = readSource(change(randomFlow(seed)));
      const [made, fresh] = [projectGraph(flow, [], before), projectGraph(flow, [])];
      expect(made).toEqual(fresh);
      expect(made.shape.text).toBe(fresh.shape.text);
    }
  }
});
