import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Changes, composeChanges, invertChanges, makeChanges, mapOffset } from './changes.ts';

const texts = fc.string({ maxLength: 30 });

/** Any well-formed set of changes for a text of the given length. */
function changesFor(length: number): fc.Arbitrary<Changes> {
  const cut = fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 4 }));
  return fc.array(cut, { maxLength: 4 }).map((cuts) => {
    let end = -1;
    const changes = cuts
      .sort((a, b) => a[0] - b[0])
      .flatMap(([from, drop, insert]) => {
        if (from <= end) return [];
        end = Math.min(from + drop, length);
        return [{ from, to: end, insert }];
      });
    return makeChanges(changes);
  });
}
const cases = texts.chain((text) => changesFor(text.length).map((changes) => ({ text, changes })));

describe('changes', () => {
  test('undoing a change restores the text, byte for byte', () => {
    fc.assert(
      fc.property(cases, ({ text, changes }) => {
        expect(applyChanges(applyChanges(text, changes), invertChanges(text, changes))).toBe(text);
      }),
    );
  });

  test('a composed change does what its two parts do in turn', () => {
    const pairs = cases.chain(({ text, changes }) =>
      changesFor(applyChanges(text, changes).length).map((second) => ({ text, first: changes, second })),
    );
    fc.assert(
      fc.property(pairs, ({ text, first, second }) => {
        const both = applyChanges(applyChanges(text, first), second);
        expect(applyChanges(text, composeChanges(first, second))).toBe(both);
      }),
      { numRuns: 1000 },
    );
  });

  test('an offset keeps to its text when something is inserted before it', () => {
    const insert = [{ from: 2, to: 2, insert: 'xx' }];
    expect(mapOffset(3, insert, 'after')).toBe(5);
    expect(mapOffset(2, insert, 'before')).toBe(2);
    expect(mapOffset(2, insert, 'after')).toBe(4);
    expect(mapOffset(1, insert, 'after')).toBe(1);
  });

  test('an offset inside a replaced piece goes to one of its ends', () => {
    const replace = [{ from: 1, to: 5, insert: 'abc' }];
    expect(mapOffset(3, replace, 'before')).toBe(1);
    expect(mapOffset(3, replace, 'after')).toBe(4);
    expect(mapOffset(7, replace, 'after')).toBe(6);
  });

  test('overlapping changes are refused', () => {
    expect(() =>
      makeChanges([
        { from: 0, to: 3, insert: '' },
        { from: 2, to: 4, insert: '' },
      ]),
    ).toThrow(/overlap/);
  });
});
