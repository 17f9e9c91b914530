/** All the outside there is. Tests pass fakes; the shell passes the browser. */
import type { CloudStandIn, Transport } from '../functions/index.ts';

/** A small synchronous store of texts. `write` throws when there is no room or no permission. */
export interface Storage {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
  /** Another tab wrote or removed a key. */
  readonly onChange: (listener: (key: string) => void) => () => void;
}
/** Other tabs of the same page. */
export interface Peers {
  readonly post: (message: PeerMessage) => void;
  readonly onMessage: (listener: (message: PeerMessage) => void) => () => void;
}
export interface PeerMessage {
  readonly kind: 'opened' | 'also-open';
  readonly flow: string;
}
export interface DownloadFile {
  readonly name: string;
  readonly content: string;
  readonly mediaType: string;
}
export interface Ports {
  readonly now: () => number;
  /** Runs a task later; the result calls it off. */
  readonly later: (milliseconds: number, task: () => void) => () => void;
  readonly newId: () => string;
  readonly storage: Storage;
  readonly peers: Peers;
  readonly download: (file: DownloadFile) => void;
  /** Starts the mocked cloud on first use and gives the way to it. */
  readonly mocking: () => Promise<Mocking>;
}
export interface Mocking {
  readonly cloud: CloudStandIn;
  readonly transport: Transport;
}
