import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeChanges, type Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import { applyTransaction, type DocumentState, openDocument, redo, type Transaction, undo } from './index.ts';

/** A change anywhere in a text of that length, by fractions. */
const gesture = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(4),
  insert: fc.stringMatching(/^[ab:\n\- ]{0,4}$/),
  pause: fc.constantFrom(10, 600),
  origin: fc.constantFrom('editor', 'canvas', 'inspector' as const),
  joinKey: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined }),
  place: fc.option(fc.nat(50), { nil: undefined }),
});
type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

function toTransaction(state: DocumentState, wanted: Gesture, time: number): Transaction {
  const from = Math.floor(wanted.from * state.text.length);
  const to = Math.min(state.text.length, from + wanted.size);
  const positions =
    wanted.place === undefined ? undefined : new Map<NodeId, Point>([['A' as NodeId, { x: wanted.place, y: 0 }]]);
  return {
    changes: makeChanges([{ from, to, insert: wanted.insert }]),
    origin: wanted.origin,
    label: 'x',
    time,
    ...(positions && { positions }),
    ...(wanted.joinKey !== undefined && { joinKey: wanted.joinKey }),
  };
}
const visible = ({ text, positions }: DocumentState): unknown => [text, [...positions]];

test('undoing everything restores every byte and position, redoing everything brings all back', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
      const opened = openDocument('StartAt: A\nStates:\n- Name: A\n  Type: Pass\n');
      let time = 0;
      const last = gestures.reduce((state, wanted) => {
        time += wanted.pause;
        return applyTransaction(state, toTransaction(state, wanted, time));
      }, opened);
      let state = last;
      for (let step = undo(state, time); step; step = undo(state, time)) state = applyTransaction(state, step);
      expect(visible(state)).toEqual(visible(opened));
      for (let step = redo(state, time); step; step = redo(state, time)) state = applyTransaction(state, step);
      expect(visible(state)).toEqual(visible(last));
    }),
    { numRuns: 150 },
  );
});
