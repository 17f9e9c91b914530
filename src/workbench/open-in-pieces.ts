import type { Pieces } from '../base/index.ts';
import { type DocumentState, openSource, type Positions } from '../document/index.ts';
import { readInPieces } from '../fdl/index.ts';
import type { Core } from './core.ts';
import { inPieces, pause } from './in-pieces.ts';
import { messages } from './messages.ts';
import type { Workbench } from './model.ts';
import { preparePicture } from './prepared.ts';

/** So long nobody wonders what is going on. */
const sayAfterMs = 300;
const noticeKey = 'opening';

interface Opening {
  readonly entry: { readonly name: string };
  readonly text: string;
  readonly positions?: Positions;
}

/**
 * A document with its picture, made while the page goes on answering; `undefined` when it is not wanted any more. Says
 * what it is doing when that takes its time.
 */
export async function openInPieces(
  { store, ports }: Core,
  { notify, dismiss }: Pick<Workbench, 'notify' | 'dismiss'>,
  { entry, text, positions }: Opening,
  isWanted: () => boolean,
): Promise<DocumentState | undefined> {
  const callOff = ports.later(sayAfterMs, () =>
    notify({ tone: 'info', text: messages.opening(entry.name), key: noticeKey, stays: true }),
  );
  // Whoever asked for it, a click or a program, is let go first.
  await pause(ports);
  const document = isWanted() ? await inPieces(readyInPieces(text, positions), ports, isWanted) : undefined;
  // Showing it is a piece of its own.
  if (document) await pause(ports);
  callOff();
  for (const { key, id } of store.getState().notices) if (key === noticeKey) dismiss(id);
  return isWanted() ? document : undefined;
}

/** The document of a text, read, and laid out for whoever draws it. */
export function* readyInPieces(text: string, positions: Positions | undefined): Pieces<DocumentState> {
  const source = yield* readInPieces(text);
  yield;
  const document = openSource(source, positions);
  yield* preparePicture(source, document.diagnostics, document.positions);
  return document;
}
