import { type Changes, makeChanges, type Span } from '../base/index.ts';
import type { DocumentState, Transaction, Workbench } from '../workbench/index.ts';
import { type EditorRange, type LineMap, lineMap, plainText } from './line-map.ts';
import { beginFilling, changesWithin, type Filling, fillOn, growth, isFilledInPieces } from './fill-model.ts';
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
  /** Whether the end of a large text is still on its way into the model. */
  readonly isFilling: () => boolean;
  readonly dispose: () => void;
}

type Bench = Pick<Workbench, 'getState' | 'dispatch' | 'onTransaction' | 'now' | 'notify'>;

/** When what is not urgent is done. */
export interface Pace {
  /** Puts in the text of another flow: the picture of that flow comes first. */
  readonly soon: (work: () => void) => void;
  /** Goes on with a large text; the page may do something else before. */
  readonly between: (work: () => void) => void;
  /** All of a large text is in the model. */
  readonly filled: () => void;
}
const atOnce: Pace = { soon: (work) => work(), between: (work) => work(), filled: () => undefined };

/** `selection` gives what was selected before a change; `follow` hears of changes made elsewhere, after they are in. */
export function bindModel(
  model: BoundModel,
  workbench: Bench,
  selection: () => Span | undefined,
  follow: (transaction: Transaction, map: LineMap) => void,
  pace: Pace = atOnce,
): Binding {
  const modelSide = createModelSide(model, workbench, pace);
  /** The text of another flow that is on the screen already, but not yet in the model. */
  let waiting = false;
  const catchUp = (): void => {
    if (!waiting) return;
    waiting = false;
    modelSide.reload(workbench.getState().document.text);
  };

  const typed = (event: ContentChange): void => {
    if (modelSide.isHushed()) return;
    // Typed into a flow that has just been left.
    if (waiting) return catchUp();
    const changes = modelSide.changesOf(event);
    if (changes.length > 0) modelSide.say(() => workbench.dispatch(typing(changes, workbench.now(), selection())));
  };
  const heard = (transaction: Transaction, after: DocumentState): void => {
    const { text } = after;
    if (transaction.origin === 'open') {
      waiting = text !== modelSide.map().text;
      if (waiting) pace.soon(catchUp);
    } else if (waiting) {
      catchUp();
    } else if (modelSide.isSpeaking()) {
      return modelSide.said(transaction.changes, text);
    } else if (transaction.changes.length > 0) {
      modelSide.apply(transaction.changes, text);
    }
    follow(transaction, modelSide.map());
  };

  if (model.getValueLength() === 0 || !sameText(model, modelSide.map().text)) modelSide.reload(modelSide.map().text);
  const listening = model.onDidChangeContent(typed);
  const stop = workbench.onTransaction(heard);
  return {
    map: modelSide.map,
    isFilling: modelSide.isFilling,
    dispose: () => {
      waiting = false;
      modelSide.stop();
      listening.dispose();
      stop();
    },
  };
}

function typing(changes: Changes, time: number, before: Span | undefined): Transaction {
  return { changes, origin: 'editor', label: messages.typing, time, ...(before && { caretBefore: before }) };
}

/** The model, the text it stands for, and which side is speaking: the other one only listens. */
function createModelSide(model: BoundModel, { getState, notify }: Pick<Bench, 'getState' | 'notify'>, pace: Pace) {
  let map = lineMap(getState().document.text);
  let speaking: 'nobody' | 'editor' | 'document' = 'nobody';

  /** Whatever the work makes the model say is not news. */
  const hush = (work: () => void): void => {
    const before = speaking;
    speaking = 'document';
    try {
      work();
    } finally {
      speaking = before;
    }
  };
  let filling: Filling | undefined;
  const reload = (text: string): void => {
    filling = undefined;
    map = lineMap(text);
    hush(() => {
      if (isFilledInPieces(text)) filling = beginFilling(model, text);
      else model.setValue(text);
    });
    if (filling) fill(filling);
  };
  const fill = (now: Filling): void =>
    pace.between(() => {
      if (filling !== now) return;
      let done = false;
      hush(() => (done = fillOn(model, now, map)));
      if (!done) return fill(now);
      filling = undefined;
      if (!sameLength(model, map)) heal(map.text);
      pace.filled();
    });
  const heal = (text: string): void => {
    reload(text);
    notify({ tone: 'info', text: messages.reloaded, key: 'editor-reloaded' });
  };
  return {
    map: () => map,
    isFilling: () => filling !== undefined,
    isHushed: () => speaking === 'document',
    isSpeaking: () => speaking === 'editor',
    reload,
    changesOf: (event: ContentChange): Changes =>
      event.isFlush ? wholeChange(map, model) : documentChanges(event, map),
    say: (work: () => void): void => {
      speaking = 'editor';
      try {
        work();
      } finally {
        speaking = 'nobody';
      }
    },
    /** What the editor said has become the document's text. */
    said: (changes: Changes, text: string): void => {
      map = lineMap(text);
      if (filling) filling.loaded += growth(changes);
      else if (!sameLength(model, map)) heal(text);
    },
    /** Changes made elsewhere, and the text after them. */
    apply: (changes: Changes, text: string): void => {
      const within = filling ? changesWithin(changes, filling) : changes;
      if (!within) return reload(text);
      hush(() => model.applyEdits(editorEdits(within, map)));
      map = lineMap(text);
      if (filling) filling.loaded += growth(within);
      else if (isFilledInPieces(text) ? !sameLength(model, map) : !sameText(model, text)) heal(text);
    },
    /** The rest of a large text is not wanted any more. */
    stop: (): void => {
      filling = undefined;
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
