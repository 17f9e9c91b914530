/** The outside of the workbench under a test's control: a clock, a store, other tabs. Nothing waits by itself. */
import { createCloudStandIn, inProcessTransport } from '../functions/index.ts';
import type { DownloadFile, PeerMessage, Ports } from '../workbench/index.ts';

export interface FakePorts extends Ports {
  /** Lets time pass; what was to happen later happens. */
  readonly pass: (milliseconds: number) => void;
  readonly kept: Map<string, string>;
  readonly downloads: DownloadFile[];
  readonly posted: PeerMessage[];
  /** Another tab writes a key. */
  readonly writeElsewhere: (key: string, value: string) => void;
  readonly hear: (message: PeerMessage) => void;
  /** Makes every write fail until it is called with `false`. */
  readonly fill: (full: boolean) => void;
}

/** Time that passes only when told. */
function fakeClock(): Pick<FakePorts, 'now' | 'later' | 'pass'> {
  let now = 1_000;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    later: (milliseconds, task) => {
      // Work without a delay is the engine's own breath: it goes on by itself, as in a page.
      if (milliseconds === 0) {
        const timer = setTimeout(task, 0);
        return () => clearTimeout(timer);
      }
      const entry = { at: now + milliseconds, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    pass: (milliseconds) => {
      now += milliseconds;
      const due = tasks.filter(({ at }) => at <= now);
      tasks = tasks.filter(({ at }) => at > now);
      due.forEach(({ task }) => task());
    },
  };
}

/** Storage in memory, which other tabs can write and which can be full. */
function fakeStorage(kept: Map<string, string>): Pick<FakePorts, 'storage' | 'writeElsewhere' | 'fill'> {
  let full = false;
  const listeners = new Set<(key: string) => void>();
  return {
    storage: {
      read: (key) => kept.get(key),
      write: (key, value) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    writeElsewhere: (key, value) => {
      kept.set(key, value);
      listeners.forEach((listener) => listener(key));
    },
    fill: (next) => {
      full = next;
    },
  };
}

export function fakePorts(kept = new Map<string, string>()): FakePorts {
  let ids = 0;
  const clock = fakeClock();
  const hearers = new Set<(message: PeerMessage) => void>();
  const downloads: DownloadFile[] = [];
  const posted: PeerMessage[] = [];
  const cloud = createCloudStandIn();
  return {
    ...clock,
    ...fakeStorage(kept),
    kept,
    downloads,
    posted,
    newId: () => `id-${(ids += 1)}-${clock.now()}`,
    peers: {
      post: (message) => posted.push(message),
      onMessage: (listener) => {
        hearers.add(listener);
        return () => hearers.delete(listener);
      },
    },
    download: (file) => downloads.push(file),
    mocking: () => Promise.resolve({ cloud, transport: inProcessTransport(cloud) }),
    hear: (message) => hearers.forEach((listener) => listener(message)),
  };
}
