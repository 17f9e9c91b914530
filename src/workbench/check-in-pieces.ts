import type { Pieces } from '../base/index.ts';
import { checkWith, type DocumentState } from '../document/index.ts';
import type { Core } from './core.ts';
import { inPieces } from './in-pieces.ts';
import type * as Engine from './language-engine.ts';
import { prepareGraph } from './prepared.ts';
import { selectGraph } from './selectors.ts';

/** The rules of the language, which are loaded right after the first drawing. */
export type LanguageEngine = typeof Engine;

/**
 * Checks the flow on the screen, and every change of it from now on. A flow is opened without checks, so that its
 * picture comes first; those of thousands of states are done in pieces, because a page must answer while they go on.
 */
export async function checkInPieces({ store, ports }: Core, engine: LanguageEngine): Promise<void> {
  const { flow } = store.getState();
  const isWanted = (): boolean => {
    const now = store.getState();
    return now.flow.id === flow.id && now.document.check !== engine.checkFlow;
  };
  while (isWanted()) {
    const { document } = store.getState();
    const checked = await inPieces(
      check(document, engine, () => selectGraph(store.getState())),
      ports,
      isWanted,
    );
    // A text that was changed meanwhile is checked again; only what changed takes time then.
    if (checked && store.getState().document === document) store.setState({ document: checked });
  }
}

function* check(
  document: DocumentState,
  engine: LanguageEngine,
  graph: () => ReturnType<typeof selectGraph>,
): Pieces<DocumentState> {
  const { source } = document;
  for (const state of source.flow.states) {
    engine.checkTopState(state);
    yield;
  }
  const diagnostics = yield* engine.checkFlowInPieces(source);
  yield;
  if (document.lastReadable === source) yield* prepareGraph(source, diagnostics, graph());
  yield;
  return checkWith(document, engine.checkFlow, diagnostics);
}
