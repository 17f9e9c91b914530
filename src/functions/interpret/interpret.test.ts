import { describe, expect, test } from 'vitest';
import type { Json } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';
import { type HttpAnswer, immediately } from '../wire.ts';
import { interpretAnswer } from './interpret.ts';

const answer = (status: number, body: string, more: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status,
  headers: {},
  body,
  beyond: immediately,
  ...more,
});
const read = (given: HttpAnswer, mode: Invocation['mode'] = 'RequestComplete', action = 'FC:InvokeFunction') =>
  interpretAnswer({ mode, action, state: 'Pay' as never }, given);
const ended = (value: Json, latencyMs = 0) =>
  answer(200, JSON.stringify(value), { beyond: { ...immediately, latencyMs } });
const accepted = (completion: HttpAnswer) => answer(202, '', { beyond: { ...immediately, completion } });
const thrown = { 'X-Fc-Error-Type': 'UnhandledInvocationError' };

describe('from an answer of Function Compute to the flow (A.10)', () => {
  test('200: the value, wrapped in Body', () => {
    expect(read(answer(200, '{"a":1}')).outcome).toEqual({ ok: true, value: { Body: { a: 1 } } });
  });
  test('202: an empty Body', () => {
    expect(read(answer(202, '')).outcome).toEqual({ ok: true, value: { Body: '' } });
  });
  test('200 with an error type and an errorType: that error', () => {
    const body = '{"errorMessage":"no funds","errorType":"CardDeclined"}';
    expect(read(answer(200, body, { headers: thrown })).outcome).toEqual({
      ok: false,
      error: { code: 'CardDeclined', detail: 'no funds' },
    });
  });
  test.each(['{"errorMessage":"exited"}', '{"errorMessage":"exited","errorType":7}'])(
    '200 with an error type, but %s: FC.Unknown (F-1)',
    (body) => {
      expect(read(answer(200, body, { headers: thrown })).outcome).toMatchObject({
        error: { code: 'FC.Unknown', detail: 'exited' },
      });
    },
  );
  test('without an errorMessage the detail is the text of the body (R9)', () => {
    expect(read(answer(200, 'boom', { headers: thrown })).outcome).toMatchObject({
      error: { code: 'FC.Unknown', detail: 'boom' },
    });
  });
  test.each([
    ['{"RequestId":"r","Code":"ResourceThrottled","Message":"m"}'],
    ['{"ErrorCode":"ResourceThrottled","ErrorMessage":"m"}'],
    ['{"errorCode":"ResourceThrottled","errorMessage":"m"}'],
  ])('a refusal in the spelling %s: FC.{Code} (F-7)', (body) => {
    expect(read(answer(503, body)).outcome).toEqual({
      ok: false,
      error: { code: 'FC.ResourceThrottled', detail: 'm' },
    });
  });
  test('the name comes from the body, not from the status', () => {
    expect(read(answer(429, '{"Code":"ResourceThrottled"}')).outcome).toMatchObject({
      error: { code: 'FC.ResourceThrottled' },
    });
  });
  test('other 2xx are like 200', () => {
    expect(read(answer(201, '1')).outcome).toEqual({ ok: true, value: { Body: 1 } });
  });
  test.each([[answer(0, '')], [answer(502, '<html>')]])('a broken connection, an unreadable answer', (given) => {
    expect(read(given).outcome).toMatchObject({ error: { code: 'FC.InternalServerError' } });
  });

  test('bytes that are JSON become a value, others text, and text that says so stays text (F-4)', () => {
    expect(read(answer(200, '"x"')).outcome).toMatchObject({ value: { Body: 'x' } });
    expect(read(answer(200, 'x')).outcome).toMatchObject({ value: { Body: 'x' } });
    expect(read(answer(200, '')).outcome).toMatchObject({ value: { Body: '' } });
    expect(read(answer(200, '12', { headers: { 'content-type': 'text/plain' } })).outcome).toMatchObject({
      value: { Body: '12' },
    });
  });
});

