import { describe, expect, test } from 'vitest';
import { createCallbackClient, reportRequest } from './callbacks.ts';
import { callbackSnippets } from './snippets.ts';

const ok = { ok: true, value: { approved: true, by: "O'Neil" } } as const;
const no = { ok: false, error: { code: 'Rejected', detail: 'by the manager' } } as const;
const token = 'djEj+b3Jk/ZXI=';

describe('a report as a request (B.2)', () => {
  test('the token in the address, percent-encoded; Output in the form', () => {
    const call = reportRequest(token, ok);
    expect(call.url).toBe(
      'https://cn-hangzhou.fnf.aliyuncs.com/?Action=ReportTaskSucceeded&Version=2019-03-15&TaskToken=djEj%2Bb3Jk%2FZXI%3D',
    );
    expect(new URL(call.url).searchParams.get('TaskToken')).toBe(token);
    expect(Object.fromEntries(new URLSearchParams(call.body))).toEqual({ Output: JSON.stringify(ok.value) });
  });
  test('a failure has Error, and Cause where there is one', () => {
    const fields = (outcome: Parameters<typeof reportRequest>[1]) =>
      Object.fromEntries(new URLSearchParams(reportRequest(token, outcome).body));
    expect(fields(no)).toEqual({ Error: 'Rejected', Cause: 'by the manager' });
    expect(fields({ ok: false, error: { code: 'X', detail: '' } })).toEqual({ Error: 'X' });
  });
});

describe('the answer to a report', () => {
  const client = (status: number, body: string) => createCallbackClient(async () => new Response(body, { status }));
  test('a receipt', async () => {
    expect(await client(200, '{"EventId":7,"RequestId":"r"}').report(token as never, ok)).toEqual({
      ok: true,
      value: { eventId: 7, requestId: 'r' },
    });
  });
  test('a refusal with its status, code and message', async () => {
    expect(await client(400, '{"Code":"TaskAlreadyCompleted","Message":"m"}').report(token as never, ok)).toEqual({
      ok: false,
      error: { status: 400, code: 'TaskAlreadyCompleted', message: 'm' },
    });
  });
  test('a broken connection is a refusal too, never an exception', async () => {
    const broken = createCallbackClient(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await broken.report(token as never, ok)).toMatchObject({ ok: false, error: { status: 0 } });
  });
});

describe('the same report to be pasted elsewhere', () => {
  test('aliyun command line, quotes inside survive the shell', () => {
    expect(callbackSnippets(token, ok).aliyun).toBe(
      `aliyun fnf ReportTaskSucceeded --TaskToken 'djEj+b3Jk/ZXI=' --Output '{"approved":true,"by":"O'\\''Neil"}'`,
    );
    expect(callbackSnippets(token, no).aliyun).toBe(
      "aliyun fnf ReportTaskFailed --TaskToken 'djEj+b3Jk/ZXI=' --Error 'Rejected' --Cause 'by the manager'",
    );
  });
  test('curl, with the token encoded', () => {
    expect(callbackSnippets(token, no).curl).toBe(
      "curl -X POST 'https://cn-hangzhou.fnf.aliyuncs.com/?Action=ReportTaskFailed&Version=2019-03-15&TaskToken=djEj%2Bb3Jk%2FZXI%3D'" +
        " --data-urlencode 'Error=Rejected' --data-urlencode 'Cause=by the manager'",
    );
  });
  test('the SDK for Node', () => {
    const { node } = callbackSnippets(token, no, 'cn-beijing');
    expect(node).toContain('client.reportTaskFailed(new ReportTaskFailedRequest({');
    expect(node).toContain('  cause: "by the manager",');
    expect(node).toContain('"cn-beijing.fnf.aliyuncs.com"');
  });
});
