import type { Span } from '../base/index.ts';
import { findState, spanInText, stateAt, type StateId } from '../fdl/index.ts';
import type { Reveal, Workbench } from '../workbench/index.ts';
import { atAPace, pagePacing } from './at-a-pace.ts';
import type { LineMap } from './line-map.ts';
import type { CodeEditor } from './monaco.ts';

/** A run that is stepped through: at its rests the text is there, in between nobody reads. */
const runPace = { rest: 400, quiet: 80 };

/** The caret selects the state it is in; a selection made elsewhere brings its text into view. */
export function followSelection(
  editor: CodeEditor,
  workbench: Workbench,
  map: () => LineMap,
): { readonly dispose: () => void } {
  let frame = 0;
  const pointing = atAPace(runPace, pagePacing);
  const selectUnderCaret = (): void => {
    frame = 0;
    const position = editor.getPosition();
    if (!position || !editor.hasTextFocus()) return;
    const { document, view } = workbench.getState();
    const found = stateAt(document.source, map().offsetAt(position))?.id;
    if (!isSelected(view.selection, found)) workbench.select(found === undefined ? [] : [found], 'editor');
  };
  const caret = editor.onDidChangeCursorPosition(() => {
    if (frame === 0) frame = requestAnimationFrame(selectUnderCaret);
  });
  const stop = workbench.subscribe(({ view: { reveal } }, previous) => {
    if (!reveal || reveal.ticket === previous.view.reveal?.ticket) return;
    pointing.drop();
    if (reveal.askedBy === 'editor') return;
    const showIt = (): void => show(editor, workbench, map(), reveal);
    // A step is drawn by the canvas and the panels first: all in one frame is more than a frame holds.
    if (reveal.askedBy === 'run') pointing.ask(showIt);
    else showIt();
  });
  // Whoever types wants the caret to stay.
  const stopTyping = workbench.onTransaction(pointing.drop);
  return {
    dispose: () => {
      caret.dispose();
      stop();
      stopTyping();
      pointing.drop();
      cancelAnimationFrame(frame);
    },
  };
}

function isSelected(selection: readonly StateId[], found: StateId | undefined): boolean {
  return found === undefined ? selection.length === 0 : selection.length === 1 && selection[0] === found;
}

function show(editor: CodeEditor, workbench: Workbench, map: LineMap, { state, span }: Reveal): void {
  const place = span ?? (state === undefined ? undefined : nameOf(workbench, state));
  if (!place) return;
  const range = map.rangeOf(place);
  if (span) editor.setSelection(range);
  else if (!caretIsIn(editor, workbench, map, state)) {
    editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
  }
  editor.revealRangeInCenterIfOutsideViewport(range);
}

function caretIsIn(editor: CodeEditor, workbench: Workbench, map: LineMap, state: StateId | undefined): boolean {
  const position = editor.getPosition();
  return position !== null && stateAt(workbench.getState().document.source, map.offsetAt(position))?.id === state;
}

function nameOf(workbench: Workbench, id: StateId): Span | undefined {
  const { source } = workbench.getState().document;
  const state = findState(source.flow, id);
  return state && spanInText(source, id, state.name.span);
}
