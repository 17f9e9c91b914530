import type { Changes } from '../base/index.ts';
import type { EditorRange, LineMap } from './line-map.ts';

/**
 * A text of megabytes is put into the model bit by bit, because Monaco takes a fifth of a second for it in one go. What is
 * in the model is always the beginning of the document's text, so that lines and columns mean the same on both sides.
 */
export interface Filling {
  /** Offset in the document's text up to which the model has it. */
  loaded: number;
}

interface FillableModel {
  readonly setValue: (text: string) => void;
  readonly applyEdits: (edits: { range: EditorRange; text: string }[]) => void;
}

/** A few milliseconds of Monaco's time. */
const pieceLength = 131_072;
export const isFilledInPieces = (text: string): boolean => text.length > 2 * pieceLength;

export const beginFilling = (model: FillableModel, text: string): Filling => {
  const loaded = pieceEnd(text, 0);
  model.setValue(text.slice(0, loaded));
  return { loaded };
};

/** Appends the next piece; true when it was the last. */
export function fillOn(model: FillableModel, filling: Filling, map: LineMap): boolean {
  const { text } = map;
  const to = pieceEnd(text, filling.loaded);
  const range = map.rangeOf({ from: filling.loaded, to: filling.loaded });
  model.applyEdits([{ range, text: text.slice(filling.loaded, to) }]);
  filling.loaded = to;
  return to === text.length;
}

/** Behind a line where there is one, and never within a line end or a character. */
function pieceEnd(text: string, from: number): number {
  const most = from + pieceLength;
  if (most >= text.length) return text.length;
  const line = text.lastIndexOf('\n', most - 1) + 1;
  if (line > from) return line;
  const within = text[most] === '\n' || (text.charCodeAt(most) & 0xfc00) === 0xdc00;
  return within ? most - 1 : most;
}

/** Those changes made elsewhere that concern what is in the model; `undefined` where one reaches beyond. */
export function changesWithin(changes: Changes, { loaded }: Filling): Changes | undefined {
  if (changes.some(({ from, to }) => from < loaded && to > loaded)) return undefined;
  return changes.filter(({ from }) => from < loaded);
}

export const growth = (changes: Changes): number =>
  changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
