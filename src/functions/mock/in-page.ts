import { fetchTransport, type Transport } from '../client.ts';
import { messages } from '../messages.ts';
import type { CloudStandIn } from './cloud.ts';
import { inProcessTransport } from './in-process.ts';

/** How calls are answered in this page. */
export interface MockingState {
  readonly how: 'service-worker' | 'in-process';
  readonly transport: Transport;
  /** One sentence for the person. */
  readonly message: string;
}

let started: Promise<MockingState> | undefined;

/**
 * Starts the service worker, once for the page however often it is asked: a second start would be refused. Where the
 * browser does not allow one, calls are answered inside the page and the person is told.
 */
export function startMocking(cloud: CloudStandIn): Promise<MockingState> {
  return (started ??= startWorker(cloud).catch((reason: unknown) => ({
    how: 'in-process',
    transport: inProcessTransport(cloud),
    message: messages.mockedInProcess(reason instanceof Error ? reason.message : String(reason)),
  })));
}

async function startWorker(cloud: CloudStandIn): Promise<MockingState> {
  if (!('serviceWorker' in navigator)) throw new Error('no service worker here');
  // Loaded on demand: the picture must not wait for it.
  const [{ setupWorker }, { createHandlers }] = await Promise.all([import('msw/browser'), import('./handlers.ts')]);
  await setupWorker(...createHandlers(cloud, location.origin)).start({
    serviceWorker: { url: `${import.meta.env.BASE_URL}${workerFile}` },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  return { how: 'service-worker', transport: guarded(inProcessTransport(cloud)), message: messages.mockedInPage };
}

/** Real `fetch` only while our worker stands in front of it: one that was replaced would let calls leave the machine. */
function guarded(otherwise: Transport): Transport {
  return (request) => {
    const script = navigator.serviceWorker.controller?.scriptURL ?? '';
    return script.endsWith(`/${workerFile}`) ? fetchTransport(request) : otherwise(request);
  };
}
const workerFile = 'mockServiceWorker.js';