describe('the system callback (A.9, F-3)', () => {
  const mode = 'WaitForSystemCallback';
  test('202 parks; the value comes later and is not wrapped', () => {
    const reply = read(accepted(ended({ a: 1 }, 500)), mode);
    expect(reply).toMatchObject({
      outcome: { ok: true },
      latencyMs: 0,
      later: { by: 'system', afterMs: 500, outcome: { ok: true, value: { a: 1 } } },
    });
  });
  test('a throw is reported like a throw', () => {
    const completion = answer(200, '{"errorType":"X","errorMessage":"y"}', { headers: thrown });
    expect(read(accepted(completion), mode).later?.outcome).toEqual({ ok: false, error: { code: 'X', detail: 'y' } });
  });
  test('Function Compute would have tried again by itself: a note says so (F-19)', () => {
    const completion = answer(200, '{"errorType":"X"}', { headers: thrown });
    expect(read(accepted(completion), mode).notes).toMatchObject([
      { code: 'F-19', message: expect.stringMatching(/three times/) },
    ]);
    expect(read(accepted(ended({ a: 1 })), mode).notes).toEqual([]);
  });
  test('a refusal fails at submission', () => {
    expect(read(answer(403, '{"Code":"AccessDenied","Message":"m"}'), mode)).toMatchObject({
      outcome: { ok: false, error: { code: 'FC.AccessDenied' } },
    });
  });
  test('a function that never ends leaves the token waiting', () => {
    const completion = answer(200, '', { beyond: { ...immediately, never: true } });
    const reply = read(answer(202, '', { beyond: { ...immediately, never: true, completion } }), mode);
    expect(reply.later).toBeUndefined();
    expect(reply.never).toBeUndefined();
  });
  test('Sync runs all the same and says that this is undocumented (T07)', () => {
    const reply = read(ended({ a: 1 }), mode);
    expect(reply.later?.outcome).toEqual({ ok: true, value: { a: 1 } });
    expect(reply.notes).toMatchObject([{ code: 'T07' }]);
  });
});

describe('the custom callback', () => {
  const mode = 'WaitForCustomCallback';
  test('202 accepts the submission', () => {
    expect(read(answer(202, ''), mode)).toMatchObject({ outcome: { ok: true } });
  });
  test('with Sync the answer is awaited first, with a note (F-6)', () => {
    expect(read(ended(1), mode)).toMatchObject({ outcome: { ok: true, value: { Body: 1 } }, notes: [{ code: 'F-6' }] });
  });
});

describe('other services', () => {
  test('HTTP:Request gives Header, Code and Body, whatever the status (U26)', () => {
    const given = answer(404, '{"a":1}', { headers: { 'content-type': 'application/json' } });
    expect(read(given, 'RequestComplete', 'HTTP:Request').outcome).toEqual({
      ok: true,
      value: { Header: { 'content-type': 'application/json' }, Code: 404, Body: { a: 1 } },
    });
  });
  test('a broken connection of HTTP:Request', () => {
    expect(read(answer(0, ''), 'RequestComplete', 'HTTP:Request').outcome).toMatchObject({
      error: { code: 'HTTP.RequestFailed' },
    });
  });
  test('an operation gives its JSON; its error is {Service}.{Code} (R10)', () => {
    expect(read(answer(200, '{"MessageId":"m"}'), 'RequestComplete', 'MNS:SendMessage').outcome).toEqual({
      ok: true,
      value: { MessageId: 'm' },
    });
    expect(
      read(answer(404, '{"Code":"QueueNotExist","Message":"m"}'), 'RequestComplete', 'MNS:SendMessage').outcome,
    ).toMatchObject({ error: { code: 'MNS.QueueNotExist', detail: 'm' } });
  });
  test('a mode the service does not list runs with a note (D.1)', () => {
    expect(read(answer(200, '{}'), 'WaitForCustomCallback', 'OSS:PutObject').notes).toMatchObject([{ code: 'T04' }]);
    expect(read(answer(200, '{}'), 'WaitForSystemCallback', 'MNS:SendMessage').notes).toMatchObject([{ code: 'T04' }]);
    expect(read(answer(200, '{}'), 'WaitForCustomCallback', 'MNS:SendMessage').notes).toEqual([]);
  });
});
