import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setupServer } from 'msw/node';
import { createAnswers } from '../../scenario/index.ts';
import { compileProgram } from '../../simulator/index.ts';
import { flow } from '../../testing/flow.ts';
import { createCallbackClient } from '../callbacks.ts';
import { createFunctionClient, fetchTransport } from '../client.ts';
import { createDriver } from '../driver/driver.ts';
import { createCloudStandIn } from './cloud.ts';
import { createExecutionDirectory } from './directory.ts';
import { createHandlers } from './handlers.ts';

const cloud = createCloudStandIn();
const server = setupServer(...createHandlers(cloud));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const ask = compileProgram(flow`
  - { Type: Task, Name: Ask, TaskMode: WaitForCustomCallback, Action: 'FC:InvokeFunction', Parameters: { resourceArn: 'acs:fc:::functions/ask', invocationType: Async, body: { 'token.$': $Context.Current.TaskToken } }, Next: Done }
  - { Type: Succeed, Name: Done }
`);
const quick = compileProgram(flow`- { Type: Pass, Name: A, End: true }`);
const ports = {
  now: () => performance.now(),
  later: (milliseconds: number, task: () => void) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
const directory = createExecutionDirectory({
  flow: (name) =>
    name === 'approval'
      ? { program: ask, mode: 'Standard', definition: 'the text' }
      : name === 'quick'
        ? { program: quick, mode: 'Express', definition: 'the text' }
        : undefined,
  launch: (deployed, options, request) => {
    const client = createFunctionClient(fetchTransport, cloud);
    const driver = createDriver({ program: deployed.program, options, client, world: { cards: [] }, ports });
    driver.start(request.input);
    return { driver, flowName: request.flowName, name: options.executionName, definition: deployed.definition };
  },
  world: () => ({ answers: createAnswers([]) }),
  now: () => Date.UTC(2026, 0, 1),
});
cloud.setExecutions(directory);

/** What any program that speaks the API does. */
async function call(action: string, query: Record<string, string>, form?: Record<string, string>) {
  const address = new URL('https://cn-hangzhou.fnf.aliyuncs.com/');
  address.search = new URLSearchParams({ Action: action, Version: '2019-03-15', ...query }).toString();
  const response = await fetch(address, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
  return (await response.json()) as Record<string, string> & { Events: { EventDetail: string; Type: string }[] };
}
const named = { FlowName: 'approval', ExecutionName: 'run-1' };
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a program pointed at the mock sees a small CloudFlow', { timeout: 30_000 }, () => {
  test('starts an execution, finds its token in the history, reports, and sees it succeed', async () => {
    expect(await call('StartExecution', {}, { ...named, Input: '{"n":1}' })).toMatchObject({
      Status: 'Running',
      Input: '{"n":1}',
      StartedTime: '2026-01-01T00:00:00.000Z',
    });
    const token = await until(async () => {
      const { Events } = await call('GetExecutionHistory', named);
      if (!Events.some((event) => event.Type === 'TaskSubmitted')) return undefined;
      const scheduled = Events.find((event) => event.Type === 'TaskScheduled');
      const detail = JSON.parse(scheduled?.EventDetail ?? '{}') as { parameters: { body: { token: string } } };
      return detail.parameters.body.token;
    });
    const client = createCallbackClient(fetchTransport);
    expect(await client.report(token as never, { ok: true, value: { approved: true } })).toMatchObject({ ok: true });
    const done = await until(async () => {
      const found = await call('DescribeExecution', named);
      return found['Status'] === 'Succeeded' ? found : undefined;
    });
    expect(done).toMatchObject({ Output: '{"approved":true}', FlowDefinition: 'the text' });
    expect(await client.report(token as never, { ok: true, value: {} })).toMatchObject({
      ok: false,
      error: { status: 400, code: 'TaskAlreadyCompleted' },
    });
    expect(await call('StartExecution', {}, named)).toMatchObject({ Code: 'ExecutionAlreadyExists' });
  });

  test('an execution that was started with a token reports to it when it ends', async () => {
    const [outer, inner] = ['run-3', 'run-4'].map((ExecutionName) => ({ FlowName: 'approval', ExecutionName })) as [
      typeof named,
      typeof named,
    ];
    const status = async (which: typeof named) => (await call('DescribeExecution', which))['Status'];
    const tokenOf = async (which: typeof named) => {
      const { Events } = await call('GetExecutionHistory', which);
      if (!Events.some((event) => event.Type === 'TaskSubmitted')) return undefined;
      const detail = Events.find((event) => event.Type === 'TaskScheduled')?.EventDetail ?? '{}';
      return (JSON.parse(detail) as { parameters: { body: { token: string } } }).parameters.body.token;
    };
    await call('StartExecution', {}, outer);
    const token = await until(() => tokenOf(outer));
    await call('StartExecution', {}, { ...inner, CallbackFnFTaskToken: token });
    await until(() => tokenOf(inner));
    await call('StopExecution', {}, { ...inner, Error: 'Enough', Cause: 'by hand' });
    await until(async () => ((await status(outer)) === 'Failed' ? true : undefined));
  });

  test('stops one; a second stop is refused', async () => {
    const other = { FlowName: 'approval', ExecutionName: 'run-2' };
    await call('StartExecution', {}, other);
    expect(await call('StopExecution', {}, { ...other, Error: 'Enough', Cause: 'by hand' })).toMatchObject({
      Status: 'Stopped',
    });
    expect(await call('StopExecution', {}, other)).toMatchObject({ Code: 'ExecutionAlreadyCompleted' });
    expect(await call('ListExecutions', { FlowName: 'approval' })).toMatchObject({
      Executions: expect.arrayContaining([
        expect.objectContaining({ Name: 'run-1' }),
        expect.objectContaining({ Name: 'run-2' }),
      ]),
    });
  });

  test('an Express flow answers at once, under a name of its own', async () => {
    expect(
      await call('StartSyncExecution', {}, { FlowName: 'quick', ExecutionName: 'q', Input: '{"a":1}' }),
    ).toMatchObject({
      Name: expect.stringMatching(/^q:/),
      Status: 'Succeeded',
      Output: '{"a":1}',
    });
  });
});
