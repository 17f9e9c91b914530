import { type Changes, mapOffset } from '../base/index.ts';
import type { Transaction } from '../workbench/index.ts';
import type { LineMap } from './line-map.ts';
import type { CodeEditor } from './monaco.ts';

const fadesAfterMs = 1_600;
const receipted: readonly Transaction['origin'][] = ['canvas', 'inspector', 'quick-fix', 'history'];

/** Marks the lines that an action elsewhere has written, for a moment: the receipt for what was done. */
export function createReceipts(editor: CodeEditor): {
  readonly show: (transaction: Transaction, map: LineMap) => void;
  readonly dispose: () => void;
} {
  const marks = editor.createDecorationsCollection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show: ({ origin, changes }, map) => {
      if (!receipted.includes(origin) || changes.length === 0) return;
      marks.set(
        writtenLines(changes, map).map(([first, last]) => ({
          range: { startLineNumber: first, startColumn: 1, endLineNumber: last, endColumn: 1 },
          options: { isWholeLine: true, className: 'fdl-receipt' },
        })),
      );
      clearTimeout(timer);
      timer = setTimeout(() => marks.clear(), fadesAfterMs);
    },
    dispose: () => {
      clearTimeout(timer);
      marks.clear();
    },
  };
}

/** First and last line of each piece of new text. A piece that ends with a line end does not touch the next line. */
export function writtenLines(changes: Changes, map: LineMap): readonly (readonly [number, number])[] {
  return changes.map((change) => {
    const from = mapOffset(change.from, changes, 'before');
    const lead = /^\s*\n/.exec(change.insert)?.[0].length ?? 0;
    const written = change.insert.trimEnd();
    const first = map.positionAt(from + Math.min(lead, written.length)).lineNumber;
    return [first, Math.max(first, map.positionAt(from + written.length).lineNumber)];
  });
}
