import type { Mocking, Ports } from '../../workbench/index.ts';
import { downloadFile } from './download.ts';
import { browserPeers } from './peers.ts';
import { browserStorage } from './storage.ts';

/** The browser as the workbench sees it. */
export function browserPorts(notice: (text: string) => void): Ports {
  let mocking: Promise<Mocking> | undefined;
  return {
    now: () => Date.now(),
    later: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    newId,
    storage: browserStorage(),
    peers: browserPeers(),
    download: downloadFile,
    mocking: () => (mocking ??= startCloud(notice)),
  };
}

/** Loaded when it is needed: no part of the mocked cloud delays the first drawing. */
async function startCloud(notice: (text: string) => void): Promise<Mocking> {
  const { createCloudStandIn, startMocking } = await import('../../functions/index.ts');
  const cloud = createCloudStandIn();
  const { how, transport, message } = await startMocking(cloud);
  if (how === 'in-process') notice(message);
  return { cloud, transport };
}

/** Unique enough for the flows of one browser, also where the page is not served over HTTPS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
