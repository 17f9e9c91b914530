import { functionError } from '../fc-errors.ts';
import { isTooLarge, payloadLimit } from '../request/function.ts';
import { header, type HttpAnswer, type HttpCall, immediately } from '../wire.ts';
import { type FunctionDoor, readFunctionDoor } from './function-door.ts';
import { type Deed, deedOf, type Served } from './served.ts';

/**
 * Function Compute as a function of one call (cloud-apis A.3 to A.5). The status says whether the call was taken; what
 * the code did is in `X-Fc-Error-Type` and the body. An asynchronous call is taken at once and carries its completion
 * beside the bytes.
 */
export function fakeFunctionCompute(call: HttpCall, served: Served): HttpAnswer {
  const door = readFunctionDoor(call);
  const refuse = (code: string, message?: string) => refusal(door, served, code, message, 0);
  if (!door.open) return refuse('PathNotSupported', `'${call.method}' against '${door.path}' is not supported`);
  const type = call.headers[header.invocationType] ?? 'Sync';
  if (type !== 'Sync' && type !== 'Async') return refuse('InvalidArgument', `invalid invocation type: ${type}`);
  if (!isTaskId(call.headers[header.taskId])) return refuse('InvalidArgument', 'invalid async task id');
  if (!isDelay(call.headers[header.delay])) return refuse('InvalidArgument', 'async delay must be within (0, 3600]');
  if (isTooLarge(call.body, type)) {
    return refuse('EntityTooLarge', `payload size exceeds maximum allowed size (${payloadLimit[type]} bytes)`);
  }
  return type === 'Sync' ? answerSync(door, call, served) : answerAsync(door, call, served);
}

function answerSync(door: FunctionDoor, call: HttpCall, served: Served): HttpAnswer {
  if (served.answer === undefined) {
    return carried(returned(door, { kind: 'return', value: {} }, served), { mocked: false });
  }
  const { latencyMs } = served.answer;
  const deed = deedOf(served.answer, call.body, served.seed);
  if (deed.kind === 'timeout') return carried(functionTimedOut(door, served, latencyMs), { never: true });
  if (deed.kind === 'error') return refusal(door, served, deed.code, deed.detail, latencyMs);
  return carried(returned(door, deed, served), { latencyMs });
}

/** Taken with 202 and an empty body; ids are in headers only. */
function answerAsync(door: FunctionDoor, call: HttpCall, served: Served): HttpAnswer {
  const accepted: HttpAnswer = {
    status: 202,
    headers: { [header.requestId]: served.requestId, ...taskIdHeader(door, call, served) },
    body: '',
    beyond: immediately,
  };
  if (served.answer === undefined) {
    const completion = returned(door, { kind: 'return', value: {} }, served);
    return carried(accepted, { completion, mocked: false });
  }
  const { latencyMs } = served.answer;
  const deed = deedOf(served.answer, call.body, served.seed);
  if (deed.kind === 'error') return refusal(door, served, deed.code, deed.detail, latencyMs);
  if (deed.kind === 'timeout') {
    const completion = carried(functionTimedOut(door, served, latencyMs), { never: true });
    return carried(accepted, { never: true, completion });
  }
  return carried(accepted, { latencyMs, completion: carried(returned(door, deed, served), { latencyMs }) });
}

function taskIdHeader(door: FunctionDoor, call: HttpCall, served: Served): Record<string, string> {
  const name = door.generation === '3.0' ? header.taskId : header.statefulId;
  return { [name]: call.headers[name] ?? served.requestId };
}

/** 200 whatever the code did; only the header tells a return from a throw. */
function returned(door: FunctionDoor, deed: Exclude<Deed, { kind: 'error' | 'timeout' }>, served: Served): HttpAnswer {
  const shared = { ...runHeaders(door, served), 'content-type': 'application/json' };
  switch (deed.kind) {
    case 'return':
      return { status: 200, headers: shared, body: JSON.stringify(deed.value), beyond: immediately };
    case 'text':
      return {
        status: 200,
        headers: { ...shared, 'content-type': 'text/plain; charset=utf-8' },
        body: deed.text,
        beyond: immediately,
      };
    case 'throw': {
      const { errorMessage, errorType } = deed;
      const headers = { ...shared, [header.errorType]: errorClass(errorType) };
      const body = JSON.stringify({ errorMessage, errorType, stackTrace: [] });
      return { status: 200, headers, body, beyond: immediately };
    }
  }
}

/** The classes the header knows. A thrown error that is named like one of them travels in its class. */
const errorClasses = new Set(['HandledInvocationError', 'InitializationError', 'InvocationError']);
const errorClass = (errorType: string | undefined): string =>
  errorType !== undefined && errorClasses.has(errorType) ? errorType : 'UnhandledInvocationError';

/** What the service writes when a function ran over its own limit: no `errorType` in the body. */
function functionTimedOut(door: FunctionDoor, served: Served, latencyMs: number): HttpAnswer {
  const seconds = Math.max(1, Math.round(latencyMs / 1000));
  const body = { errorMessage: `Function timed out after ${seconds} seconds (maxMemoryUsage: 8MB)` };
  return {
    status: 200,
    headers: { ...runHeaders(door, served), [header.errorType]: 'UnhandledInvocationError' },
    body: JSON.stringify(body),
    beyond: immediately,
  };
}

function runHeaders(door: FunctionDoor, served: Served): Record<string, string> {
  return {
    [header.requestId]: served.requestId,
    'x-fc-invocation-duration': String(served.answer?.latencyMs ?? 0),
    'x-fc-max-memory-usage': '8',
    'x-fc-instance-id': `c-${served.requestId.slice(2, 10)}`,
    ...(door.generation === '2.0' ? { 'x-fc-invocation-service-version': door.qualifier ?? 'LATEST' } : {}),
  };
}

/** The error envelope of the generation that was called (cloud-apis A.4); code and status from one row. */
function refusal(
  door: FunctionDoor,
  served: Served,
  written: string,
  detail: string | undefined,
  latencyMs: number,
): HttpAnswer {
  const code = written.replace(/^fc\./i, '');
  const row = functionError(code);
  const message = detail ?? row.message(door);
  const body =
    door.generation === '3.0'
      ? { RequestId: served.requestId, Code: code, Message: message }
      : { ErrorCode: code, ErrorMessage: message };
  return {
    status: row.status,
    headers: { [header.requestId]: served.requestId, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    beyond: { ...immediately, latencyMs },
  };
}

const isTaskId = (id: string | undefined): boolean => id === undefined || /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/.test(id);
const isDelay = (text: string | undefined): boolean =>
  text === undefined || (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= 3600);

const carried = (answer: HttpAnswer, beyond: Partial<HttpAnswer['beyond']>): HttpAnswer => ({
  ...answer,
  beyond: { ...answer.beyond, ...beyond },
});
