import type { Invocation } from '../../simulator/index.ts';
import { isFunctionCall, isService, serviceOf } from '../call.ts';
import { messages } from '../messages.ts';
import type { CloudSettings } from '../settings.ts';
import { isSerialisable } from './body.ts';
import type { BuiltRequest } from './built-request.ts';
import { buildFunctionRequest } from './function.ts';
import { buildHttpRequest } from './http.ts';
import { buildOperationRequest } from './operation.ts';

/**
 * What an invocation is on the wire. Pure: the same invocation is the same request. With `lenient`, parameters nobody
 * could call with still make a request, because an answer was set for this very state (ruling R11).
 */
export function buildRequest(invocation: Invocation, settings: CloudSettings, lenient: boolean): BuiltRequest {
  const { action } = invocation;
  if (!isSerialisable(invocation.parameters)) {
    return { ok: false, error: { code: `${serviceOf(action)}.InvalidArgument`, detail: messages.bodyTooDeep } };
  }
  if (isFunctionCall(action)) return buildFunctionRequest(invocation, settings, lenient);
  if (isService(action, 'HTTP')) return buildHttpRequest(invocation, lenient);
  return { ok: true, value: buildOperationRequest(invocation, settings) };
}
