import { failure } from '../base/index.ts';
import type { FlowError } from '../fdl/index.ts';
import type { AnswerBook, Call } from '../scenario/index.ts';
import type { EffectId, Invocation, Note, Reply } from '../simulator/index.ts';
import { callKey, callOf, isFunctionCall } from './call.ts';
import { interpretAnswer } from './interpret/interpret.ts';
import { messages } from './messages.ts';
import { fakeFunctionCompute } from './mock/fake-fc.ts';
import { fakeService } from './mock/fake-service.ts';
import { requestIdOf } from './mock/request-id.ts';
import { buildRequest } from './request/build.ts';
import { isPayloadTooLarge } from './request/function.ts';
import type { CloudSettings } from './settings.ts';
import { header, type HttpAnswer, type HttpCall } from './wire.ts';

/** A call that is ready to go out, with its answer reserved; or one that cannot be sent. */
export type Prepared =
  | {
      readonly kind: 'call';
      readonly call: HttpCall;
      /** What the mocked service answers to the call as it arrives. */
      readonly respond: (arrived: HttpCall) => HttpAnswer;
      /** What that answer means to the engine. */
      readonly read: (answer: HttpAnswer) => Reply;
    }
  | { readonly kind: 'refused'; readonly reply: Reply };

export interface PreparerOptions {
  readonly answers: AnswerBook;
  readonly settings: CloudSettings;
  /** Told the key of every call that is sent. */
  readonly count: (key: string) => void;
  readonly once: (notes: readonly Note[]) => readonly Note[];
}

/** Builds requests and reserves answers, in the order in which it is asked. */
export function createPreparer(options: PreparerOptions): (invocation: Invocation, effect: EffectId) => Prepared {
  const { answers, settings, count, once } = options;
  return (invocation, effect) => {
    const call = callOf(invocation);
    const request = buildRequest(invocation, settings, answersByState(answers, call));
    if (!request.ok) return refused(request.error);
    const key = callKey(call);
    count(key);
    const lost = isPayloadTooLarge(invocation.action, request.value);
    const isAsync = request.value.headers[header.invocationType] === 'Async';
    const taken = lost ? undefined : isAsync ? answers.last(call) : answers.next(call);
    const runs = taken && 'runs' in taken ? taken.runs : 1;
    const served = {
      answer: taken?.answer,
      requestId: requestIdOf(settings.startTime + invocation.at, `${invocation.executionName}/${effect}`),
      seed: effect,
    };
    const given = [
      ...(request.note === undefined ? [] : [note('R11', request.note, invocation)]),
      ...(runs > 1 ? [note('F-19', messages.asyncRuns(runs), invocation)] : []),
    ];
    return {
      kind: 'call',
      call: request.value,
      respond: (arrived) =>
        isFunctionCall(invocation.action)
          ? fakeFunctionCompute(arrived, served)
          : fakeService(invocation.action, arrived, served),
      read: (httpAnswer) => {
        const reply = interpretAnswer(invocation, httpAnswer);
        const unmocked = httpAnswer.beyond.mocked ? [] : [note('unmocked', messages.unmocked(key), invocation)];
        const said = reply.notes?.filter(({ code }) => runs === 1 || code !== 'F-19') ?? [];
        return { ...reply, notes: once([...given, ...unmocked, ...said]) };
      },
    };
  };
}

/** True when the entry that would answer was chosen by the state's name: it answers even unreadable calls (R11). */
function answersByState(answers: AnswerBook, call: Call): boolean {
  const found = answers.peek(call);
  // An entry without `state` would be found for any other state as well.
  return found !== undefined && answers.peek({ ...call, state: `${call.state}\u0000` })?.card !== found.card;
}

export const refused = (error: FlowError): Prepared => ({
  kind: 'refused',
  reply: { outcome: failure(error), latencyMs: 0 },
});

export const note = (code: string, message: string, { state }: Pick<Invocation, 'state'>): Note => ({
  code,
  message,
  state,
});
