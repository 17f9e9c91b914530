/** One call outside of a run, with the answer its card gives first. Nothing goes over the wire. */
import type { Json, Result } from '../../base/index.ts';
import { type FlowError, patternsReady, rootScope, stateId } from '../../fdl/index.ts';
import { createWorld } from '../../functions/index.ts';
import { createAnswers, formatDuration, type FunctionCard } from '../../scenario/index.ts';
import type { EffectId, Invocation } from '../../simulator/index.ts';
import type { Called } from './called.ts';

export type Tried =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'answered';
      readonly status: number | undefined;
      readonly latency: string;
      readonly outcome: Result<Json, FlowError>;
    };

export async function callAlone({ call, states }: Called, card: FunctionCard | undefined, body: Json): Promise<Tried> {
  await patternsReady();
  const world = createWorld({ answers: createAnswers(card ? [card] : []) });
  const resourceArn =
    call.resourceArn ?? (call.function === undefined ? undefined : `acs:fc:::functions/${call.function}`);
  const stateName = states[0] ?? call.state;
  const invocation: Invocation = {
    at: 0,
    state: stateId(rootScope, stateName),
    stateName,
    attempt: 0,
    iteration: [],
    action: call.action,
    mode: 'RequestComplete',
    parameters: { ...(resourceArn !== undefined && { resourceArn }), invocationType: 'Sync', body },
    token: undefined,
    executionName: 'try',
  };
  const prepared = world.prepare(invocation, 1 as EffectId);
  const answer = prepared.kind === 'call' ? prepared.respond(prepared.call) : undefined;
  const reply = prepared.kind === 'refused' ? prepared.reply : answer && prepared.read(answer);
  if (!reply || reply.never === true) return { kind: 'never' };
  const { outcome, latencyMs } = reply;
  return { kind: 'answered', status: answer?.status, latency: formatDuration(latencyMs), outcome };
}
