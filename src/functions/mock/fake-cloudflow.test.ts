import { describe, expect, test, vi } from 'vitest';
import { reportRequest } from '../callbacks.ts';
import type { HttpCall } from '../wire.ts';
import type { ExecutionRecord, Executions } from './executions.ts';
import { fakeCloudFlow } from './fake-cloudflow.ts';

const record: ExecutionRecord = {
  flowName: 'order',
  name: 'run-1',
  definition: 'Type: StateMachine',
  input: { n: 1 },
  output: undefined,
  status: 'Running',
  error: undefined,
  startedTime: 0,
  stoppedTime: undefined,
};
const ended = { ...record, name: 'run-0', status: 'Succeeded', output: { ok: true }, stoppedTime: 1500 } as const;
const history = Array.from({ length: 7 }, (_, i) => ({
  EventId: i + 1,
  ScheduleEventId: i,
  Type: 'StepEntered' as const,
  StepName: 'A',
  Time: '2026-01-01T00:00:00.000Z',
  EventDetail: '{"input":{}}',
}));

/** A session with one running and one ended execution, and a token in each of the states of R2. */
function session(): Executions {
  const states: Record<string, 'waiting' | 'submitted' | 'completed'> = {
    'w+/=': 'waiting',
    s: 'submitted',
    c: 'completed',
  };
  return {
    modeOf: (flow) => (flow === 'order' ? 'Standard' : flow === 'quick' ? 'Express' : undefined),
    find: (flow, name) => [record, ended].find((r) => r.flowName === flow && r.name === name),
    list: () => [record, ended],
    history: () => history,
    start: vi.fn((request) => ({ ...record, name: request.executionName ?? 'made-up', input: request.input })),
    startSync: () => ({ ...ended, flowName: 'quick', name: 'q:1' }),
    stop: vi.fn(() => ({ ...record, status: 'Stopped' as const, stoppedTime: 2000 })),
    tokenState: (token) => states[token] ?? 'unknown',
    report: vi.fn(() => 42),
  };
}

