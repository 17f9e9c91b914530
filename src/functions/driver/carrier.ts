import { parseExpression } from '../../fdl/index.ts';
import { createAnswers } from '../../scenario/index.ts';
import {
  type Delivery,
  type Effect,
  type EffectId,
  type Input,
  type Instant,
  type Invocation,
  type RunView,
  type Reply,
  tokenState,
} from '../../simulator/index.ts';
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
  /** To be told of every input that was fed, with the run as it is after it. */
  readonly fed: (input: Input, letter: Letter | undefined, view: RunView, position: number) => void;
  readonly calls: () => Readonly<Record<string, number>>;
  readonly world: () => DriverWorld;
  /** Goes back to the moment after `position` inputs; calls that were open then go out again. */
  readonly rewind: (position: number, world: DriverWorld) => void;
  /** A carrier of its own that stands at the moment after `position` inputs; this one goes on as it is. */
  readonly fork: (position: number, world: DriverWorld, client: FunctionClient, changed: () => void) => Carrier;
}

/** A call that was made, and the inputs between which it was open. */
interface Issued {
  readonly invocation: Invocation;
  readonly effect: EffectId;
  readonly position: number;
  closed: number | undefined;
}
interface Books {
  readonly mail: Mail;
  readonly outbox: Outbox;
  description: DriverWorld;
  world: FunctionsWorld;
  issued: Map<EffectId, Issued>;
  readonly replies: Map<EffectId, Reply>;
  /** Tokens that began to wait, by their calls. */
  began: readonly { readonly effect: EffectId; readonly position: number }[];
}

export function createCarrier(description: DriverWorld, client: FunctionClient, changed: () => void): Carrier {
  return carrierOf(openBooks(description, client, changed));
}

function openBooks(description: DriverWorld, client: FunctionClient, changed: () => void, from?: Books): Books {
  const deliver = (invocation: Invocation, effect: EffectId, reply: Reply): void => {
    books.replies.set(effect, reply);
    if (reply.never === true) return;
    const { outcome, notes = [] } = reply;
    const input: Delivery['input'] = { type: 'invocation-settled', effect, outcome, notes };
    post(books, effect, invocation.at + reply.latencyMs, input, books.issued.get(effect)?.position ?? 0);
  };
  const books: Books = {
    mail: createMail(from?.mail.all()),
    outbox: createOutbox(client, deliver, changed, from?.outbox.exchanges()),
    description,
    world: worldOf(description),
    issued: new Map([...(from?.issued ?? [])].map(([effect, call]) => [effect, { ...call }])),
    replies: new Map(from?.replies),
    began: from?.began ?? [],
  };
  return books;
}

function carrierOf(books: Books): Carrier {
  return {
    outbox: books.outbox,
    letters: books.mail.onTheWay,
    carryOut: (effects, position) => effects.forEach((effect) => carryOut(books, effect, position)),
    fed: (input, letter, view, position) => {
      if (letter) books.mail.arrive(letter, position);
      if (input.type === 'invocation-settled') settle(books, input, view, position);
    },
    calls: () => books.world.calls(),
    world: () => books.description,
    rewind: (position, world) => rewind(books, position, world),
    fork: (position, world, client, changed) => {
      const own = openBooks(world, client, changed, books);
      rewind(own, position, world);
      return carrierOf(own);
    },
  };
}

const post = (books: Books, effect: EffectId, due: Instant, input: Delivery['input'], posted: number): void =>
  books.mail.post({ effect, due, input, posted });

function carryOut(books: Books, effect: Effect, position: number): void {
  if (effect.type === 'invoke') {
    const { id, invocation } = effect;
    books.issued.set(id, { invocation, effect: id, position, closed: undefined });
    books.outbox.send(invocation, id, books.world.prepare(invocation, id));
    return;
  }
  books.outbox.giveUp(effect.id);
  books.mail.drop(effect.id, position);
  close(books, effect.id, position);
}

function close(books: Books, effect: EffectId, position: number): void {
  const call = books.issued.get(effect);
  if (call && call.closed === undefined) call.closed = position;
}

/** A call was answered. Where its token begins to wait now, what was promised for it is posted. */
function settle(
  books: Books,
  { effect, outcome }: Extract<Input, { type: 'invocation-settled' }>,
  view: RunView,
  position: number,
): void {
  close(books, effect, position);
  const call = books.issued.get(effect);
  const token = call?.invocation.token;
  if (!call || !outcome.ok || token === undefined || tokenState(view, token) !== 'waiting') return;
  books.began = [...books.began, { effect, position }];
  const later = books.replies.get(effect)?.later ?? scriptedReport(books, call.invocation);
  if (!later) return;
  const input: Delivery['input'] = { type: 'task-reported', token, by: later.by, outcome: later.outcome };
  post(books, effect, view.now + later.afterMs, input, position);
}

function scriptedReport({ world }: Books, { mode, stateName }: Invocation): Reply['later'] {
  const kind = mode === 'WaitForSystemCallback' ? 'system-callback' : 'custom-callback';
  const reply = world.callback({ kind, stateName });
  return reply && { ...reply, by: 'custom' };
}

function rewind(books: Books, position: number, description: DriverWorld): void {
  books.outbox.giveUpAll();
  books.mail.rewind(position);
  books.description = description;
  books.world = worldOf(description);
  const kept = [...books.issued.values()].filter((call) => call.position <= position);
  books.issued = new Map(kept.map((call) => [call.effect, call]));
  books.outbox.rewind((effect) => books.issued.has(effect));
  // Every call made so far uses up its answer again; those still open then are sent anew, with today's answers.
  for (const call of kept) {
    const prepared = books.world.prepare(call.invocation, call.effect);
    if (call.closed !== undefined && call.closed <= position) continue;
    call.closed = undefined;
    books.mail.drop(call.effect, position);
    books.outbox.send(call.invocation, call.effect, prepared);
  }
  books.began = books.began.filter((entry) => entry.position <= position);
  for (const { effect } of books.began) {
    const call = books.issued.get(effect);
    if (call && !books.replies.get(effect)?.later) scriptedReport(books, call.invocation);
  }
}

function worldOf({ cards, ...rest }: DriverWorld): FunctionsWorld {
  // Read ahead, so that what patterns need is fetched before the first answer is worked out.
  for (const answer of cards.flatMap((card) => card.answers)) {
    if (answer.kind === 'return-expr') parseExpression(answer.expression);
  }
  return createWorld({ answers: createAnswers(cards), ...rest });
}
