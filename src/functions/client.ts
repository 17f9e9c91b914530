import type { CloudStandIn } from './mock/cloud.ts';
import { answerFromResponse, requestFromCall } from './mock/convert.ts';
import { header, type HttpAnswer, type HttpCall, immediately } from './wire.ts';

/** The way out: `fetch`, or something that answers in its place. */
export type Transport = (request: Request) => Promise<Response>;

/** Real `fetch`, which the service worker answers. */
export const fetchTransport: Transport = (request) => fetch(request);

/** Sends calls of a run and brings the answers back, each with what it carries beside its bytes. */
export interface FunctionClient {
  /**
   * `respond` is what the mocked service will do when the call arrives; it goes with the call by its trace id. Never
   * rejects: a broken connection is an answer of status 0. A call that nobody answers stays open until `signal` ends it.
   */
  readonly invoke: (
    call: HttpCall,
    respond: (arrived: HttpCall) => HttpAnswer,
    signal: AbortSignal,
  ) => Promise<HttpAnswer>;
}

export function createFunctionClient(transport: Transport, cloud: Pick<CloudStandIn, 'announce'>): FunctionClient {
  return {
    invoke: async (call, respond, signal) => {
      const announced = cloud.announce(respond);
      const traced = { ...call, headers: { ...call.headers, [header.trace]: announced.trace } };
      const onWire = exchange(transport, traced, signal);
      const arrived = await Promise.race([announced.arrived, onWire.then(() => undefined)]);
      if (arrived?.beyond.never === true) {
        void onWire.then(announced.forget);
        return arrived;
      }
      const seen = await onWire;
      announced.forget();
      return { ...seen, beyond: arrived?.beyond ?? immediately };
    },
  };
}

async function exchange(
  transport: Transport,
  call: HttpCall,
  signal: AbortSignal,
): Promise<Omit<HttpAnswer, 'beyond'>> {
  try {
    return await answerFromResponse(await transport(requestFromCall(call, signal)));
  } catch {
    return { status: 0, headers: {}, body: '' };
  }
}
