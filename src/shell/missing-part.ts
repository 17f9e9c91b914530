/**
 * Parts of the program that come later and cannot be had: the network is down, or a newer version has taken the place of
 * the one that runs here. Asking again does not help, a browser remembers the failure; loading the page again does.
 */
import type { Workbench } from '../workbench/index.ts';
import { messages } from './messages.ts';

const missing = new WeakSet<object>();

/** What the bundler says in the page whenever a part cannot be loaded, before whoever asked for it is told. */
const sign = 'vite:preloadError';

/** Remembers which errors are a part that is missing; call before anything is loaded. */
export function watchParts(): void {
  window.addEventListener(sign, (event) => {
    const problem: unknown = 'payload' in event ? event.payload : undefined;
    if (typeof problem === 'object' && problem !== null) missing.add(problem);
  });
}

export const isMissingPart = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && missing.has(problem);

/** Says once that something is missing, whoever wanted it, and offers the way out. */
export function tellOfMissingParts(workbench: Workbench): void {
  const actions = [{ title: messages.missing.reload, run: reloadPage }];
  window.addEventListener(sign, () =>
    workbench.notify({ tone: 'error', text: messages.missing.about, stays: true, key: 'missing-part', actions }),
  );
}

/** What is on the screen is written first: the page hides. */
export const reloadPage = (): void => window.location.reload();
