import { describe, expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';
import { defaultSettings } from '../settings.ts';
import { buildRequest } from './build.ts';

function build(parameters: Json, more: Partial<Invocation> = {}, lenient = false) {
  const invocation: Invocation = {
    at: 0,
    state: 'Pay' as never,
    stateName: 'Pay',
    attempt: 0,
    iteration: [],
    action: 'FC:InvokeFunction',
    mode: 'RequestComplete',
    parameters,
    token: undefined,
    executionName: 'run-1',
    ...more,
  };
  return buildRequest(invocation, defaultSettings, lenient);
}
const sent = (...args: Parameters<typeof build>) => {
  const request = build(...args);
  if (!request.ok) throw new Error(request.error.detail);
  return request.value;
};
const sync = (resourceArn: string, body?: Json) => ({
  resourceArn,
  invocationType: 'Sync',
  ...(body === undefined ? {} : { body }),
});

describe('the request to Function Compute (A.2)', () => {
  test.each([
    ['acs:fc:::functions/pay', 'https://fcv3.cn-hangzhou.aliyuncs.com/2023-03-30/functions/pay/invocations'],
    [
      'acs:fc:ap-southeast-5:1:functions/pay/v 1',
      'https://fcv3.ap-southeast-5.aliyuncs.com/2023-03-30/functions/pay/invocations?qualifier=v%201',
    ],
    [
      'acs:fc:me-central-1:1:functions/pay',
      'https://me-central-1.fc.aliyuncs.com/2023-03-30/functions/pay/invocations',
    ],
    [
      'acs:fc:::services/shop.LATEST/functions/pay',
      'https://fc.cn-hangzhou.aliyuncs.com/2021-04-06/services/shop/functions/pay/invocations?qualifier=LATEST',
    ],
    [
      'acs:fc:cn-hangzhou-finance:42:services/shop/functions/pay',
      'https://42.cn-hangzhou-finance.fc.aliyuncs.com/2021-04-06/services/shop/functions/pay/invocations',
    ],
    [
      'acs:fc:{regionId}:{accountId}:functions/支付/${V}',
      'https://fcv3.cn-hangzhou.aliyuncs.com/2023-03-30/functions/%E6%94%AF%E4%BB%98/invocations?qualifier=%24%7BV%7D',
    ],
  ])('%s', (arn, url) => {
    expect(sent(sync(arn))).toMatchObject({ method: 'POST', url });
  });

  test('the body is the event itself: JSON for values, text as it is, nothing for nothing', () => {
    const arn = 'acs:fc:::functions/pay';
    expect(sent(sync(arn, { a: 1 }))).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(sent(sync(arn, [1, 2]))).toMatchObject({ body: '[1,2]' });
    expect(sent(sync(arn, 'plain'))).toMatchObject({ body: 'plain' });
    expect(sent(sync(arn)).body).toBe('');
    expect(sent(sync(arn)).headers).not.toHaveProperty('content-type');
  });

  test('Sync and Async travel in a header, and nothing is signed', () => {
    expect(sent({ ...sync('acs:fc:::functions/pay'), invocationType: 'Async' }).headers).toEqual({
      'x-fc-invocation-type': 'Async',
      'x-fc-log-type': 'None',
    });
  });

  test.each([
    [{ resourceArn: 'xxx', invocationType: 'Sync' }, /must begin with acs:fc:/],
    [{ invocationType: 'Sync' }, /resourceArn is missing/],
    [{ resourceArn: 'acs:fc:::functions/pay', invocationType: 'sync' }, /must be Sync or Async, not "sync"/],
    [{ resourceArn: 'acs:fc:::functions/pay' }, /must be Sync or Async, not nothing/],
    ['text', /Parameters must be an object/],
  ])('%j cannot be sent: FC.InvalidArgument with the reason (R11)', (parameters, detail) => {
    expect(build(parameters)).toEqual({
      ok: false,
      error: { code: 'FC.InvalidArgument', detail: expect.stringMatching(detail) },
    });
  });

  test('with an answer for the very state it is sent all the same, as Sync, and says so (R11)', () => {
    const request = build({ resourceArn: 'xxx', invocationType: 'xxx', body: 'xxx' }, {}, true);
    expect(request).toMatchObject({
      ok: true,
      value: {
        url: expect.stringContaining('/functions/xxx/invocations'),
        headers: { 'x-fc-invocation-type': 'Sync' },
      },
      note: expect.stringContaining('used all the same'),
    });
  });

  test('a value too deep to print is refused, not a crash', () => {
    let deep: Json = 1;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(build(sync('acs:fc:::functions/pay', deep))).toMatchObject({
      ok: false,
      error: { code: 'FC.InvalidArgument' },
    });
  });
});

describe('HTTP:Request (D.4)', () => {
  const http = (parameters: Json, more: Partial<Invocation> = {}) =>
    sent(parameters, { action: 'HTTP:Request', ...more });

  test('url, method in any case, headers, body', () => {
    const headers = { 'X-Order': 'o-1', 'bad name': 'x', n: 3 };
    expect(http({ url: 'https://shop.example/o?a=b', method: 'Post', headers, body: { a: 1 } })).toEqual({
      method: 'POST',
      url: 'https://shop.example/o?a=b',
      headers: { 'content-type': 'application/json', 'x-order': 'o-1', n: '3' },
      body: '{"a":1}',
    });
  });

  test('the task token goes out in its header where a person reports', () => {
    const token = 'djEj+/==' as never;
    expect(http({ url: 'https://a.example', method: 'GET' }, { mode: 'WaitForCustomCallback', token }).headers).toEqual(
      {
        'x-fnf-http-callback-task-token': 'djEj+/==',
      },
    );
  });

  test.each([[{}], [{ url: 'ftp://a.example' }], [{ url: 7 }], [{ url: 'https://a.example', method: 'BREW' }]])(
    '%j is refused',
    (parameters) => {
      expect(build(parameters as Json, { action: 'HTTP:Request' })).toMatchObject({
        ok: false,
        error: { code: 'HTTP.InvalidArgument' },
      });
    },
  );
});

describe('other services', () => {
  test('any operation is a call to its service, parameters passed through', () => {
    expect(sent({ regionId: 'x' }, { action: 'ECS:DescribeInstances' })).toMatchObject({
      method: 'POST',
      url: 'https://ecs.cn-hangzhou.aliyuncs.com/?Action=DescribeInstances',
      body: '{"regionId":"x"}',
    });
  });

  test('a sub-flow is started through the CloudFlow API, with the token where the system calls back', () => {
    const request = sent(
      { resourceArn: 'acs:fnf:cn-beijing:1:flow/child', input: { n: 1 } },
      { action: 'FNF:StartExecution', mode: 'WaitForSystemCallback', token: 'a+b=' as never },
    );
    expect(request.url).toBe('https://cn-beijing.fnf.aliyuncs.com/?Action=StartExecution&Version=2019-03-15');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      FlowName: 'child',
      Input: '{"n":1}',
      CallbackFnFTaskToken: 'a+b=',
    });
  });

  test.each(['奇怪:Op', ':', 'a b:c d', '__proto__:x'])('the action %j still makes an address', (action) => {
    expect(URL.canParse(sent({}, { action }).url)).toBe(true);
  });
});
