import { afterEach, expect, test } from 'vitest';
import { dedent } from '../../testing/dedent.ts';
import { fakePorts } from '../../testing/fake-ports.ts';
import { rootScope, stateId } from '../../fdl/index.ts';
import { createWorkbench, type Workbench } from '../index.ts';
import { selectNodeMark } from '../selectors.ts';

const text = dedent`
  Type: StateMachine
  Name: pay
  SpecVersion: v1
  StartAt: Pay
  States:
  - { Name: Pay, Type: Task, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/pay', invocationType: Sync }, Catch: [{ Errors: [FC.AccessDenied], Next: Sorry }], Next: Done }
  - { Name: Sorry, Type: Pass, End: true }
  - { Name: Done, Type: Pass, End: true }
`;
const scenario = (path: string) => ({
  file: 'pay.scenario.yaml',
  text: `name: pays\ninput: {}\nexpect: { path: [${path}] }\n`,
});
const id = (name: string) => stateId(rootScope, name);
const opened: (Workbench & { stop: () => void })[] = [];
afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

async function open(): Promise<Workbench> {
  const workbench = createWorkbench(fakePorts());
  opened.push(workbench);
  await workbench.editable();
  const opening = workbench.openText(text, 'pay');
  workbench.markDrawn(workbench.getState().document.revision);
  await opening;
  return workbench;
}

test('scenarios are checked, and the canvas learns what they cover', async () => {
  const workbench = await open();
  workbench.setSettings({ scenarios: [scenario('Pay, Done')] });
  await workbench.checks.runAll();
  const state = workbench.getState();
  expect(state.checks.results.get('pay.scenario.yaml')).toMatchObject({ name: 'pays', ok: true });
  expect(state.checks.coverage?.states).toMatchObject({ covered: 2, total: 3, missing: ['Sorry'] });
  expect(['Pay', 'Sorry', 'Done'].map((name) => selectNodeMark(state, id(name))?.kind)).toEqual([
    'partly',
    'uncovered',
    'covered',
  ]);
  workbench.checks.paint(false);
  expect(selectNodeMark(workbench.getState(), id('Done'))).toBeUndefined();
});

test('a failure is marked where the run left the expected path, and shown', async () => {
  const workbench = await open();
  workbench.setSettings({ scenarios: [scenario('Pay, Sorry')] });
  await workbench.checks.runAll();
  const state = workbench.getState();
  expect(selectNodeMark(state, id('Done'))).toMatchObject({ kind: 'differs' });
  expect(state.view.selection).toEqual([id('Done')]);
  workbench.edit({ type: 'rename-state', state: id('Sorry'), name: 'Oh' }, 'inspector');
  expect(workbench.getState().checks.stale).toBe(true);
});

test('a scenario that no longer fits or cannot be read says so; the others are checked all the same', async () => {
  const workbench = await open();
  const broken = { file: 'broken.scenario.yaml', text: 'expect: [' };
  const gone = { file: 'gone.scenario.yaml', text: 'name: gone\nexpect: { visits: { Nobody: 1 } }\n' };
  workbench.setSettings({ scenarios: [broken, gone, scenario('Pay, Done')] });
  await workbench.checks.runAll();
  const { results } = workbench.getState().checks;
  expect([...results.values()].map(({ ok }) => ok)).toEqual([false, false, true]);
  expect(results.get('broken.scenario.yaml')?.lines[0]).toContain('broken.scenario.yaml');
  expect(results.get('gone.scenario.yaml')?.lines.join()).toContain('Nobody');
});

test('every error is tried on every Task with the input and answers that are set', async () => {
  const workbench = await open();
  await workbench.checks.tryFaults();
  const { matrix } = workbench.getState().checks;
  expect(matrix?.rows).toHaveLength(1);
  expect(matrix?.rows[0]?.map(({ fate }) => fate.kind)).toContain('caught');
  workbench.setSettings({ input: '[]' });
  await workbench.checks.tryFaults();
  expect(workbench.getState().notices.at(-1)?.tone).toBe('error');
});
