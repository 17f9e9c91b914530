import { describe, expect, test } from 'vitest';
import type { Answer } from '../../scenario/index.ts';
import { functionErrors } from '../fc-errors.ts';
import type { HttpCall } from '../wire.ts';
import { fakeFunctionCompute } from './fake-fc.ts';

type Doing = Answer extends infer A ? (A extends Answer ? Omit<A, 'latencyMs' | 'times'> : never) : never;

const newer = 'https://fcv3.cn-hangzhou.aliyuncs.com/2023-03-30/functions/pay/invocations';
const older = 'https://fc.cn-hangzhou.aliyuncs.com/2021-04-06/services/shop/functions/pay/invocations?qualifier=v1';

function ask(doing: Doing | undefined, call: Partial<HttpCall> & { readonly type?: string } = {}) {
  const headers = { 'x-fc-invocation-type': call.type ?? 'Sync', ...call.headers };
  const answer = doing && ({ latencyMs: 40, times: 1, ...doing } as Answer);
  return fakeFunctionCompute(
    { method: 'POST', url: newer, body: '', ...call, headers },
    { answer, requestId: '1-670648a1-15197d0b-d07710222f9d', seed: 1 },
  );
}

describe('answers of Function Compute (A.3)', () => {
  test('a function that returned: 200, the value as bytes, the request id in a header', () => {
    const answer = ask({ kind: 'return', value: { paid: true } });
    expect(answer).toMatchObject({ status: 200, body: '{"paid":true}', beyond: { latencyMs: 40 } });
    expect(answer.headers).toMatchObject({ 'x-fc-request-id': '1-670648a1-15197d0b-d07710222f9d' });
    expect(answer.headers).not.toHaveProperty('x-fc-error-type');
  });

  test('a function that threw: 200 too, told by X-Fc-Error-Type and the error in the body', () => {
    const answer = ask({ kind: 'throw', errorType: 'CardDeclined', errorMessage: 'no funds' });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-fc-error-type': 'UnhandledInvocationError' } });
    expect(JSON.parse(answer.body)).toEqual({ errorMessage: 'no funds', errorType: 'CardDeclined', stackTrace: [] });
  });

  test.each(['HandledInvocationError', 'InitializationError'])(
    'an error of the class %s travels in it',
    (errorType) => {
      expect(ask({ kind: 'throw', errorType, errorMessage: 'x' }).headers['x-fc-error-type']).toBe(errorType);
    },
  );

  test('a process that died has no errorType in its body', () => {
    const answer = ask({ kind: 'throw', errorType: undefined, errorMessage: 'Process exited unexpectedly' });
    expect(JSON.parse(answer.body)).toEqual({ errorMessage: 'Process exited unexpectedly', stackTrace: [] });
  });

  test('a function that never answers', () => {
    expect(ask({ kind: 'timeout' }).beyond.never).toBe(true);
  });

  test('text stays text', () => {
    expect(ask({ kind: 'text', text: '{"a":1}' })).toMatchObject({
      headers: { 'content-type': expect.stringMatching(/^text\/plain/) },
    });
  });

  test('an asynchronous call is taken with 202, an empty body and ids in headers only', () => {
    const answer = ask({ kind: 'return', value: 1 }, { type: 'Async' });
    expect(answer).toMatchObject({ status: 202, body: '' });
    expect(answer.headers).toEqual({
      'x-fc-request-id': '1-670648a1-15197d0b-d07710222f9d',
      'x-fc-async-task-id': '1-670648a1-15197d0b-d07710222f9d',
    });
    expect(answer.beyond.completion).toMatchObject({ status: 200, body: '1', beyond: { latencyMs: 40 } });
  });

  test('an asynchronous task keeps the id it was given; 2.0 has its own header for it', () => {
    const own = { 'x-fc-async-task-id': 'task-1' };
    expect(ask(undefined, { type: 'Async', headers: own }).headers).toMatchObject(own);
    expect(ask(undefined, { type: 'Async', url: older }).headers).toHaveProperty('x-fc-stateful-async-invocation-id');
  });

  test('an expression is worked out over what was sent', () => {
    const doing = { kind: 'return-expr', expression: 'format("{}-{}", $Input.orderId, 1)' } as const;
    expect(ask(doing, { body: '{"orderId":"o-1"}' }).body).toBe('"o-1-1"');
    expect(ask({ ...doing, expression: '$Output.x' }).headers).toHaveProperty('x-fc-error-type');
  });
});

describe('refusals (A.4, A.5)', { timeout: 30_000 }, () => {
  test.each(functionErrors.map((row) => [row.code, row.status] as const))(
    '%s travels with status %i',
    (code, status) => {
      expect(ask({ kind: 'error', code: `FC.${code}`, detail: undefined })).toMatchObject({ status });
      expect(JSON.parse(ask({ kind: 'error', code, detail: undefined }).body)).toMatchObject({ Code: code });
    },
  );

  test('429 is ResourceExhausted and 503 is ResourceThrottled, not the other way round', () => {
    expect(ask({ kind: 'error', code: 'ResourceExhausted', detail: undefined }).status).toBe(429);
    expect(ask({ kind: 'error', code: 'ResourceThrottled', detail: undefined }).status).toBe(503);
  });

  test('each generation has its own spelling of an error', () => {
    const doing = { kind: 'error', code: 'FunctionNotFound', detail: undefined } as const;
    expect(JSON.parse(ask(doing).body)).toEqual({
      RequestId: expect.any(String),
      Code: 'FunctionNotFound',
      Message: "function 'pay' does not exist.",
    });
    expect(JSON.parse(ask(doing, { url: older }).body)).toEqual({
      ErrorCode: 'FunctionNotFound',
      ErrorMessage: "function 'pay' does not exist in service 'shop'.",
    });
  });

  test('a payload over the limit is 400 EntityTooLarge: 128 KiB for Async, 32 MiB for Sync (A.7)', () => {
    const body = 'é'.repeat(65 * 1024);
    expect(ask(undefined, { type: 'Async', body })).toMatchObject({ status: 400 });
    expect(JSON.parse(ask(undefined, { type: 'Async', body }).body)).toMatchObject({
      Code: 'EntityTooLarge',
      Message: 'payload size exceeds maximum allowed size (131072 bytes)',
    });
    expect(ask(undefined, { type: 'Async', body: 'x'.repeat(128 * 1024) }).status).toBe(202);
    expect(ask(undefined, { body }).status).toBe(200);
    expect(ask(undefined, { body: 'x'.repeat(32 * 1024 * 1024 + 1) }).status).toBe(400);
  });

  test.each([
    [{ method: 'GET' }, 'PathNotSupported'],
    [{ url: newer.replace('invocations', 'anything') }, 'PathNotSupported'],
    [{ type: 'Later' }, 'InvalidArgument'],
    [{ headers: { 'x-fc-async-task-id': '1 bad' } }, 'InvalidArgument'],
    [{ headers: { 'x-fc-async-delay': '3601' } }, 'InvalidArgument'],
  ])('%j is refused with %s', (call, code) => {
    const answer = ask(undefined, call as never);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ Code: code });
  });
});
