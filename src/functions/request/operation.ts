import type { Json } from '../../base/index.ts';
import type { Invocation } from '../../simulator/index.ts';
import { isFlowStart, operationOf, serviceOf } from '../call.ts';
import type { CloudSettings } from '../settings.ts';
import { encodePart, type HttpCall } from '../wire.ts';
import { bodyText, parameter, textParameter } from './body.ts';
import { isRegion } from './function.ts';

/** A call of any other service as a plausible RPC request; only CloudFlow's own shape is documented (cloud-apis B.2). */
export function buildOperationRequest(invocation: Invocation, settings: CloudSettings): HttpCall {
  const { action } = invocation;
  if (isFlowStart(action)) return startExecution(invocation, settings);
  const { text } = bodyText(invocation.parameters);
  return {
    method: 'POST',
    url: `https://${hostOf(serviceOf(action), regionOf(invocation, settings))}/?Action=${encodePart(operationOf(action))}`,
    headers: { 'content-type': 'application/json', 'x-acs-action': encodePart(operationOf(action)) },
    body: text,
  };
}

/** The name of the flow in `acs:fnf:{region}:{account}:flow/{name}`, or the whole text where it is none. */
export function flowNameOf(resourceArn: Json | undefined): string {
  const text = typeof resourceArn === 'string' ? resourceArn : '';
  return /:flow\/([^/]+)/.exec(text)?.[1] ?? text;
}

/** Sub-flows that call back by themselves carry the token in a field of its own (cloud-apis B.5). */
function startExecution(invocation: Invocation, settings: CloudSettings): HttpCall {
  const input = parameter(invocation, 'input') ?? {};
  const name = textParameter(invocation, 'executionName');
  const fields = new URLSearchParams({ FlowName: flowNameOf(parameter(invocation, 'resourceArn')) });
  if (name !== undefined) fields.set('ExecutionName', name);
  fields.set('Input', JSON.stringify(input));
  if (invocation.mode === 'WaitForSystemCallback' && invocation.token !== undefined) {
    fields.set('CallbackFnFTaskToken', invocation.token);
  }
  return {
    method: 'POST',
    url: `https://${regionOf(invocation, settings)}.fnf.aliyuncs.com/?Action=StartExecution&Version=2019-03-15`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.toString(),
  };
}

/** What the called service works on, out of the body of its request: a child flow's input travels in a form. */
export function sentTo(action: string, body: string): string {
  return isFlowStart(action) ? (new URLSearchParams(body).get('Input') ?? '') : body;
}

function regionOf(invocation: Invocation, settings: CloudSettings): string {
  const named = textParameter(invocation, 'region');
  const fromArn = (textParameter(invocation, 'resourceArn') ?? '').split(':')[2] ?? '';
  return [named, fromArn].find((region) => region !== undefined && isRegion(region)) ?? settings.region;
}

function hostOf(service: string, region: string): string {
  const label = service
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${label === '' ? 'api' : label}.${region}.aliyuncs.com`;
}
