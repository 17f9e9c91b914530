import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkFlow, readSource, rootScope, stateId } from '../fdl/index.ts';
import { layoutGraph, projectGraph } from '../graph/index.ts';
import { fakePorts } from '../testing/fake-ports.ts';
import { createWorkbench, type Workbench } from './index.ts';
import { listFlows, readText } from './library/library.ts';
import { loadCodec } from './library/records.ts';
import { selectGraph, selectPlacement } from './selectors.ts';

/** More states than are read in one piece, some of them wrong. */
const lengthy = (name: string): string =>
  `Type: StateMachine\nName: ${name}\nSpecVersion: v1\nStartAt: s0\nStates:\n${Array.from(
    { length: 1_200 },
    (_, i) =>
      `- Name: s${i}\n  Type: Pass\n  Description: ${'one of many states '.repeat(9)}\n  Next: s${(i * 7 + 1) % 1_230}\n`,
  ).join('')}`;
/** Time passes with every look at the clock, so that work is laid aside soon and often. */
const slowPorts = () => {
  let looks = 0;
  return { ...fakePorts(), now: () => (looks += 5) };
};
const opened: (Workbench & { stop: () => void })[] = [];
const start = () => {
  const ports = slowPorts();
  const workbench = createWorkbench(ports);
  opened.push(workbench);
  return { workbench, ports };
};
/** Draws whatever comes, as the canvas does. */
const drawAll = (workbench: Workbench) => {
  workbench.subscribe(({ document }) => workbench.markDrawn(document.revision));
  workbench.markDrawn(workbench.getState().document.revision);
};
beforeAll(loadCodec);
afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

describe('a flow of thousands of states', () => {
  test('opened in pieces is read, checked and laid out as in one', async () => {
    const { workbench } = start();
    drawAll(workbench);
    const text = lengthy('many');
    const opening = workbench.openText(text);
    expect(workbench.getState().document.text).not.toBe(text);
    await opening;
    const state = workbench.getState();
    const source = readSource(text);
    const diagnostics = checkFlow(source);
    expect(state.document.source.flow).toEqual(source.flow);
    expect(state.document.diagnostics).toEqual(diagnostics);
    const graph = projectGraph(source.flow, diagnostics);
    expect(selectGraph(state)).toEqual(graph);
    expect(selectPlacement(state)).toEqual(layoutGraph(graph));
  }, 60_000);

  test('keeps its places after a change until there are new ones, the same as laid out at once', async () => {
    const { workbench } = start();
    drawAll(workbench);
    const short = Array.from({ length: 2_100 }, (_, i) => `- {Name: s${i}, Type: Pass, Next: s${i + 1}}\n`).join('');
    await workbench.openText(`StartAt: s0\nStates:\n${short}`);
    const graph = selectGraph(workbench.getState());
    const before = selectPlacement(workbench.getState());
    const from = workbench.getState().document.text.indexOf('s3}');
    const changes = [{ from, to: from + 2, insert: 's9' }];
    workbench.dispatch({ changes, origin: 'editor', label: '', time: 0 });
    expect(selectPlacement(workbench.getState())).toBe(before);
    await expect.poll(() => selectPlacement(workbench.getState()) === before).toBe(false);
    const state = workbench.getState();
    expect(selectPlacement(state)).toEqual(
      layoutGraph(selectGraph(state), undefined, undefined, { graph, placement: before }),
    );
    workbench.undo();
    await expect.poll(() => selectPlacement(workbench.getState())).toEqual(before);
  }, 60_000);

  test('shows a state with its new name where it stood, until there are new places', async () => {
    const { workbench } = start();
    drawAll(workbench);
    const short = Array.from({ length: 2_100 }, (_, i) => `- {Name: s${i}, Type: Pass, Next: s${i + 1}}\n`).join('');
    await workbench.openText(`StartAt: s0\nStates:\n${short}`);
    const before = selectPlacement(workbench.getState());
    const rename = (state: string, name: string) =>
      workbench.edit({ type: 'rename-state', state: stateId(rootScope, state), name }, 'canvas');
    rename('s7', 'another');
    rename('another', 'a third');
    const { boxes, routes } = selectPlacement(workbench.getState());
    expect(boxes.get(stateId(rootScope, 'a third'))).toBe(before.boxes.get(stateId(rootScope, 's7')));
    expect(routes.get('next@a third')).toBe(before.routes.get('next@s7'));
    const laidOut = () => layoutGraph(selectGraph(workbench.getState()));
    await expect.poll(() => selectPlacement(workbench.getState())).toEqual(laidOut());
  }, 60_000);

  test('gives way to one that is opened after it', async () => {
    const { workbench } = start();
    drawAll(workbench);
    const first = workbench.openText(lengthy('first'));
    const second = workbench.openText('Type: StateMachine\nName: second\n');
    await Promise.all([first, second]);
    expect(workbench.getState().flow.name).toBe('second');
    const third = workbench.openText(lengthy('third'));
    const fourth = workbench.openText(lengthy('fourth'));
    await Promise.all([third, fourth]);
    expect(workbench.getState().flow.name).toBe('fourth');
  }, 60_000);

  test('what is typed into the last one until it is there is kept', async () => {
    const { workbench, ports } = start();
    drawAll(workbench);
    await workbench.openText('a: 1\n', 'last');
    const { id } = workbench.getState().flow;
    const opening = workbench.openText(lengthy('next'));
    const changes = [{ from: 3, to: 4, insert: '2' }];
    workbench.dispatch({ changes, origin: 'editor', label: '', time: 0 });
    await opening;
    expect(readText(ports.storage, id)).toBe('a: 2\n');
  }, 60_000);

  test('is kept as it was when that began, and what was typed meanwhile after it', async () => {
    const { workbench, ports } = start();
    drawAll(workbench);
    const text = lengthy('kept');
    await workbench.openText(text);
    const { id } = workbench.getState().flow;
    const kept = () => readText(ports.storage, id);
    ports.pass(500);
    const type = (insert: string) =>
      workbench.dispatch({ changes: [{ from: 0, to: 0, insert }], origin: 'editor', label: '', time: 0 });
    await expect.poll(kept).toBe(text);
    type('# a\n');
    ports.pass(500);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    type('# b\n');
    await expect.poll(kept).toBe(`# a\n${text}`);
    expect(workbench.getState().saved).toBe('saving');
    ports.pass(500);
    await expect.poll(kept).toBe(`# b\n# a\n${text}`);
    expect(workbench.getState().saved).toBe('saved');
    type('# c\n');
    workbench.flush();
    expect(kept()).toBe(`# c\n# b\n# a\n${text}`);
    expect(listFlows(ports.storage).map((entry) => entry.name)).toContain('kept');
  }, 60_000);
});
