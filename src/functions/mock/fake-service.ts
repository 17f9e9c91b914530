import { failure, isObject, type Json, ok, ownValue } from '../../base/index.ts';
import { functionError } from '../fc-errors.ts';
import { completedHeader, serviceError } from '../interpret/other.ts';
import { isService, serviceOf } from '../call.ts';
import { sentTo } from '../request/operation.ts';
import { header, type HttpAnswer, type HttpCall, immediately } from '../wire.ts';
import { type Deed, deedOf, type Served } from './served.ts';

/**
 * Any other service as a function of one call: the card's value is the Task's raw output (product contract, section 6),
 * so an RPC service sends it as its JSON, and `HTTP:Request` looks on the wire like the answer it describes.
 */
export function fakeService(action: string, call: Pick<HttpCall, 'body'>, served: Served): HttpAnswer {
  const { answer } = served;
  const deed: Deed = answer
    ? deedOf(answer, sentTo(action, call.body), served.seed)
    : { kind: 'return', value: emptyOutput(action) };
  const latencyMs = answer?.latencyMs ?? 0;
  const bare = isService(action, 'HTTP') ? httpAnswer(action, deed, served) : operationAnswer(action, deed, served);
  const never = deed.kind === 'timeout';
  return { ...bare, beyond: { ...bare.beyond, latencyMs, never, mocked: answer !== undefined } };
}

/** What a call without an answer gives (decision U28). */
export const emptyOutput = (action: string): Json =>
  isService(action, 'HTTP') ? { Header: {}, Code: 200, Body: '' } : {};

function operationAnswer(action: string, deed: Deed, served: Served): HttpAnswer {
  const json = { 'content-type': 'application/json', 'x-acs-request-id': served.requestId };
  const sent = (status: number, value: Json, extra: Record<string, string> = {}): HttpAnswer => ({
    status,
    headers: { ...json, ...extra },
    body: JSON.stringify(value),
    beyond: immediately,
  });
  const HostId = `${serviceOf(action).toLowerCase()}.aliyuncs.com`;
  const problem = (Code: string, Message: string): Json => ({ RequestId: served.requestId, HostId, Code, Message });
  switch (deed.kind) {
    case 'return':
      return sent(200, deed.value);
    case 'text':
      return {
        status: 200,
        headers: { ...json, 'content-type': 'text/plain; charset=utf-8' },
        body: deed.text,
        beyond: immediately,
      };
    case 'timeout':
      return sent(200, {});
    case 'error': {
      const row = functionError(deed.code);
      return sent(row.status, problem(deed.code, deed.detail ?? row.message({ function: '', service: undefined })));
    }
    case 'throw':
      return sent(500, problem(...thrown(action, deed)), { [completedHeader]: 'true' });
  }
}

function httpAnswer(action: string, deed: Deed, served: Served): HttpAnswer {
  const shown = (value: Json, answer: Omit<HttpAnswer, 'beyond'>): HttpAnswer => ({
    ...answer,
    beyond: { ...immediately, outcome: ok(value) },
  });
  switch (deed.kind) {
    case 'return':
      return shown(deed.value, describedAnswer(deed.value));
    case 'text': {
      const value = { Header: {}, Code: 200, Body: deed.text };
      return shown(value, describedAnswer(value));
    }
    case 'timeout':
      return shown({}, { status: 200, headers: {}, body: '' });
    case 'error': {
      const detail = deed.detail ?? functionError(deed.code).message({ function: '', service: undefined });
      return broken({ code: serviceError(action, deed.code), detail }, served);
    }
    case 'throw': {
      const [code, detail] = thrown(action, deed);
      return broken({ code, detail }, served);
    }
  }
}

/** The answer an output of `HTTP:Request` describes; one that describes none is shown as its JSON. */
function describedAnswer(output: Json): Omit<HttpAnswer, 'beyond'> {
  const code = isObject(output) ? ownValue(output, 'Code') : undefined;
  const body = isObject(output) ? ownValue(output, 'Body') : undefined;
  const given = isObject(output) ? ownValue(output, 'Header') : undefined;
  const isStatus = typeof code === 'number' && Number.isInteger(code) && code >= 200 && code <= 599;
  const shown = isStatus ? (body ?? '') : output;
  return {
    status: isStatus ? code : 200,
    headers: isObject(given) ? textEntries(given) : {},
    body: typeof shown === 'string' ? shown : JSON.stringify(shown),
  };
}

const textEntries = (given: { readonly [key: string]: Json }): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const broken = (error: { code: string; detail: string }, served: Served): HttpAnswer => ({
  status: 0,
  headers: { [header.requestId]: served.requestId },
  body: '',
  beyond: { ...immediately, outcome: failure(error) },
});

/** A service that fails while it works: named by the card, else unknown (as ruling R9 has it for functions). */
function thrown(action: string, deed: Extract<Deed, { kind: 'throw' }>): [code: string, detail: string] {
  const { errorType, errorMessage } = deed;
  const body = JSON.stringify({ errorMessage, errorType });
  return [errorType || `${serviceOf(action)}.Unknown`, errorMessage || body];
}
