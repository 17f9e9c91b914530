import fc from 'fast-check';
import { test } from 'vitest';
import { edits } from '../../testing/arbitrary-edits.ts';
import { flowTexts } from '../../testing/arbitrary.ts';
import { checkEdit } from '../../testing/edit-laws.ts';
import { readSource } from '../index.ts';

test('the laws of edits hold for a long time', () => {
  fc.assert(
    fc.property(flowTexts, fc.array(edits, { minLength: 6, maxLength: 10 }), (text, makers) => {
      const source = readSource(text);
      for (const make of makers) checkEdit(source, make(source));
    }),
    { numRuns: 50_000 },
  );
});
