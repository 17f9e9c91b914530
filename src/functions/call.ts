import { isObject, type Json, ownValue } from '../base/index.ts';
import type { Call } from '../scenario/index.ts';
import type { Invocation } from '../simulator/index.ts';
import { parseArn } from './arn.ts';

/** What an invocation is for the cards that answer it: state, action, resource, function and service. */
export function callOf(invocation: Pick<Invocation, 'stateName' | 'action' | 'parameters'>): Call {
  const { stateName: state, action, parameters } = invocation;
  const arn = isObject(parameters) ? ownValue(parameters, 'resourceArn') : undefined;
  const parsed = isFunctionCall(action) ? parseArn(arn) : undefined;
  return {
    state,
    action,
    resourceArn: textOf(arn),
    function: parsed?.ok ? parsed.value.function : undefined,
    service: parsed?.ok ? parsed.value.service : undefined,
  };
}

/** The key under which `calls` counts (ruling R13): function, `service/function`, or the action of another service. */
export function callKey(call: Pick<Call, 'action' | 'function' | 'service'>): string {
  if (call.function === undefined) return call.action;
  return call.service === undefined ? call.function : `${call.service}/${call.function}`;
}

/** `FC`, `FNF`, `HTTP`: the part before the colon, as written. */
export const serviceOf = (action: string): string => action.split(':', 1)[0] ?? '';
export const operationOf = (action: string): string => action.slice(serviceOf(action).length + 1);
/** Prefixes are compared without regard to case (cloud-apis F-20). */
export const isService = (action: string, service: string): boolean =>
  serviceOf(action).toUpperCase() === service.toUpperCase();
/** A call that starts a child flow. */
export const isFlowStart = (action: string): boolean =>
  isService(action, 'FNF') && operationOf(action) === 'StartExecution';
export const isFunctionCall = (action: string): boolean =>
  action === 'FC:InvokeFunction' || /^fc:invokefunction$/i.test(action);

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
