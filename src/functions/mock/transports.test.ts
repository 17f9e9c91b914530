import { describe, expect, test } from 'vitest';
import { createFunctionClient, fetchTransport } from '../client.ts';
import { immediately } from '../wire.ts';
import { createCloudStandIn } from './cloud.ts';
import { startMocking } from './in-page.ts';
import { inProcessTransport } from './in-process.ts';

const cloud = createCloudStandIn();
const call = { method: 'POST', url: 'https://shop.example/x', headers: { 'x-a': 'b' }, body: '{"n":1}' };

describe('without a network', () => {
  const client = createFunctionClient(inProcessTransport(cloud), cloud);
  test('calls of a run are answered', async () => {
    const answer = await client.invoke(
      call,
      (arrived) => ({ status: 201, headers: { 'x-c': 'd' }, body: arrived.body, beyond: immediately }),
      new AbortController().signal,
    );
    expect(answer).toMatchObject({ status: 201, headers: { 'x-c': 'd' }, body: '{"n":1}' });
  });
  test('an empty answer stays without a content type', async () => {
    const empty = { status: 202, headers: {}, body: '', beyond: immediately };
    expect((await client.invoke(call, () => empty, new AbortController().signal)).headers).toEqual({});
  });
  test('a call that nobody answers is known at once', async () => {
    const never = { status: 200, headers: {}, body: '', beyond: { ...immediately, never: true } };
    const control = new AbortController();
    expect((await client.invoke(call, () => never, control.signal)).beyond.never).toBe(true);
    control.abort();
  });
  test('unknown hosts are closed, as with the worker', async () => {
    const transport = inProcessTransport(cloud);
    await expect(transport(new Request('https://ecs.cn-hangzhou.aliyuncs.com/'))).rejects.toThrow('Failed to fetch');
    expect((await transport(new Request('https://fcv3.x.aliyuncs.com/nope'))).status).toBe(400);
  });
});

describe('where no service worker can be had', () => {
  test('mocking starts all the same, once, and says how', async () => {
    const state = await startMocking(cloud);
    expect(state).toMatchObject({ how: 'in-process', message: expect.stringContaining('inside the page') });
    expect(state.transport).not.toBe(fetchTransport);
    expect(await startMocking(cloud)).toBe(state);
  });
});
