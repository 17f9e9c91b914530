import { failure, isObject, ok, type Result, utf8Length } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';
import { type FunctionArn, parseArn } from '../arn.ts';
import { isFunctionCall } from '../call.ts';
import { messages } from '../messages.ts';
import type { CloudSettings } from '../settings.ts';
import { encodePart, header, type HttpCall } from '../wire.ts';
import { bodyText, parameter, textParameter } from './body.ts';
import type { BuiltRequest } from './built-request.ts';

export type InvocationType = 'Sync' | 'Async';

/** Which function is called and how; or why it cannot be (ruling R11). */
export interface FunctionTarget {
  readonly arn: FunctionArn;
  readonly type: InvocationType;
}
export function functionTarget(invocation: Pick<Invocation, 'parameters'>): Result<FunctionTarget, string> {
  if (!isObject(invocation.parameters)) return failure(messages.parametersNotObject);
  const arn = parseArn(parameter(invocation, 'resourceArn'));
  if (!arn.ok) return arn;
  const type = parameter(invocation, 'invocationType');
  if (type === 'Sync' || type === 'Async') return ok({ arn: arn.value, type });
  return failure(messages.invocationType(type === undefined ? 'nothing' : shorten(JSON.stringify(type))));
}

/** The InvokeFunction call of either generation (cloud-apis A.2). Not signed: nobody is asked for keys. */
export function buildFunctionRequest(invocation: Invocation, settings: CloudSettings, lenient: boolean): BuiltRequest {
  const target = functionTarget(invocation);
  if (target.ok) return { ok: true, value: requestTo(target.value, invocation, settings) };
  if (!lenient) return { ok: false, error: { code: 'FC.InvalidArgument', detail: target.error } };
  const call = requestTo({ arn: standIn(invocation), type: 'Sync' }, invocation, settings);
  return { ok: true, value: call, note: messages.answeredByState(target.error) };
}

function requestTo({ arn, type }: FunctionTarget, invocation: Invocation, settings: CloudSettings): HttpCall {
  const { text, type: contentType } = bodyText(parameter(invocation, 'body'));
  return {
    method: 'POST',
    url: `https://${functionHost(arn, settings)}${functionPath(arn)}`,
    headers: {
      [header.invocationType]: type,
      [header.logType]: 'None',
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
    body: text,
  };
}

/** A function to put into the address where the resource name cannot be read. */
function standIn(invocation: Invocation): FunctionArn {
  const parsed = parseArn(parameter(invocation, 'resourceArn'));
  if (parsed.ok) return parsed.value;
  const name = textParameter(invocation, 'resourceArn') || invocation.stateName || 'function';
  return { generation: '3.0', region: '', account: '', service: undefined, function: name, qualifier: undefined };
}

/** Whether a call is beyond what Function Compute takes (cloud-apis A.7): then no function sees it. */
export function isPayloadTooLarge(action: string, call: HttpCall): boolean {
  return (
    isFunctionCall(action) && isTooLarge(call.body, call.headers[header.invocationType] === 'Async' ? 'Async' : 'Sync')
  );
}

/** Largest payloads in bytes. */
export const payloadLimit = { Sync: 32 * 1024 * 1024, Async: 128 * 1024 } as const;

export function isTooLarge(body: string, type: InvocationType): boolean {
  // Three bytes are the most a UTF-16 unit can take, so short texts need no counting.
  return body.length * 3 > payloadLimit[type] && utf8Length(body) > payloadLimit[type];
}

function functionPath(arn: FunctionArn): string {
  const query = arn.qualifier === undefined ? '' : `?qualifier=${encodePart(arn.qualifier)}`;
  const tail = `functions/${encodePart(arn.function)}/invocations${query}`;
  if (arn.service === undefined) return `/2023-03-30/${tail}`;
  return `/2021-04-06/services/${encodePart(arn.service)}/${tail}`;
}

/** Regions whose 3.0 endpoint is spelt the older way round. */
const olderHosts = new Set(['me-central-1', 'cn-hangzhou-finance', 'cn-shanghai-finance-1', 'cn-heyuan-acdr-1']);

function functionHost(arn: FunctionArn, settings: CloudSettings): string {
  const region = isRegion(arn.region) ? arn.region : settings.region;
  const account = /^\d+$/.test(arn.account) ? arn.account : settings.accountId;
  if (arn.generation === '3.0') {
    return olderHosts.has(region) ? `${region}.fc.aliyuncs.com` : `fcv3.${region}.aliyuncs.com`;
  }
  return region.endsWith('-finance') ? `${account}.${region}.fc.aliyuncs.com` : `fc.${region}.aliyuncs.com`;
}

/** Anything else (a placeholder, an empty part) falls back to the settings. */
export const isRegion = (text: string): boolean => /^[a-z]{2,}(-[a-z0-9]+)+$/.test(text);

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
