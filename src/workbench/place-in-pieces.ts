import type { Core } from './core.ts';
import { inPieces, pause } from './in-pieces.ts';
import { isOf, preparedPlacement, preparePlacement } from './prepared.ts';
import { isVast, lastPlaced, selectGraph } from './selectors.ts';

/**
 * Lays a flow of thousands of states out again after a change, while the page goes on answering. Until that is done, and
 * while one change follows another, the selectors give the places of before: what is new has none yet.
 */
export function placeInPieces({ store, ports }: Core): () => void {
  let latest: object | undefined;
  const place = async (mine: object): Promise<void> => {
    await pause(ports);
    const { document } = store.getState();
    const graph = selectGraph(store.getState());
    const isWanted = (): boolean => latest === mine;
    if (!isWanted()) return;
    await inPieces(preparePlacement(graph, document.positions, lastPlaced()), ports, isWanted);
    // Whoever shows the picture looks again.
    if (isWanted()) store.setState({});
  };
  const stop = store.subscribe((next, previous) => {
    if (next.document === previous.document) return;
    latest = undefined;
    const graph = selectGraph(next);
    const { positions } = next.document;
    const shown = lastPlaced();
    if (!isVast(graph) || shown?.flow !== next.flow.id || isOf(shown, graph, positions)) return;
    if (preparedPlacement(graph, positions)) return;
    latest = {};
    void place(latest);
  });
  return () => {
    latest = undefined;
    stop();
  };
}
