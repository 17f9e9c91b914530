import { failure, isObject, type Json, ok, ownValue, parseJson, type Result } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { TaskToken } from '../simulator/index.ts';
import type { Transport } from './client.ts';
import { readEnvelope } from './interpret/function.ts';
import { messages } from './messages.ts';
import { requestFromCall } from './mock/convert.ts';
import { defaultSettings } from './settings.ts';
import { encodePart, type HttpCall } from './wire.ts';

/** Why the API refused a report. Status 0: it could not be reached. */
export interface ReportRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}
export interface CallbackClient {
  /** Reports the result of a waiting task over HTTP, as a worker would. */
  readonly report: (
    token: TaskToken,
    outcome: Result<Json, FlowError>,
    /** The output's text as somebody wrote it; sent byte for byte. */
    writtenOutput?: string,
  ) => Promise<Result<{ readonly eventId: number; readonly requestId: string }, ReportRefusal>>;
}

export function createCallbackClient(transport: Transport, region = defaultSettings.region): CallbackClient {
  return {
    report: async (token, outcome, writtenOutput) => {
      try {
        const response = await transport(requestFromCall(reportRequest(token, outcome, region, writtenOutput)));
        const text = await response.text();
        return response.ok ? ok(readReceipt(text)) : failure(readRefusal(response.status, text));
      } catch {
        return failure({ status: 0, code: 'ConnectionFailed', message: messages.connectionFailed });
      }
    },
  };
}

/** The token goes into the address, percent-encoded, since base64 may hold `+`; the rest are form fields. */
export function reportRequest(
  token: string,
  outcome: Result<Json, FlowError>,
  region = defaultSettings.region,
  writtenOutput?: string,
): HttpCall {
  const action = outcome.ok ? 'ReportTaskSucceeded' : 'ReportTaskFailed';
  const fields = outcome.ok
    ? { Output: writtenOutput ?? JSON.stringify(outcome.value) }
    : { Error: outcome.error.code, ...(outcome.error.detail === '' ? {} : { Cause: outcome.error.detail }) };
  return {
    method: 'POST',
    url: `https://${region}.fnf.aliyuncs.com/?Action=${action}&Version=2019-03-15&TaskToken=${encodePart(token)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

function readReceipt(text: string): { readonly eventId: number; readonly requestId: string } {
  const body = parseJson(text);
  const read = (key: string): Json | undefined => (isObject(body) ? ownValue(body, key) : undefined);
  const [eventId, requestId] = [read('EventId'), read('RequestId')];
  return {
    eventId: typeof eventId === 'number' ? eventId : 0,
    requestId: typeof requestId === 'string' ? requestId : '',
  };
}

function readRefusal(status: number, text: string): ReportRefusal {
  const { code, message } = readEnvelope(text);
  return { status, code: code ?? 'Unknown', message: message ?? text };
}
