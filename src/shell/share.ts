/**
 * A flow in a link: name and text, deflated, in the part of the address that no server sees. Opened as a copy, and only
 * after the person has looked at it.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { isObject, parseJson } from '../base/index.ts';
import type { Workbench } from '../workbench/index.ts';
import { linkMark } from './link.ts';
import { messages } from './messages.ts';

export interface SharedFlow {
  readonly name: string;
  readonly text: string;
}
/** What inflates to more than this is no flow. */
const mostBytes = 8_000_000;

export function shareLink(address: string, flow: SharedFlow): string {
  const packed = deflateSync(strToU8(JSON.stringify({ name: flow.name, text: flow.text })), { level: 9 });
  return `${address.replace(/#.*$/s, '')}${linkMark}${toUrlText(packed)}`;
}

/** What a link holds; `undefined` when it was cut or made up. */
export function readLink(hash: string): SharedFlow | undefined {
  try {
    const bytes = inflateSync(fromUrlText(hash.slice(linkMark.length)), { out: new Uint8Array(mostBytes) });
    const value = parseJson(strFromU8(bytes));
    if (!isObject(value) || typeof value['text'] !== 'string') return undefined;
    return { text: value['text'], name: typeof value['name'] === 'string' ? value['name'] : '' };
  } catch {
    return undefined;
  }
}

/** Looks whether the page was opened by a link; the dialog shows what it holds before anything is opened. */
export function openLink(workbench: Workbench): void {
  if (readLink(window.location.hash)) workbench.showDialog('shared-flow');
  else workbench.notify({ tone: 'error', text: messages.share.badLink, stays: true });
}
export function forgetLink(): void {
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#/`);
}

function toUrlText(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
function fromUrlText(text: string): Uint8Array {
  return strToU8(atob(decodeURIComponent(text).replaceAll('-', '+').replaceAll('_', '/')), true);
}
