import { readFileSync } from 'node:fs';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallbackClient } from '../callbacks.ts';
import { createFunctionClient, fetchTransport } from '../client.ts';
import { immediately } from '../wire.ts';
import { createCloudStandIn } from './cloud.ts';
import { createHandlers } from './handlers.ts';

const cloud = createCloudStandIn();
const server = setupServer(...createHandlers(cloud, 'http://localhost:4173'));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const invoke = 'https://fcv3.cn-hangzhou.aliyuncs.com/2023-03-30/functions/pay/invocations';

describe('the same handlers as in the page, over real fetch', () => {
  test('a function called by anybody is answered by its card', async () => {
    cloud.setCards([
      { match: { function: 'pay' }, answers: [{ kind: 'return', value: { paid: true }, latencyMs: 0, times: 1 }] },
    ]);
    const response = await fetch(invoke, { method: 'POST', body: '{}' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ paid: true });
    expect(response.headers.get('X-Fc-Request-Id')).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{12}$/);
  });

  test('a call of a run gets the answer reserved for it, whatever the cards say', async () => {
    const client = createFunctionClient(fetchTransport, cloud);
    const call = { method: 'POST', url: invoke, headers: {}, body: '{"n":1}' };
    const answer = await client.invoke(
      call,
      (arrived) => ({ status: 200, headers: {}, body: arrived.body, beyond: { ...immediately, latencyMs: 40 } }),
      new AbortController().signal,
    );
    expect(answer).toMatchObject({ status: 200, body: '{"n":1}', beyond: { latencyMs: 40 } });
  });

  test('a call that nobody answers is known at once and hangs until it is given up', async () => {
    const client = createFunctionClient(fetchTransport, cloud);
    const control = new AbortController();
    const call = { method: 'POST', url: invoke, headers: {}, body: '' };
    const never = { status: 200, headers: {}, body: '', beyond: { ...immediately, never: true } };
    expect((await client.invoke(call, () => never, control.signal)).beyond.never).toBe(true);
    control.abort();
  });

  test('a broken connection and odd statuses arrive as what they are', async () => {
    const client = createFunctionClient(fetchTransport, cloud);
    const ask = (status: number, body = '') =>
      client.invoke(
        { method: 'POST', url: 'https://shop.example/x', headers: {}, body: '' },
        () => ({ status, headers: { 'x-a': 'b' }, body, beyond: immediately }),
        new AbortController().signal,
      );
    expect((await ask(0)).status).toBe(0);
    expect(await ask(204, 'dropped')).toMatchObject({ status: 204, body: '', headers: { 'x-a': 'b' } });
    expect(await ask(404, 'no')).toMatchObject({ status: 404, body: 'no' });
  });

  test.each([
    'https://ecs.cn-hangzhou.aliyuncs.com/?Action=DeleteInstance',
    'https://oss-cn-hangzhou.aliyuncs.com/bucket',
    'https://fcv3.cn-hangzhou.aliyuncs.com.evil.example/2023-03-30/functions/pay/invocations',
    'https://shop.example/orders',
  ])('%s is not known here and fails closed', async (url) => {
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow();
  });

  test('an unknown path of a known host is refused by its API', async () => {
    expect((await fetch('https://fcv3.cn-hangzhou.aliyuncs.com/2023-03-30/functions')).status).toBe(400);
    expect((await fetch('https://cn-hangzhou.fnf.aliyuncs.com/?Action=DeleteFlow')).status).toBe(400);
  });

  test('a report goes over the wire with its token percent-encoded', async () => {
    const seen: string[] = [];
    const client = createCallbackClient((request) => {
      seen.push(request.url);
      return fetch(request);
    });
    const result = await client.report('a+b/c=' as never, { ok: true, value: {} });
    expect(seen[0]).toContain('TaskToken=a%2Bb%2Fc%3D');
    expect(result).toMatchObject({ ok: false, error: { status: 400, code: 'ActionNotSupported' } });
  });
});

test('the worker file that is served is the one of the installed library', () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  expect(read('public/mockServiceWorker.js')).toBe(read('node_modules/msw/lib/mockServiceWorker.js'));
});
