/** The document without a screen: what a keystroke costs until text, states and problems are up to date. */
import { openDocument, applyTransaction, type DocumentState } from '../../src/document/index.ts';
import { checkFlow, yamlReady } from '../../src/fdl/index.ts';

export interface DocumentBench {
  /** Milliseconds of each of `strokes` single characters, typed and taken back at lines all over the text. */
  readonly strokes: (text: string, strokes: number) => readonly number[];
  readonly open: (text: string) => number;
}
declare global {
  interface Window {
    documentBench: DocumentBench;
  }
}

/** Ends of lines of all kinds, spread over the text in a fixed order. */
function places(text: string, count: number): readonly number[] {
  const ends = [...text.matchAll(/\S(?=\n)/g)].map(({ index }) => index + 1);
  return Array.from({ length: count }, (_, i) => ends[(i * 7919) % ends.length] ?? 0);
}

await yamlReady();
window.documentBench = {
  open: (text) => {
    const started = performance.now();
    openDocument(text, undefined, (source) => checkFlow(source));
    return performance.now() - started;
  },
  strokes: (text, strokes) => {
    let state: DocumentState = openDocument(text, undefined, (source) => checkFlow(source));
    const times: number[] = [];
    let time = 0;
    const apply = (from: number, to: number, insert: string): void => {
      time += 1000;
      const started = performance.now();
      state = applyTransaction(state, { changes: [{ from, to, insert }], origin: 'editor', label: 'Typing', time });
      times.push(performance.now() - started);
    };
    for (const at of places(text, 20 + strokes / 2)) {
      apply(at, at, 'x');
      apply(at, at + 1, '');
    }
    return times.slice(40);
  },
};
