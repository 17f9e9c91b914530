import { http, HttpResponse, passthrough, type RequestHandler } from 'msw';
import { header } from '../wire.ts';
import type { CloudStandIn } from './cloud.ts';
import { callFromRequest, responseFromAnswer } from './convert.ts';

/**
 * The one list of handlers, for the service worker and for tests alike. Everything the mocked cloud knows is answered;
 * the page's own files pass; whatever else ends in a broken connection, so that no flow data can reach a real host.
 */
export function createHandlers(cloud: Pick<CloudStandIn, 'handle'>, ownOrigin?: string): readonly RequestHandler[] {
  const answer = async ({ request }: { readonly request: Request }): Promise<Response> => {
    const isOwnFile = new URL(request.url).origin === ownOrigin && !request.headers.has(header.trace);
    if (isOwnFile) return passthrough();
    const known = cloud.handle(await callFromRequest(request.clone()));
    if (!known) return HttpResponse.error();
    return known.beyond.never ? untilAborted(request.signal) : responseFromAnswer(known);
  };
  return [http.all(/^https?:/, answer)];
}

/** A call that nobody answers: it hangs until its caller gives up. */
function untilAborted(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(HttpResponse.error());
    else signal.addEventListener('abort', () => resolve(HttpResponse.error()), { once: true });
  });
}
