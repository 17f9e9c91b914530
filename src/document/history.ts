/**
 * One line of steps for typing, canvas, forms and node moves. A step knows its changes in both directions, so undo needs
 * no code per edit. Typing that touches the step before it and follows within half a second becomes part of it.
 */
import { type Changes, composeChanges, invertChanges, type Span } from '../base/index.ts';
import { messages } from './messages.ts';
import type { DocumentState, Positions, Step, Transaction } from './model.ts';

type History = DocumentState['history'];

export const joinWithinMs = 500;
export const mostSteps = 1000;
/** Characters kept in steps altogether; beyond it the oldest steps are forgotten, never the newest. */
export const mostCharacters = 32_000_000;

/** The history after a transaction. */
export function remember(state: DocumentState, transaction: Transaction): History {
  const { done, undone } = state.history;
  if (transaction.travel === 'undo') return { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] };
  if (transaction.travel === 'redo') return { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) };
  const step = toStep(state, transaction);
  const last = undone.length === 0 ? done.at(-1) : undefined;
  if (last && joins(last, step)) return { done: [...done.slice(0, -1), join(last, step)], undone: [] };
  return { done: withinLimits([...done, step]), undone: [] };
}

/** The transaction that takes the last step back. */
export function undo(state: DocumentState, time: number): Transaction | undefined {
  const step = state.history.done.at(-1);
  return step && travel('undo', step, step.undo, step.positionsBefore, step.caretBefore, time);
}

/** The transaction that does the last undone step again. */
export function redo(state: DocumentState, time: number): Transaction | undefined {
  const step = state.history.undone.at(-1);
  return step && travel('redo', step, step.redo, step.positionsAfter, step.caretAfter, time);
}

function travel(
  way: 'undo' | 'redo',
  step: Step,
  changes: Changes,
  positions: Positions,
  caret: Span | undefined,
  time: number,
): Transaction {
  const label = way === 'undo' ? messages.undone(step.label) : messages.redone(step.label);
  return { changes, positions, origin: 'history', label, time, travel: way, ...(caret && { caret }) };
}

function toStep(state: DocumentState, transaction: Transaction): Step {
  const { changes, origin, label, time } = transaction;
  const inverse = invertChanges(state.text, changes);
  return {
    redo: changes,
    undo: inverse,
    positionsBefore: state.positions,
    positionsAfter: transaction.positions ?? state.positions,
    origin,
    label,
    time,
    joinKey: transaction.joinKey,
    caretBefore: transaction.caretBefore ?? wholeOf(changes),
    caretAfter: transaction.caret ?? endOf(inverse),
  };
}

function joins(last: Step, next: Step): boolean {
  if (last.origin !== next.origin) return false;
  if (last.joinKey !== undefined || next.joinKey !== undefined) return last.joinKey === next.joinKey;
  if (next.origin !== 'editor' || next.time - last.time > joinWithinMs || next.time < last.time) return false;
  return next.redo.every((change) => last.undo.some((area) => change.from <= area.to && change.to >= area.from));
}

function join(last: Step, next: Step): Step {
  return {
    ...next,
    redo: composeChanges(last.redo, next.redo),
    undo: composeChanges(next.undo, last.undo),
    positionsBefore: last.positionsBefore,
    label: last.joinKey === undefined ? last.label : next.label,
    caretBefore: last.caretBefore,
  };
}

function withinLimits(steps: readonly Step[]): readonly Step[] {
  let from = Math.max(0, steps.length - mostSteps);
  let size = 0;
  for (let i = steps.length - 1; i >= from; i -= 1) {
    const step = steps[i];
    if (step) size += weight(step.redo) + weight(step.undo);
    if (size > mostCharacters && i < steps.length - 1) from = i + 1;
  }
  return from === 0 ? steps : steps.slice(from);
}
const weight = (changes: Changes): number => changes.reduce((sum, change) => sum + change.insert.length, 0);

function wholeOf(changes: Changes): Span | undefined {
  const first = changes[0];
  const last = changes.at(-1);
  return first && last && { from: first.from, to: last.to };
}
/** The end of what was written, in the text afterwards. */
function endOf(inverse: Changes): Span | undefined {
  const last = inverse.at(-1);
  return last && { from: last.to, to: last.to };
}
