import type { HttpAnswer, HttpCall } from '../wire.ts';

/** Between plain data and the browser's own `Request` and `Response`. */
export function requestFromCall(call: HttpCall, signal?: AbortSignal): Request {
  const bodyless = call.method === 'GET' || call.method === 'HEAD' || call.body === '';
  return new Request(call.url, {
    method: call.method,
    headers: headersOf(call.headers),
    ...(bodyless ? {} : { body: call.body }),
    ...(signal ? { signal } : {}),
    credentials: 'omit',
    cache: 'no-store',
  });
}

export async function callFromRequest(request: Request): Promise<HttpCall> {
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  };
}

/** Statuses for which a body is refused by the constructor. */
const bodyless = new Set([204, 205, 304]);

/** The answer as a `Response`; status 0 becomes the network error it stands for. */
export function responseFromAnswer(answer: Omit<HttpAnswer, 'beyond'>): Response {
  if (answer.status === 0) return Response.error();
  const { status } = answer;
  // An empty text would be given a content type by the browser; no body has none.
  const body = answer.body === '' || bodyless.has(status) ? null : answer.body;
  return new Response(body, { status, headers: headersOf(answer.headers) });
}

export async function answerFromResponse(response: Response): Promise<Omit<HttpAnswer, 'beyond'>> {
  if (response.type === 'error') return { status: 0, headers: {}, body: '' };
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

/** A header that cannot exist is left out rather than breaking the whole exchange. */
function headersOf(record: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record)) {
    try {
      headers.append(name, value);
    } catch {
      continue;
    }
  }
  return headers;
}
