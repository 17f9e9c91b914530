import { utf8Length } from '../../base/index.ts';
import type { HttpAnswer, HttpCall } from '../wire.ts';
import type { Executions } from './executions.ts';
import { operations } from './cloudflow-operations.ts';
import { Refused, refusals, type Rpc, rpcAnswer } from './rpc.ts';

/** Largest request of the API (cloud-apis B.8): 1,024 KiB. */
const requestLimit = 1_024 * 1_024;

/**
 * The CloudFlow API, version 2019-03-15, over the executions of a session (cloud-apis B). An operation it does not
 * offer is refused by name; nothing is passed on.
 */
export function fakeCloudFlow(call: HttpCall, executions: Executions | undefined, requestId: string): HttpAnswer {
  const problem = (refused: Refused): HttpAnswer =>
    rpcAnswer(refused.status, {
      RequestId: requestId,
      HostId: new URL(call.url).host,
      Code: refused.code,
      Message: refused.message,
    });
  const rpc = readRpc(call);
  if (rpc instanceof Refused) return problem(rpc);
  const operation = operations.get(rpc.action);
  if (!operation || !executions) return problem(refusals.actionNotSupported(rpc.action));
  const result = operation(rpc, executions);
  return result instanceof Refused ? problem(result) : rpcAnswer(200, { ...result, RequestId: requestId });
}

function readRpc(call: HttpCall): Rpc | Refused {
  const { pathname, searchParams: query } = new URL(call.url);
  if (utf8Length(call.body) > requestLimit) return refusals.tooLarge(requestLimit);
  const type = call.headers['content-type'] ?? '';
  const isForm = type === '' || /^(application\/x-www-form-urlencoded|text\/plain)/i.test(type);
  if (call.body !== '' && !isForm) return refusals.mediaType(type);
  const form = new URLSearchParams(call.body);
  const given = (name: string): string | undefined => query.get(name) ?? form.get(name) ?? undefined;
  const action = given('Action') ?? call.headers['x-acs-action'] ?? '';
  const version = given('Version') ?? call.headers['x-acs-version'] ?? '2019-03-15';
  if (pathname !== '/') return refusals.actionNotSupported(pathname);
  if (version !== '2019-03-15') return refusals.version(version);
  return { action, query, form };
}
