import type { Transport } from '../client.ts';
import { closedDoor, type CloudStandIn } from './cloud.ts';
import { callFromRequest, responseFromAnswer } from './convert.ts';

/** A transport without a network: asks the mocked cloud directly. Closed doors break the connection here too. */
export function inProcessTransport(cloud: Pick<CloudStandIn, 'handle'>): Transport {
  return async (request) => {
    const answer = cloud.handle(await callFromRequest(request)) ?? closedDoor;
    if (answer.beyond.never) await aborted(request.signal);
    const response = responseFromAnswer(answer);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((_, reject) => {
    const end = (): void => reject(new DOMException('The call was given up.', 'AbortError'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