function ask(query: string, form = '', executions: Executions | undefined = session(), call: Partial<HttpCall> = {}) {
  const answer = fakeCloudFlow(
    {
      method: 'POST',
      url: `https://cn-hangzhou.fnf.aliyuncs.com/?Version=2019-03-15&${query}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
      ...call,
    },
    executions,
    'req-1',
  );
  return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> };
}
const refusal = (status: number, Code: string) => ({ status, body: expect.objectContaining({ Code }) });

describe('reports on a task (B.2, B.6, R2)', () => {
  test('a waiting token takes its output; the answer carries the number of the event', () => {
    const executions = session();
    const call = reportRequest('w+/=', { ok: true, value: { approved: true } });
    expect(JSON.parse(fakeCloudFlow(call, executions, 'req-1').body)).toEqual({ EventId: 42, RequestId: 'req-1' });
    expect(executions.report).toHaveBeenCalledWith('w+/=', { ok: true, value: { approved: true } });
  });

  test('a failure brings Error and Cause', () => {
    const executions = session();
    const call = reportRequest('w+/=', { ok: false, error: { code: 'Rejected', detail: 'by the manager' } });
    expect(fakeCloudFlow(call, executions, 'r').status).toBe(200);
    expect(executions.report).toHaveBeenCalledWith('w+/=', {
      ok: false,
      error: { code: 'Rejected', detail: 'by the manager' },
    });
  });

  test('reported already, timed out, aborted or over: 400 TaskAlreadyCompleted', () => {
    expect(ask('Action=ReportTaskSucceeded&TaskToken=c', 'Output={}')).toEqual(refusal(400, 'TaskAlreadyCompleted'));
    expect(ask('Action=ReportTaskFailed&TaskToken=c', 'Error=E').body['Message']).toBe('Task c has already completed.');
  });
  test('made up: 400 InvalidArgument that names TaskToken', () => {
    expect(ask('Action=ReportTaskSucceeded&TaskToken=nonsense', 'Output={}').body).toMatchObject({
      Code: 'InvalidArgument',
      Message: expect.stringContaining('TaskToken'),
    });
  });
  test('a token whose + was not encoded arrives with a blank and is unknown', () => {
    expect(ask('Action=ReportTaskSucceeded&TaskToken=w+/=', 'Output={}')).toEqual(refusal(400, 'InvalidArgument'));
  });
  test('its submission is not answered yet: 409 TaskInvalidState', () => {
    expect(ask('Action=ReportTaskSucceeded&TaskToken=s', 'Output={}')).toEqual(refusal(409, 'TaskInvalidState'));
  });
  test('the token travels in the address, not in the form', () => {
    expect(ask('Action=ReportTaskSucceeded', 'TaskToken=c&Output={}')).toEqual(refusal(400, 'MissingRequiredParams'));
  });
  test.each([
    ['Action=ReportTaskSucceeded&TaskToken=w%2B%2F%3D', '', 'MissingRequiredParams'],
    ['Action=ReportTaskSucceeded&TaskToken=w%2B%2F%3D', 'Output=[1]', 'InvalidArgument'],
    ['Action=ReportTaskSucceeded&TaskToken=w%2B%2F%3D', 'Output={oops', 'InvalidArgument'],
    ['Action=ReportTaskFailed&TaskToken=w%2B%2F%3D', 'Cause=c', 'MissingRequiredParams'],
    ['Action=ReportTaskFailed&TaskToken=w%2B%2F%3D', `Error=${'e'.repeat(129)}`, 'InvalidArgument'],
    ['Action=ReportTaskFailed&TaskToken=w%2B%2F%3D', `Error=E&Cause=${'c'.repeat(4097)}`, 'InvalidArgument'],
  ])('%s with %.30s is refused and changes nothing', (query, form, code) => {
    const executions = session();
    expect(ask(query, form, executions)).toEqual(refusal(400, code));
    expect(executions.report).not.toHaveBeenCalled();
  });
});

describe('executions (B.4, B.5)', () => {
  test('a new one is started; input and output are JSON texts, times RFC 3339', () => {
    expect(ask('Action=StartExecution', 'FlowName=order&ExecutionName=run-2&Input={"a":1}').body).toEqual({
      FlowName: 'order',
      Name: 'run-2',
      FlowDefinition: 'Type: StateMachine',
      Input: '{"a":1}',
      Output: '',
      Status: 'Running',
      StartedTime: '1970-01-01T00:00:00.000Z',
      StoppedTime: '',
      RequestId: 'req-1',
    });
  });
  test('a name that is running gives the running execution back; an ended one is refused with 400', () => {
    const executions = session();
    expect(ask('Action=StartExecution', 'FlowName=order&ExecutionName=run-1', executions)).toMatchObject({
      status: 200,
    });
    expect(executions.start).not.toHaveBeenCalled();
    expect(ask('Action=StartExecution', 'FlowName=order&ExecutionName=run-0')).toEqual(
      refusal(400, 'ExecutionAlreadyExists'),
    );
  });
  test('Express flows are started synchronously only, Standard ones asynchronously only', () => {
    expect(ask('Action=StartExecution', 'FlowName=quick')).toEqual(refusal(400, 'ActionNotSupported'));
    expect(ask('Action=StartSyncExecution', 'FlowName=order').body).toMatchObject({
      Message: 'Standard execution is not supported',
    });
    expect(ask('Action=StartSyncExecution', 'FlowName=quick').body).toMatchObject({
      Name: 'q:1',
      Status: 'Succeeded',
      ErrorCode: '',
      Output: '{"ok":true}',
    });
  });
  test('describe, list and stop', () => {
    expect(ask('Action=DescribeExecution&FlowName=order&ExecutionName=run-0').body).toMatchObject({
      Status: 'Succeeded',
      Output: '{"ok":true}',
      StoppedTime: '1970-01-01T00:00:01.500Z',
    });
    expect(ask('Action=ListExecutions&FlowName=order').body['Executions']).toHaveLength(2);
    expect(ask('Action=StopExecution', 'FlowName=order&ExecutionName=run-1&Error=E').body).toMatchObject({
      Status: 'Stopped',
    });
  });
  test('the history comes in pages; the last one has no NextToken', () => {
    const page = (more: string) =>
      ask(`Action=GetExecutionHistory&FlowName=order&ExecutionName=run-1&Limit=3${more}`).body;
    const ids: number[] = [];
    let next: unknown = '';
    do {
      const body = page(next === '' ? '' : `&NextToken=${String(next)}`);
      ids.push(...(body['Events'] as { EventId: number }[]).map((event) => event.EventId));
      next = body['NextToken'];
    } while (next !== undefined);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((page('')['Events'] as Record<string, unknown>[])[0]).toMatchObject({ EventDetail: '{"input":{}}' });
  });
  test.each([
    ['Action=StartExecution', 'FlowName=nobody', 404, 'FlowNotExists'],
    ['Action=StartExecution', '', 400, 'MissingRequiredParams'],
    ['Action=StartExecution', 'FlowName=order&Input=[1]', 400, 'InvalidArgument'],
    ['Action=StartExecution', 'FlowName=order&ExecutionName=1 x', 400, 'InvalidArgument'],
    ['Action=DescribeExecution&FlowName=order&ExecutionName=no', '', 404, 'ExecutionNotExists'],
    ['Action=DescribeExecution&FlowName=order&ExecutionName=run-1&WaitTimeSeconds=61', '', 400, 'InvalidArgument'],
    ['Action=GetExecutionHistory&FlowName=order&ExecutionName=run-1&Limit=0', '', 400, 'InvalidArgument'],
    ['Action=StopExecution', 'FlowName=order&ExecutionName=run-0', 400, 'ExecutionAlreadyCompleted'],
    ['Action=DropEverything', '', 400, 'ActionNotSupported'],
    ['', '', 400, 'ActionNotSupported'],
  ])('%s %s: %i %s', (query, form, status, code) => {
    expect(ask(query, form)).toEqual(refusal(status, code));
  });
});

describe('the door of the API', () => {
  test('another version, a wrong media type, a request over 1,024 KiB, no session', () => {
    expect(
      ask('Action=ListExecutions&Version=2', '', session(), { url: 'https://x.fnf.aliyuncs.com/?Version=2015-01-01' }),
    ).toEqual(refusal(400, 'APIVersionNotSupported'));
    expect(ask('', '{}', session(), { headers: { 'content-type': 'application/json' } })).toEqual(
      refusal(415, 'UnsupportedMediaType'),
    );
    expect(ask('Action=StartExecution', `Input=${'x'.repeat(1_048_577)}`)).toEqual(refusal(400, 'EntityTooLarge'));
    expect(
      fakeCloudFlow(
        { method: 'POST', url: 'https://a.fnf.aliyuncs.com/?Action=ListExecutions', headers: {}, body: '' },
        undefined,
        'r',
      ).status,
    ).toBe(400);
  });
  test('the operation may be named in a header, as newer clients do', () => {
    const headers = { 'x-acs-action': 'ListExecutions', 'x-acs-version': '2019-03-15' };
    expect(ask('FlowName=order', '', session(), { headers })).toMatchObject({ status: 200 });
  });
});
