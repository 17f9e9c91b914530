import fc from 'fast-check';
import { test } from 'vitest';
import { edits } from '../../testing/arbitrary-edits.ts';
import { flowTexts } from '../../testing/arbitrary.ts';
import { checkEdit } from '../../testing/edit-laws.ts';
import { fuzzing } from '../../testing/fuzzing.ts';
import { readSource } from '../index.ts';

/** About four minutes. */
test('the laws of edits hold for a long time', () => {
  fc.assert(
    fc.property(flowTexts, fc.array(edits, { minLength: 6, maxLength: 10 }), (text, makers) => {
      const source = readSource(text);
      for (const make of makers) checkEdit(source, make(source));
    }),
    fuzzing(15_000),
  );
});
