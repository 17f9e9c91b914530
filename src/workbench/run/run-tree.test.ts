import { afterEach, describe, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { fakePorts } from '../../testing/fake-ports.ts';
import { createWorkbench, type RunWord, type Workbench } from '../index.ts';
import { rootScope, stateId } from '../../fdl/index.ts';

const task = (name: string, more: string): string =>
  `- { Type: Task, Name: ${name}, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/${name.toLowerCase()}', invocationType: Sync }, ${more} }`;
const flow = dedent`
  Type: StateMachine
  Name: three
  SpecVersion: v1
  StartAt: A
  States:
  ${task('A', 'Next: B')}
  ${task('B', 'Next: C')}
  ${task('C', 'End: true')}
`;
let ports = fakePorts();
const opened: (Workbench & { stop: () => void })[] = [];
afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

async function open(text = flow): Promise<Workbench> {
  ports = fakePorts();
  const workbench = createWorkbench(ports);
  opened.push(workbench);
  await workbench.editable();
  const opening = workbench.openText(text, 'mine');
  workbench.markDrawn(workbench.getState().document.revision);
  await opening;
  workbench.setSettings({ input: '{}', cards: [] });
  return workbench;
}
async function until(workbench: Workbench, done: (run: ReturnType<Workbench['getState']>['run']) => boolean) {
  await expect.poll(() => done(workbench.getState().run)).toBe(true);
  return workbench.getState().run;
}
const is =
  (...words: RunWord[]) =>
  (run: { readonly word: RunWord }) =>
    words.includes(run.word);

describe('the run tree', () => {
  test('a fork with another answer stands beside the run it came from', async () => {
    const workbench = await open();
    workbench.run.start();
    const first = await until(workbench, is('Succeeded'));
    workbench.run.travelTo(first.events.length - 6);
    workbench.setSettings({
      cards: [
        {
          match: { function: 'c' },
          answers: [{ kind: 'error', code: 'FC.ResourceThrottled', detail: undefined, latencyMs: 0, times: 1 }],
        },
      ],
    });
    workbench.run.resumeFromHere();
    workbench.run.continue();
    const forked = await until(workbench, is('Failed'));
    expect(forked.error?.code).toBe('FC.ResourceThrottled');
    expect(forked.runs).toMatchObject([
      { id: 1, parent: undefined, word: 'Succeeded' },
      { id: 2, parent: 1, word: 'Failed' },
    ]);
    workbench.run.showRun(1);
    const again = await until(workbench, ({ current }) => current === 1);
    workbench.run.travelTo(undefined);
    expect(workbench.getState().run.events).toEqual(first.events);
    expect(again.runs).toHaveLength(2);
  });

  test('moving on from an earlier moment never touches what came after it', async () => {
    const workbench = await open();
    workbench.run.start();
    await until(workbench, is('Succeeded'));
    workbench.run.moveBy(-8);
    workbench.run.step();
    await until(workbench, ({ runs }) => runs.length === 2);
    expect(workbench.getState().run.runs.map(({ word }) => word)).toEqual(['Succeeded', expect.any(String)]);
  });

  test('runs of before stay to compare with; one can be removed', async () => {
    const workbench = await open();
    workbench.run.start();
    await until(workbench, is('Succeeded'));
    workbench.run.restart();
    await until(workbench, (run) => run.word === 'Succeeded' && run.current === 2);
    expect(workbench.run.sessionOf(1)).toBeDefined();
    workbench.run.removeRun(1);
    expect(workbench.getState().run.runs.map(({ id }) => id)).toEqual([2]);
  });

  test('it runs to a state a person points at', async () => {
    const workbench = await open();
    workbench.run.runTo(stateId(rootScope, 'C'));
    const run = await until(workbench, is('Paused'));
    expect(run.pausedAt).toBe('before C');
  });
});

describe('editing while paused', () => {
  test('a change ahead holds and can be gone on with', async () => {
    const workbench = await open();
    workbench.run.runTo(stateId(rootScope, 'C'));
    await until(workbench, is('Paused'));
    workbench.edit({ type: 'rename-state', state: stateId(rootScope, 'C'), name: 'D' }, 'inspector');
    ports.pass(500);
    expect(workbench.getState().run.standing.kind).toBe('holds');
    workbench.run.adoptText();
    workbench.run.continue();
    const run = await until(workbench, is('Succeeded'));
    expect(run.events.filter(({ type }) => type === 'StepEntered').map(({ stepName }) => stepName)).toEqual([
      'A',
      'B',
      'D',
    ]);
  });

  test('a change behind names the first event that differs', async () => {
    const workbench = await open();
    workbench.run.runTo(stateId(rootScope, 'C'));
    await until(workbench, is('Paused'));
    workbench.edit({ type: 'rename-state', state: stateId(rootScope, 'B'), name: 'X' }, 'inspector');
    ports.pass(500);
    expect(workbench.getState().run.standing).toMatchObject({
      kind: 'differs',
      was: { stepName: 'B' },
      becomes: { stepName: 'X' },
    });
    workbench.undo();
    ports.pass(500);
    expect(workbench.getState().run.standing).toEqual({ kind: 'same' });
  });
});
