import type { Span } from '../base/index.ts';
import { type Diagnostic, isBeyondReading, stateAt } from '../fdl/index.ts';
import type { Transaction, Workbench } from '../workbench/index.ts';
import { bindModel } from './bind-model.ts';
import { followSelection } from './follow-selection.ts';
import type { LineMap } from './line-map.ts';
import { offerFixes, showMarkers } from './markers.ts';
import { type CodeEditor, monaco } from './monaco.ts';
import { createReceipts } from './receipts.ts';
import { registerLanguage } from './register-language.ts';
import { showRun } from './run-marks.ts';
import { followTheme } from './themes.ts';
import { handOverKeys } from './undo-keys.ts';

/** Connects an editor that stands on the page with the workbench. Returns what takes it all back. */
export function attachEditor(editor: CodeEditor, workbench: Workbench): () => void {
  const model = editor.getModel();
  if (!model) return () => undefined;
  // Said to the editor, this is not heard by a model that was there before: it would look for pairs in the whole text.
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  const receipts = createReceipts(editor);
  let selected: Span | undefined;

  const follow = (transaction: Transaction, map: LineMap): void => {
    receipts.show(transaction, map);
    if (transaction.origin !== 'history' || !transaction.caret) return;
    editor.setSelection(map.rangeOf(transaction.caret));
    editor.revealRangeInCenterIfOutsideViewport(map.rangeOf(transaction.caret));
  };
  // In a task of its own: a frame that is due comes first.
  const soon = (work: () => void): void => {
    const inTurn = (): void => {
      work();
      mark();
    };
    void workbench.drawn().then(() => setTimeout(inTurn));
  };
  const binding = bindModel(model, workbench, () => selected, follow, {
    soon,
    between: (work) => void setTimeout(work),
    filled: () => mark(),
  });
  const { map } = binding;
  let marked: readonly Diagnostic[] | undefined;
  // Problems lie in the document's text: they are shown when it is the model's text too.
  const mark = (): void => {
    const { document } = workbench.getState();
    if (marked === document.diagnostics || map().text !== document.text || binding.isFilling()) return;
    marked = document.diagnostics;
    showMarkers(model, marked, map());
  };
  mark();
  const attached = [
    binding,
    receipts,
    editor.onDidChangeCursorSelection(({ selection }) => {
      selected = map().spanOf(selection);
    }),
    offerFixes(editor, model, workbench, map),
    registerLanguage(model, workbench, map),
    handOverKeys(editor, workbench),
    followSelection(editor, workbench, map),
    showRun(editor, workbench, map),
    toggleOnGlyph(editor, workbench, map),
    followTheme(),
    sparePlainText(editor, workbench),
    keepLinesInView(editor),
    { dispose: workbench.onAsk((request) => request.type === 'focus-editor' && editor.focus()) },
    { dispose: workbench.subscribe(mark) },
    { dispose: workbench.onTransaction(mark) },
  ];
  return () => attached.forEach((part) => part.dispose());
}

/** A click beside the text sets a breakpoint on the state that stands there, or takes it away. */
function toggleOnGlyph(editor: CodeEditor, workbench: Workbench, map: () => LineMap): { dispose: () => void } {
  return editor.onMouseDown(({ target }) => {
    if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN || !target.position) return;
    const { lineNumber } = target.position;
    const column = editor.getModel()?.getLineMaxColumn(lineNumber) ?? 1;
    const state = stateAt(workbench.getState().document.source, map().offsetAt({ lineNumber, column }));
    if (state) workbench.toggleBreakpoint(state.id);
  });
}

/** What is too large to be read as a flow is plain text: to look for its structure would cost more with every key. */
function sparePlainText(editor: CodeEditor, workbench: Workbench): { dispose: () => void } {
  const tell = (): void => {
    const helped = !isBeyondReading(workbench.getState().document.text);
    editor.updateOptions({ folding: helped, links: helped, matchBrackets: helped ? 'always' : 'never' });
  };
  tell();
  const stop = workbench.subscribe((next, previous) => {
    const [now, before] = [next.document.text, previous.document.text];
    if (now !== before && isBeyondReading(now) !== isBeyondReading(before)) tell();
  });
  return { dispose: stop };
}

/** Tells the style sheet how much of a line can be seen. */
function keepLinesInView(editor: CodeEditor): { dispose: () => void } {
  const tell = (width: number): void =>
    editor.getContainerDomNode().style.setProperty('--fdl-text-width', `${width}px`);
  tell(editor.getLayoutInfo().contentWidth);
  return editor.onDidLayoutChange(({ contentWidth }) => tell(contentWidth));
}
