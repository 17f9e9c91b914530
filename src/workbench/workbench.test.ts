import { afterEach, describe, expect, test } from 'vitest';
import { rootScope, stateId } from '../fdl/index.ts';
import { dedent } from '../testing/dedent.ts';
import { fakePorts, type FakePorts } from '../testing/fake-ports.ts';
import { commandById, createWorkbench, selectIsExample, selectProblems, type Workbench } from './index.ts';
import { flowKey } from './library/records.ts';

const text = dedent`
  Type: StateMachine
  SpecVersion: v1
  Name: two
  StartAt: A
  States:
  - Name: A
    Type: Pass
    Next: B
  - Name: B
    Type: Pass
    End: true
`;
const a = stateId(rootScope, 'A');
const b = stateId(rootScope, 'B');
const opened: (Workbench & { stop: () => void })[] = [];

async function start(ports: FakePorts = fakePorts()): Promise<{ workbench: Workbench; ports: FakePorts }> {
  const workbench = createWorkbench(ports);
  opened.push(workbench);
  await workbench.editable();
  return { workbench, ports };
}
async function startWith(flow: string, ports: FakePorts = fakePorts()) {
  const started = await start(ports);
  const open = started.workbench.openText(flow, 'mine');
  started.workbench.markDrawn(started.workbench.getState().document.revision);
  await open;
  return started;
}
afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

