import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, invertChanges } from '../../base/index.ts';
import { edits, flowTexts } from '../../testing/arbitrary.ts';
import { editMessages, planEdit, readSource } from '../index.ts';
import { documentJson } from './tree.ts';

/** The beginning of the one refusal that says that we could not, not that the edit makes no sense. */
const gaveUp = editMessages.cannotPatch(1).slice(0, 20);

describe('laws of edits', () => {
  test('an edit is planned or politely refused, is never given up, and undoing it restores the bytes', () => {
    fc.assert(
      fc.property(flowTexts, edits, (text, edit) => {
        const source = readSource(text);
        expect(source.health).toBe('sound');
        const wanted = edit(source);
        const plan = planEdit(source, wanted);
        if (!plan.ok) {
          if (plan.error.message.startsWith(gaveUp)) throw new Error(`${JSON.stringify(wanted)}\n${text}`);
          return;
        }
        const after = applyChanges(text, plan.value.changes);
        expect(applyChanges(after, invertChanges(text, plan.value.changes))).toBe(text);
        const fresh = readSource(after);
        expect(fresh.problems).toEqual([]);
        expect(documentJson(readSource(after, source))).toEqual(documentJson(fresh));
      }),
      { numRuns: 2000 },
    );
  });
});
