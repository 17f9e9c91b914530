import { createAnswers, type FunctionCard } from '../../scenario/index.ts';
import { type CloudSettings, defaultSettings } from '../settings.ts';
import { header, type HttpAnswer, type HttpCall, immediately } from '../wire.ts';
import type { Executions } from './executions.ts';
import { fakeCloudFlow } from './fake-cloudflow.ts';
import { fakeFunctionCompute } from './fake-fc.ts';
import { functionHost, readFunctionDoor } from './function-door.ts';
import { requestIdOf } from './request-id.ts';

/**
 * The whole mocked cloud behind every transport. Calls of a run are announced before they go out, each with the answer
 * reserved for it, so that the answer does not depend on which call arrives first. Anybody else's call of a function
 * takes the next answer of the cards; the CloudFlow API works on the executions of the session.
 */
export interface CloudStandIn {
  readonly announce: (respond: (arrived: HttpCall) => HttpAnswer) => Announcement;
  /** `undefined` for a call that nobody here knows: it must not leave the machine either. */
  readonly handle: (call: HttpCall) => HttpAnswer | undefined;
  readonly setCards: (cards: readonly FunctionCard[]) => void;
  readonly setExecutions: (executions: Executions | undefined) => void;
}
export interface Announcement {
  readonly trace: string;
  /** Settles with the answer as soon as the call has arrived. */
  readonly arrived: Promise<HttpAnswer>;
  readonly forget: () => void;
}

export function createCloudStandIn(given: Partial<CloudSettings> = {}): CloudStandIn {
  const settings = { ...defaultSettings, ...given };
  const announced = new Map<string, (arrived: HttpCall) => HttpAnswer>();
  let answers = createAnswers([]);
  let executions: Executions | undefined;
  let traces = 0;
  let strays = 0;
  const stray = (call: HttpCall, host: string): HttpAnswer | undefined => {
    strays += 1;
    const requestId = requestIdOf(settings.startTime, `stray/${strays}`);
    if (functionHost.test(host)) return answerStray(call, answers, { requestId, seed: strays });
    return cloudFlowHost.test(host) ? fakeCloudFlow(call, executions, requestId) : undefined;
  };
  return {
    announce: (respond) => {
      traces += 1;
      const trace = `fdl-${traces}`;
      const { promise, resolve } = withResolver<HttpAnswer>();
      announced.set(trace, (call) => {
        const answer = respond(call);
        resolve(answer);
        return answer;
      });
      return { trace, arrived: promise, forget: () => void announced.delete(trace) };
    },
    handle: (call) => {
      const respond = announced.get(call.headers[header.trace] ?? '');
      return respond ? respond(call) : stray(call, new URL(call.url).host);
    },
    setCards: (cards) => {
      answers = createAnswers(cards);
    },
    setExecutions: (next) => {
      executions = next;
    },
  };
}

/** Both spellings of the CloudFlow endpoint (cloud-apis B.1). */
export const cloudFlowHost = /^(?:[a-z0-9-]+\.fnf|fnf\.[a-z0-9-]+)\.aliyuncs\.com(?::\d+)?$/i;

function answerStray(
  call: HttpCall,
  answers: ReturnType<typeof createAnswers>,
  circumstances: { readonly requestId: string; readonly seed: number },
): HttpAnswer {
  const door = readFunctionDoor(call);
  const asked = {
    state: '',
    action: 'FC:InvokeFunction',
    resourceArn: undefined,
    function: door.function,
    service: door.service,
  };
  const isAsync = call.headers[header.invocationType] === 'Async';
  const answer = door.open ? (isAsync ? answers.last(asked) : answers.next(asked))?.answer : undefined;
  return fakeFunctionCompute(call, { answer, ...circumstances });
}

function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** What is answered where nobody may be reached: a broken connection. */
export const closedDoor: HttpAnswer = { status: 0, headers: {}, body: '', beyond: immediately };
