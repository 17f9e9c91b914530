import { checkWith } from '../document/index.ts';
import type { Core } from './core.ts';
import type { LanguageEngine } from './document-verbs.ts';

/** So long the page may be busy with checks before it looks at what else has happened. */
const pieceMs = 12;

/**
 * Checks the flow on the screen, and every change of it from now on. A flow is opened without checks, so that its
 * picture comes first; those of thousands of states are done in pieces, because a page must answer while they go on.
 */
export async function checkInPieces({ store, ports }: Core, engine: LanguageEngine): Promise<void> {
  const { flow, document } = store.getState();
  const isWanted = (): boolean => {
    const now = store.getState();
    return now.flow.id === flow.id && now.document.check !== engine.checkFlow;
  };
  if (!isWanted()) return;
  let end = ports.now() + pieceMs;
  for (const state of document.source.flow.states) {
    engine.checkTopState(state);
    if (ports.now() < end) continue;
    await new Promise<void>((done) => ports.later(0, done));
    if (!isWanted()) return;
    end = ports.now() + pieceMs;
  }
  store.setState((state) => ({ document: checkWith(state.document, engine.checkFlow) }));
}
