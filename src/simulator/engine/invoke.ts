import type { Json } from '../../base/index.ts';
import type { TaskMode } from '../../fdl/index.ts';
import type { EffectId, Instant, Invocation, TaskToken } from '../messages.ts';
import type { Phase } from '../machine.ts';
import { type Live, type LiveThread, want } from './live.ts';
import { setTimer } from './move.ts';

export interface Call {
  readonly action: string;
  readonly mode: TaskMode;
  readonly parameters: Json;
  readonly token: TaskToken | undefined;
  readonly deadline: Instant | undefined;
  readonly purpose: Extract<Phase, { name: 'invoking' }>['purpose'];
}

/** Asks the world for something and lets the thread wait for the answer. */
export function invoke(live: Live, thread: LiveThread, call: Call): void {
  const effect = (live.counters.effects + 1) as EffectId;
  live.counters.effects = effect;
  const { purpose, token, deadline } = call;
  thread.phase = { name: 'invoking', effect, purpose, token, since: live.now, deadline };
  live.openEffects.set(effect, thread);
  if (token !== undefined) live.openTokens.set(token, thread);
  if (deadline !== undefined) setTimer(live, { at: deadline, thread, phase: thread.phase });
  want(live, { type: 'invoke', id: effect, invocation: invocationOf(live, thread, call) });
}

function invocationOf(live: Live, thread: LiveThread, call: Call): Invocation {
  return {
    at: live.now,
    state: thread.at,
    stateName: thread.state.name,
    attempt: thread.retries,
    iteration: thread.iteration,
    action: call.action,
    mode: call.mode,
    parameters: call.parameters,
    token: call.token,
    executionName: thread.home.name,
  };
}