describe('the first visit', () => {
  test('shows an example without problems, ready to run', async () => {
    const { workbench } = await start();
    const { document, settings } = workbench.getState();
    expect(document.diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(document.source.flow.states.length).toBeGreaterThan(3);
    expect(JSON.parse(settings.input)).toBeTypeOf('object');
  });
});

describe('what is said about the example', () => {
  test('is said of the example only', async () => {
    const { workbench } = await start();
    expect(selectIsExample(workbench.getState())).toBe(true);
    const other = await startWith(text);
    expect(selectIsExample(other.workbench.getState())).toBe(false);
  });
});

describe('editing', () => {
  test('an edit changes the text, selects what it is about and is heard by the views', async () => {
    const { workbench } = await startWith(text);
    const heard: string[] = [];
    workbench.onTransaction(({ label }) => heard.push(label));
    expect(workbench.edit({ type: 'rename-state', state: b, name: 'C' }, 'inspector').ok).toBe(true);
    expect(workbench.getState().document.text).toContain('Next: C');
    expect(workbench.getState().view.selection).toEqual(['C']);
    expect(heard).toHaveLength(1);
    workbench.undo();
    expect(workbench.getState().document.text).toBe(text);
    workbench.redo();
    expect(workbench.getState().document.text).toContain('Next: C');
  });

  test('a refusal changes nothing and says why, in a notice where it is wanted', async () => {
    const { workbench } = await startWith(text);
    const done = workbench.edit({ type: 'rename-state', state: b, name: 'A' }, 'canvas', { notify: true });
    expect(done).toMatchObject({ ok: false, error: { reason: 'name-taken' } });
    expect(workbench.getState().document.text).toBe(text);
    expect(workbench.getState().notices.map(({ tone }) => tone)).toEqual(['warning']);
  });

  test('an edit of text that counts elsewhere offers to write it out first, as one step', async () => {
    const shared = text
      .replace('  Next: B', '  OutputConstructor: &o {x: 1}\n  Next: B')
      .replace('  End:', '  OutputConstructor: *o\n  End:');
    const { workbench } = await startWith(shared);
    workbench.edit({ type: 'set-field', state: b, path: ['OutputConstructor', 'x'], value: 2 }, 'inspector');
    const [notice] = workbench.getState().notices;
    expect(notice?.text).toContain('also change A');
    notice?.actions[0]?.run();
    expect(workbench.getState().document.text).toMatch(/&o \{x: 1\}[^]*x: 2/);
    workbench.undo();
    expect(workbench.getState().document.text).toBe(shared);
  });

  test('the selection follows a state that is renamed by typing, and forgets one that is gone', async () => {
    const { workbench } = await startWith(text);
    workbench.select([b], 'canvas');
    const at = text.lastIndexOf('Name: B') + 'Name: B'.length;
    const typing = { changes: [{ from: at, to: at, insert: 'b' }], origin: 'editor', label: '', time: 0 } as const;
    workbench.dispatch(typing);
    expect(workbench.getState().view.selection).toEqual(['Bb']);
    workbench.edit({ type: 'remove-states', states: [stateId(rootScope, 'Bb')] }, 'canvas');
    expect(workbench.getState().view.selection).not.toContain('Bb');
  });

  test('breakpoints go along with a renamed state', async () => {
    const { workbench } = await startWith(text);
    workbench.toggleBreakpoint(b);
    workbench.edit({ type: 'rename-state', state: b, name: 'C' }, 'inspector');
    expect(workbench.getState().settings.breakpoints).toEqual([{ state: 'C', when: 'before' }]);
    workbench.toggleBreakpoint(stateId(rootScope, 'C'));
    expect(workbench.getState().settings.breakpoints).toEqual([]);
  });

  test('commands say whether they can be used, and Tidy forgets hand-placed nodes', async () => {
    const { workbench } = await startWith(text);
    const enabled = (id: string): boolean | undefined => commandById(id)?.enabled(workbench.getState());
    expect([enabled('undo'), enabled('remove'), enabled('run'), enabled('continue')]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    const positions = new Map([[a, { x: 5, y: 5 }]]);
    workbench.dispatch({ changes: [], positions, origin: 'canvas', label: 'Move A', time: 0 });
    expect(enabled('undo')).toBe(true);
    commandById('tidy')?.run(workbench);
    expect(workbench.getState().document.positions.size).toBe(0);
    workbench.undo();
    expect(workbench.getState().document.positions.get(a)).toEqual({ x: 5, y: 5 });
  });

  test('problems are found by state', async () => {
    const { workbench } = await startWith(text.replace('Next: B', 'Next: Nowhere'));
    expect(
      selectProblems(workbench.getState(), a)
        .map(({ message }) => message)
        .join(),
    ).toContain('Nowhere');
  });
});

describe('keeping', () => {
  test('a change is kept within half a second and is there the next time, with all that belongs to it', async () => {
    const { workbench, ports } = await startWith(text);
    workbench.edit({ type: 'rename-state', state: b, name: 'C' }, 'inspector');
    workbench.setSettings({ input: '{"x":1}', savedInputs: [{ name: 'one', text: '{}' }] });
    workbench.dispatch({
      changes: [],
      positions: new Map([[a, { x: 3, y: 4 }]]),
      origin: 'canvas',
      label: '',
      time: 0,
    });
    expect(workbench.getState().saved).toBe('saving');
    ports.pass(500);
    expect(workbench.getState().saved).toBe('saved');

    const { workbench: later } = await start(fakePorts(ports.kept));
    const { document, settings, flow } = later.getState();
    expect(document.text).toContain('Name: C');
    expect(document.positions.get(a)).toEqual({ x: 3, y: 4 });
    expect(settings).toMatchObject({ input: '{"x":1}', savedInputs: [{ name: 'one', text: '{}' }] });
    expect(flow.name).toBe('mine');
  });

  test('typing without a pause does not put saving off', async () => {
    const { workbench, ports } = await startWith('a');
    for (let i = 0; i < 10; i += 1) {
      const changes = [{ from: 0, to: 0, insert: 'x' }];
      workbench.dispatch({ changes, origin: 'editor', label: '', time: ports.now() });
      ports.pass(100);
    }
    const { id } = workbench.getState().flow;
    expect(ports.kept.get(flowKey(id, 'text'))?.length).toBeGreaterThan(5);
  });

  test('a full store is said once, stays said, offers the work as a file, and recovers', async () => {
    const { workbench, ports } = await startWith(text);
    ports.pass(500);
    ports.fill(true);
    workbench.setSettings({ input: '{}' });
    ports.pass(500);
    expect(workbench.getState().saved).toBe('failed');
    const [notice] = workbench.getState().notices;
    expect(notice).toMatchObject({ tone: 'error', stays: true });
    notice?.actions[0]?.run();
    expect(ports.downloads).toEqual([{ name: 'mine.fdl.yaml', content: text, mediaType: 'application/yaml' }]);
    ports.fill(false);
    workbench.setSettings({ input: '{"a":1}' });
    ports.pass(500);
    expect(workbench.getState().saved).toBe('saved');
    expect(workbench.getState().notices.some(({ key }) => key === 'save-failed')).toBe(false);
  });

  test('another tab that writes the same flow is noticed, and its version can be loaded', async () => {
    const { workbench, ports } = await startWith(text);
    ports.pass(500);
    const { id } = workbench.getState().flow;
    ports.writeElsewhere(flowKey(id, 'text'), `t${text}# theirs\n`);
    const notice = workbench.getState().notices.find(({ key }) => key === 'changed-elsewhere');
    expect(notice?.stays).toBe(true);
    notice?.actions[0]?.run();
    await expect.poll(() => workbench.getState().document.text).toBe(`${text}# theirs\n`);
  });

  test('two tabs with the same flow tell each other', async () => {
    const { workbench, ports } = await startWith(text);
    ports.hear({ kind: 'opened', flow: workbench.getState().flow.id });
    expect(ports.posted.at(-1)).toEqual({ kind: 'also-open', flow: workbench.getState().flow.id });
    expect(workbench.getState().notices.some(({ key }) => key === 'open-elsewhere')).toBe(true);
  });

  test('several flows are kept side by side; removing one keeps the others', async () => {
    const { workbench, ports } = await startWith(text);
    ports.pass(500);
    const first = workbench.getState().flow.id;
    void workbench.newFlow();
    ports.pass(500);
    expect(workbench.getState().library).toHaveLength(2);
    const second = workbench.getState().flow.id;
    void workbench.openFlow(first);
    await expect.poll(() => workbench.getState().document.text).toBe(text);
    workbench.removeFlow(second);
    expect(workbench.getState().library.map(({ id }) => id)).toEqual([first]);
  });

  test('a flow removed by mistake can be put back as it was', async () => {
    const { workbench, ports } = await startWith(text);
    const first = workbench.getState().flow.id;
    ports.pass(500);
    void workbench.newFlow();
    ports.pass(500);
    const before = new Map(ports.kept);
    workbench.removeFlow(first);
    expect([...ports.kept.keys()].filter((key) => key.includes(first))).toEqual([]);
    const notice = workbench.getState().notices.find(({ key }) => key === `removed ${first}`);
    notice?.actions[0]?.run();
    expect(new Map(ports.kept)).toEqual(before);
    expect(workbench.getState().library.map(({ id }) => id)).toContain(first);
  });

  test('damaged records are opened as far as they can be read', async () => {
    const { workbench, ports } = await startWith(text);
    ports.pass(500);
    ports.kept.set(flowKey(workbench.getState().flow.id, 'aside'), '{nonsense');
    const { workbench: later } = await start(fakePorts(ports.kept));
    expect(later.getState().document.text).toBe(text);
    expect(later.getState().settings.breakpoints).toEqual([]);
  });
});

describe('running', () => {
  const waits = dedent`
    Type: StateMachine
    SpecVersion: v1
    Name: waits
    StartAt: Ask
    States:
    - Name: Ask
      Type: Task
      Action: FC:InvokeFunction
      TaskMode: WaitForCustomCallback
      Parameters:
        resourceArn: acs:fc:cn-hangzhou:1:functions/ask
        invocationType: Async
        body:
          token.$: $Context.Current.TaskToken
      OutputConstructor:
        said.$: $Output.said
      End: true
  `;
  const word = (workbench: Workbench) => expect.poll(() => workbench.getState().run.word);

  test('a run goes to its end, with what every state did', async () => {
    const { workbench } = await startWith(text);
    workbench.run.start();
    await word(workbench).toBe('Succeeded');
    const { nodes, events } = workbench.getState().run;
    expect([nodes.get(a)?.phase, nodes.get(b)?.phase]).toEqual(['succeeded', 'succeeded']);
    expect(nodes.get(a)?.exits).toEqual(['next']);
    expect(events.at(-1)?.type).toBe('ExecutionSucceeded');
  });

  test('stepping stops before each state; looking back shows that moment and forgets nothing', async () => {
    const { workbench } = await startWith(text);
    workbench.run.step();
    await word(workbench).toBe('Paused');
    workbench.run.step();
    await expect.poll(() => workbench.getState().run.nodes.get(a)?.phase).toBe('succeeded');
    workbench.run.continue();
    await word(workbench).toBe('Succeeded');
    const all = workbench.getState().run.events.length;
    workbench.run.travelTo(3);
    await expect.poll(() => workbench.getState().run.shown).toBeLessThan(all);
    expect(workbench.getState().run.events).toHaveLength(all);
    workbench.run.travelTo(undefined);
    await expect.poll(() => workbench.getState().run.shown).toBe(all);
  });

  test('a waiting token is reported over HTTP, once; the second report is refused as the service does', async () => {
    const { workbench } = await startWith(waits);
    workbench.run.start();
    await word(workbench).toBe('Waiting');
    const [waiting] = workbench.getState().run.waiting;
    if (waiting?.token === undefined) throw new Error('no token');
    const outcome = { ok: true, value: { said: 'yes' } } as const;
    expect(await workbench.run.report(waiting.token, outcome)).toEqual({ ok: true, value: true });
    await word(workbench).toBe('Succeeded');
    expect(workbench.getState().run.output).toEqual({ said: 'yes' });
    const again = await workbench.run.report(waiting.token, outcome);
    expect(again).toMatchObject({ ok: false, error: { code: 'TaskAlreadyCompleted' } });
    expect(workbench.getState().run.reports).toHaveLength(2);
  });

  test('a breakpoint stops the run; stop ends it', async () => {
    const { workbench } = await startWith(text);
    workbench.toggleBreakpoint(b);
    workbench.run.start();
    await word(workbench).toBe('Paused');
    expect(workbench.getState().run.pausedAt).toContain('B');
    workbench.run.stop();
    await word(workbench).toBe('Stopped');
  });

  test.each([
    {
      title: 'a flow with errors',
      flow: text.replace('Next: B', 'Next: Nowhere'),
      input: '',
      says: /Nowhere/,
      tab: 'problems',
    },
    { title: 'an input that is no JSON', flow: text, input: '{', says: /JSON/, tab: 'execution' },
    { title: 'an input that is no object', flow: text, input: '[1]', says: /object/, tab: 'execution' },
  ])('$title does not start, and says why', async ({ flow, input, says, tab }) => {
    const { workbench } = await startWith(flow);
    workbench.setSettings({ input });
    workbench.run.start();
    await expect.poll(() => workbench.getState().notices.at(-1)?.text).toMatch(says);
    expect(workbench.getState().run.word).toBe('Ready');
    expect(workbench.getState().view.tab).toBe(tab);
  });

  test('opening another flow ends the run and shows none', async () => {
    const { workbench } = await startWith(waits);
    workbench.run.start();
    await word(workbench).toBe('Waiting');
    void workbench.openText(text, 'other');
    expect(workbench.getState().run.word).toBe('Ready');
    expect(workbench.getState().run.events).toEqual([]);
  });
});
