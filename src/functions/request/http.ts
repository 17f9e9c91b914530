import { isObject, type Json, setOwn } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';
import { messages } from '../messages.ts';
import { header, type HttpCall } from '../wire.ts';
import { bodyText, parameter, textParameter } from './body.ts';
import type { BuiltRequest } from './built-request.ts';

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);

/** The request of `HTTP:Request` (cloud-apis D.4), with the task token in its header where the person reports. */
export function buildHttpRequest(invocation: Invocation, lenient: boolean): BuiltRequest {
  const url = textParameter(invocation, 'url') ?? '';
  const method = (textParameter(invocation, 'method') ?? 'GET').toUpperCase();
  const problem = !isWebAddress(url)
    ? messages.urlMissing
    : methods.has(method)
      ? undefined
      : messages.methodUnknown(method.slice(0, 60));
  if (problem === undefined) return { ok: true, value: requestTo(url, method, invocation) };
  if (!lenient) return { ok: false, error: { code: 'HTTP.InvalidArgument', detail: problem } };
  const call = requestTo(isWebAddress(url) ? url : 'https://unknown.invalid/', 'POST', invocation);
  return { ok: true, value: call, note: messages.answeredByState(problem) };
}

function requestTo(url: string, method: string, invocation: Invocation): HttpCall {
  const { text, type } = bodyText(parameter(invocation, 'body'));
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  for (const [name, value] of writtenHeaders(parameter(invocation, 'headers'))) setOwn(headers, name, value);
  if (invocation.mode === 'WaitForCustomCallback' && invocation.token !== undefined) {
    headers[header.taskToken] = invocation.token;
  }
  return { method, url: new URL(url).href, headers, body: method === 'GET' || method === 'HEAD' ? '' : text };
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Names that cannot be header names, and values that cannot travel, are left out: the browser would refuse the whole. */
function writtenHeaders(headers: Json | undefined): [string, string][] {
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(text)
      ? [[name.toLowerCase(), text]]
      : [];
  });
}
