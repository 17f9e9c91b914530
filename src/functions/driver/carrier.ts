import { parseExpression } from '../../fdl/index.ts';
import { createAnswers } from '../../scenario/index.ts';
import type { Delivery, Effect, EffectId, Input, Invocation, Machine, Reply } from '../../simulator/index.ts';
import { tokenState } from '../../simulator/index.ts';
import type { FunctionClient } from '../client.ts';
import { createWorld, type FunctionsWorld } from '../world.ts';
import { createMail, type Letter, type Mail } from './mail.ts';
import type { DriverWorld } from './model.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/**
 * Carries the effects of a run out and brings back what follows from them as letters. It remembers at which input of
 * the run everything happened, so that it can go back with the run.
 */
export interface Carrier {
  readonly outbox: Outbox;
  readonly letters: () => readonly Letter[];
  readonly carryOut: (effects: readonly Effect[], position: number) => void;
  /** To be told of every input that was fed, with the machine after it. */
  readonly fed: (input: Input, letter: Letter | undefined, machine: Machine, position: number) => void;
  readonly calls: () => Readonly<Record<string, number>>;
  readonly world: () => DriverWorld;
  /** Goes back to the moment after `position` inputs; calls that were open then go out again. */
  readonly rewind: (position: number, world: DriverWorld) => void;
}

interface Issued {
  readonly invocation: Invocation;
  readonly effect: EffectId;
  readonly position: number;
  closed: number | undefined;
}

export function createCarrier(given: DriverWorld, client: FunctionClient, changed: () => void): Carrier {
  let description = given;
  let world: FunctionsWorld = worldOf(description);
  const mail: Mail = createMail();
  let issued = new Map<EffectId, Issued>();
  const replies = new Map<EffectId, Reply>();
  let began: { readonly effect: EffectId; readonly position: number }[] = [];

  const deliver = (invocation: Invocation, effect: EffectId, reply: Reply): void => {
    replies.set(effect, reply);
    if (reply.never === true) return;
    const { outcome, notes = [] } = reply;
    const input: Delivery['input'] = { type: 'invocation-settled', effect, outcome, notes };
    mail.post({ due: invocation.at + reply.latencyMs, effect, input, posted: issued.get(effect)?.position ?? 0 });
  };
  const outbox = createOutbox(client, deliver, changed);

  const issue = (invocation: Invocation, effect: EffectId, position: number): void => {
    issued.set(effect, { invocation, effect, position, closed: undefined });
    outbox.send(invocation, effect, world.prepare(invocation, effect));
  };
  const close = (effect: EffectId, position: number): void => {
    const call = issued.get(effect);
    if (call && call.closed === undefined) call.closed = position;
  };
  /** A token begins to wait: what was promised for it is posted (a report of the system, else one of the script). */
  const beginToWait = ({ invocation, effect }: Issued, machine: Machine, position: number): void => {
    const { token, mode, stateName } = invocation;
    if (token === undefined || tokenState(machine, token) !== 'waiting') return;
    began.push({ effect, position });
    const kind = mode === 'WaitForSystemCallback' ? 'system-callback' : 'custom-callback';
    const later = replies.get(effect)?.later ?? reportOf(world.callback({ kind, stateName }));
    if (!later) return;
    const input: Delivery['input'] = { type: 'task-reported', token, by: later.by, outcome: later.outcome };
    mail.post({ due: machine.now + later.afterMs, effect, input, posted: position });
  };

  return {
    outbox,
    letters: mail.onTheWay,
    carryOut: (effects, position) => {
      for (const effect of effects) {
        if (effect.type === 'invoke') issue(effect.invocation, effect.id, position);
        else {
          outbox.giveUp(effect.id);
          mail.drop(effect.id, position);
          close(effect.id, position);
        }
      }
    },
    fed: (input, letter, machine, position) => {
      if (letter) mail.arrive(letter, position);
      if (input.type !== 'invocation-settled') return;
      close(input.effect, position);
      const call = issued.get(input.effect);
      if (call && input.outcome.ok) beginToWait(call, machine, position);
    },
    calls: () => world.calls(),
    world: () => description,
    rewind: (position, next) => {
      outbox.giveUpAll();
      mail.rewind(position);
      description = next;
      world = worldOf(next);
      const kept = [...issued.values()].filter((call) => call.position <= position);
      issued = new Map(kept.map((call) => [call.effect, call]));
      outbox.rewind((effect) => issued.has(effect));
      began = began.filter((entry) => entry.position <= position);
      // Every call made so far uses up its answer again; those still open then are sent anew, with today's answers.
      for (const call of kept) {
        const prepared = world.prepare(call.invocation, call.effect);
        if (call.closed !== undefined && call.closed <= position) continue;
        call.closed = undefined;
        mail.drop(call.effect, position);
        outbox.send(call.invocation, call.effect, prepared);
      }
      for (const { effect } of began) {
        const call = issued.get(effect);
        const isScripted = call?.invocation.mode === 'WaitForCustomCallback' && !replies.get(effect)?.later;
        if (call && isScripted) world.callback({ kind: 'custom-callback', stateName: call.invocation.stateName });
      }
    },
  };
}

function worldOf({ cards, ...rest }: DriverWorld): FunctionsWorld {
  // Read ahead, so that what patterns need is fetched before the first answer is worked out.
  for (const answer of cards.flatMap((card) => card.answers)) {
    if (answer.kind === 'return-expr') parseExpression(answer.expression);
  }
  return createWorld({ answers: createAnswers(cards), ...rest });
}

const reportOf = (reply: ReturnType<FunctionsWorld['callback']>): Reply['later'] => reply && { ...reply, by: 'custom' };
