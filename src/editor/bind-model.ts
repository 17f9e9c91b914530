import { type Changes, makeChanges, type Span } from '../base/index.ts';
import type { DocumentState, Transaction, Workbench } from '../workbench/index.ts';
import { type EditorRange, type LineMap, lineMap, plainText } from './line-map.ts';
import { messages } from './messages.ts';

/**
 * Keeps Monaco's model and the document the same text, in both directions. What is typed becomes a transaction; what
 * anybody else changes is applied to the model as the same changes, so that caret and folding stay where they are. The
 * whole text is put in only when another flow is opened, or when both have lost step: then the document is right.
 */
export interface BoundModel {
  readonly getValue: () => string;
  readonly setValue: (text: string) => void;
  readonly getValueLength: () => number;
  readonly getLineCount: () => number;
  readonly getEOL: () => string;
  readonly applyEdits: (edits: { range: EditorRange; text: string; forceMoveMarkers?: boolean }[]) => void;
  readonly onDidChangeContent: (listener: (event: ContentChange) => void) => { readonly dispose: () => void };
}
export interface ContentChange {
  readonly changes: readonly { readonly range: EditorRange; readonly text: string }[];
  readonly isFlush: boolean;
}
export interface Binding {
  /** The document's text as the model shows it now. */
  readonly map: () => LineMap;
  readonly dispose: () => void;
}

/**
 * `selection` gives what was selected before a change; `follow` hears of changes made elsewhere, after they are in.
 * `soon` says when the text of another flow is put in: the picture of that flow comes first.
 */
export function bindModel(
  model: BoundModel,
  workbench: Pick<Workbench, 'getState' | 'dispatch' | 'onTransaction' | 'now' | 'notify'>,
  selection: () => Span | undefined,
  follow: (transaction: Transaction, map: LineMap) => void,
  soon: (work: () => void) => void = (work) => work(),
): Binding {
  let map = lineMap(workbench.getState().document.text);
  /** Which side is speaking; the other one only listens. */
  let speaking: 'nobody' | 'editor' | 'document' = 'nobody';

  const hush = (work: () => void): void => {
    const before = speaking;
    speaking = 'document';
    try {
      work();
    } finally {
      speaking = before;
    }
  };
  const reload = (text: string): void =>
    hush(() => {
      map = lineMap(text);
      model.setValue(text);
    });
  const heal = (text: string): void => {
    reload(text);
    workbench.notify({ tone: 'info', text: messages.reloaded, key: 'editor-reloaded' });
  };

  /** The text of another flow that is on the screen already, but not yet in the model. */
  let waiting = false;
  const catchUp = (): void => {
    if (!waiting) return;
    waiting = false;
    reload(workbench.getState().document.text);
  };

  const typed = (event: ContentChange): void => {
    if (speaking === 'document') return;
    // Typed into a flow that has just been left.
    if (waiting) return catchUp();
    const changes = event.isFlush ? wholeChange(map, model) : documentChanges(event, map);
    if (changes.length === 0) return;
    const before = selection();
    speaking = 'editor';
    try {
      const time = workbench.now();
      workbench.dispatch({
        changes,
        origin: 'editor',
        label: messages.typing,
        time,
        ...(before && { caretBefore: before }),
      });
    } finally {
      speaking = 'nobody';
    }
  };

  const heard = (transaction: Transaction, after: DocumentState): void => {
    const { text } = after;
    if (transaction.origin === 'open') {
      waiting = text !== map.text;
      if (waiting) soon(catchUp);
    } else if (waiting) {
      catchUp();
    } else if (speaking === 'editor') {
      map = lineMap(text);
      if (!sameLength(model, map)) heal(text);
      return;
    } else if (transaction.changes.length > 0) {
      hush(() => model.applyEdits(editorEdits(transaction.changes, map)));
      map = lineMap(text);
      if (!sameText(model, text)) heal(text);
    }
    follow(transaction, map);
  };

  if (!sameText(model, map.text)) reload(map.text);
  const typing = model.onDidChangeContent(typed);
  const stop = workbench.onTransaction(heard);
  return {
    map: () => map,
    dispose: () => {
      waiting = false;
      typing.dispose();
      stop();
    },
  };
}

function sameText(model: BoundModel, text: string): boolean {
  return plainText(model.getValue()) === plainText(text);
}

/** A cheap check for every keystroke: a lost step nearly always shows in the length. */
function sameLength(model: BoundModel, map: LineMap): boolean {
  const extra = model.getEOL().length - 1;
  return model.getValueLength() - extra * (model.getLineCount() - 1) === map.plainLength;
}

function editorEdits(
  changes: Changes,
  map: LineMap,
): { range: EditorRange; text: string; forceMoveMarkers: boolean }[] {
  return changes.map((change) => ({ range: map.rangeOf(change), text: change.insert, forceMoveMarkers: false }));
}

/** Monaco's changes in offsets of the document; line ends typed become those of the place they are typed at. */
function documentChanges({ changes }: ContentChange, map: LineMap): Changes {
  return makeChanges(
    changes.map(({ range, text }) => ({
      ...map.spanOf(range),
      insert: text.replace(/\r\n|\n|\r/g, map.lineEndAt(range.startLineNumber)),
    })),
  );
}

/** Somebody has put a whole new text into the model. */
function wholeChange(map: LineMap, model: BoundModel): Changes {
  const insert = model.getValue().replace(/\r\n|\n|\r/g, map.lineEndAt(1));
  return insert === map.text ? [] : makeChanges([{ from: 0, to: map.text.length, insert }]);
}
