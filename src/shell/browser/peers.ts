import type { PeerMessage, Peers } from '../../workbench/index.ts';

/** Other tabs of this page, over a broadcast channel; alone where the browser has none. */
export function browserPeers(): Peers {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, onMessage: () => () => undefined };
  const channel = new BroadcastChannel('fdl-studio');
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const heard = (event: MessageEvent<unknown>): void => {
        if (isPeerMessage(event.data)) listener(event.data);
      };
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
  };
}

function isPeerMessage(data: unknown): data is PeerMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('flow' in data)) return false;
  return (data.kind === 'opened' || data.kind === 'also-open') && typeof data.flow === 'string';
}
