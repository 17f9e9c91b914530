import type { EffectId, Invocation, Reply } from '../../simulator/index.ts';
import type { FunctionClient } from '../client.ts';
import type { Prepared } from '../prepare.ts';
import type { HttpAnswer } from '../wire.ts';
import type { Exchange } from './model.ts';

/** Calls on their way. Their answers may come in any order; they are handed on together, in the order of the calls. */
export interface Outbox {
  readonly send: (invocation: Invocation, effect: EffectId, prepared: Prepared) => void;
  readonly giveUp: (effect: EffectId) => void;
  readonly giveUpAll: () => void;
  /** Something is on its way that will come back, or has and is not handed on yet. */
  readonly busy: () => boolean;
  /** Settles when everything that comes back has been handed on. */
  readonly idle: () => Promise<void>;
  readonly exchanges: () => ReadonlyMap<EffectId, Exchange>;
  /** Forgets the exchanges of calls that are not `kept`. */
  readonly rewind: (kept: (effect: EffectId) => boolean) => void;
}
type Deliver = (invocation: Invocation, effect: EffectId, reply: Reply) => void;
interface Sent {
  readonly invocation: Invocation;
  readonly effect: EffectId;
  readonly prepared: Extract<Prepared, { kind: 'call' }>;
  readonly control: AbortController;
}

function exchangeOf({ invocation, effect, prepared }: Sent, answer: HttpAnswer | undefined): Exchange {
  const { state, stateName, attempt, iteration, at } = invocation;
  return { effect, state, stateName, attempt, iteration, at, call: prepared.call, answer };
}

/** `before`: exchanges a fork has in common with the run it comes from. */
export function createOutbox(
  client: FunctionClient,
  deliver: Deliver,
  changed: () => void,
  before: ReadonlyMap<EffectId, Exchange> = new Map(),
): Outbox {
  const open = new Map<EffectId, Sent>();
  const coming = new Map<EffectId, Promise<void>>();
  let back: { readonly sent: Sent; readonly answer: HttpAnswer }[] = [];
  let exchanges = new Map(before);
  /** What was handed out last; it is not touched any more. */
  let handedOut: ReadonlyMap<EffectId, Exchange> | undefined;
  const show = (sent: Sent, answer: HttpAnswer | undefined): void => {
    exchanges.set(sent.effect, exchangeOf(sent, answer));
    handedOut = undefined;
  };
  const receive = (sent: Sent, answer: HttpAnswer): void => {
    // Given up in the meantime, or sent anew by a fork.
    if (open.get(sent.effect) !== sent) return;
    coming.delete(sent.effect);
    back.push({ sent, answer });
    if (answer.beyond.never) return;
    open.delete(sent.effect);
    show(sent, answer);
    changed();
  };
  const handOn = (): void => {
    const ready = back.sort((a, b) => a.sent.effect - b.sent.effect);
    back = [];
    for (const { sent, answer } of ready) deliver(sent.invocation, sent.effect, sent.prepared.read(answer));
  };
  const giveUp = (effect: EffectId): void => {
    open.get(effect)?.control.abort();
    open.delete(effect);
    coming.delete(effect);
    back = back.filter(({ sent }) => sent.effect !== effect);
  };
  return {
    send: (invocation, effect, prepared) => {
      if (prepared.kind === 'refused') return deliver(invocation, effect, prepared.reply);
      const sent = { invocation, effect, prepared, control: new AbortController() };
      open.set(effect, sent);
      show(sent, undefined);
      const { call, respond } = prepared;
      coming.set(
        effect,
        client.invoke(call, respond, sent.control.signal).then((answer) => receive(sent, answer)),
      );
    },
    giveUp,
    giveUpAll: () => [...open.keys()].forEach(giveUp),
    busy: () => coming.size > 0 || back.length > 0,
    idle: async () => {
      while (coming.size > 0) await Promise.all(coming.values());
      handOn();
    },
    exchanges: () => (handedOut ??= new Map(exchanges)),
    rewind: (kept) => {
      exchanges = new Map([...exchanges].filter(([effect]) => kept(effect)));
      handedOut = undefined;
    },
  };
}
