import { afterEach, describe, expect, test } from 'vitest';
import { createCloudStandIn, inProcessTransport } from '../../functions/index.ts';
import { dedent } from '../../testing/dedent.ts';
import { type FakePorts, fakePorts } from '../../testing/fake-ports.ts';
import { createWorkbench, type Workbench } from '../index.ts';

const call = (name: string, then: string): string =>
  `- { Type: Task, Name: ${name}, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/f', invocationType: Sync }, ${then} }`;
const threeCalls = dedent`
  Type: StateMachine
  Name: three
  SpecVersion: v1
  StartAt: A
  States:
  ${call('A', 'Next: B')}
  ${call('B', 'Next: C')}
  ${call('C', 'End: true')}
`;

/** A network that lets calls through one by one. */
function slowNetwork() {
  const cloud = createCloudStandIn();
  const answer = inProcessTransport(cloud);
  const held: (() => void)[] = [];
  return {
    mocking: () =>
      Promise.resolve({
        cloud,
        transport: async (request: Request) => {
          await new Promise<void>((go) => held.push(go));
          return answer(request);
        },
      }),
    /** Waits for the next call and answers it. */
    answerOne: async () => {
      await expect.poll(() => held.length).toBe(1);
      held.shift()?.();
    },
    arrives: () => expect.poll(() => held.length).toBe(1),
  };
}

describe('what the page shows of a run without pauses', () => {
  const opened: (Workbench & { stop: () => void })[] = [];
  afterEach(() => opened.splice(0).forEach((workbench) => workbench.stop()));

  async function open(ports: FakePorts): Promise<Workbench> {
    const workbench = createWorkbench(ports);
    opened.push(workbench);
    await workbench.editable();
    const opening = workbench.openText(threeCalls, 'three');
    workbench.markDrawn(workbench.getState().document.revision);
    await opening;
    workbench.setSettings({ input: '{}' });
    return workbench;
  }

  const answered = (workbench: Workbench) =>
    workbench
      .getState()
      .run.events.filter(({ type }) => type === 'TaskSucceeded')
      .map(({ stepName }) => stepName);

  test('is a glimpse every tenth of a second, and its end at once', async () => {
    const network = slowNetwork();
    const ports = { ...fakePorts(), mocking: network.mocking };
    const workbench = await open(ports);
    workbench.run.start();
    await network.answerOne();
    await network.arrives();
    expect(answered(workbench)).toEqual([]);
    ports.pass(100);
    expect(answered(workbench)).toEqual(['A']);
    expect(workbench.getState().run.word).toBe('Running');
    await network.answerOne();
    await network.answerOne();
    await expect.poll(() => workbench.getState().run.word).toBe('Succeeded');
  });

  test('is never that of the run before', async () => {
    const network = slowNetwork();
    const ports = { ...fakePorts(), mocking: network.mocking };
    const workbench = await open(ports);
    workbench.run.start();
    await network.answerOne();
    await network.arrives();
    // A glimpse of the first run is due; the second one gets its own.
    workbench.run.start();
    for (let i = 0; i < 4; i += 1) await network.answerOne();
    await expect.poll(() => workbench.getState().run.word).toBe('Succeeded');
    ports.pass(100);
    expect(workbench.getState().run.word).toBe('Succeeded');
  });
});
