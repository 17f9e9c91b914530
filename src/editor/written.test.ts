import { describe, expect, test } from 'vitest';
import { applyChanges, type Changes, makeChanges } from '../base/index.ts';
import { countWritten } from './written.ts';

const before = 'a: 1\nb: 2\nc: 3\nd: 4\n';
const written = (changes: Changes) => countWritten(changes, before, applyChanges(before, changes));

describe('how much of the text an action wrote', () => {
  test('a word in a line is one line', () => {
    expect(written(makeChanges([{ from: 3, to: 4, insert: '9' }]))).toEqual({ lines: 1, gone: 0 });
    expect(written(makeChanges([{ from: 3, to: 4, insert: '' }]))).toEqual({ lines: 1, gone: 0 });
  });

  test('several words of one line count once', () => {
    const changes = makeChanges([
      { from: 0, to: 1, insert: 'x' },
      { from: 3, to: 4, insert: 'y' },
      { from: 8, to: 9, insert: 'z' },
    ]);
    expect(written(changes)).toEqual({ lines: 2, gone: 0 });
  });

  test('new lines, and lines that are gone', () => {
    expect(written(makeChanges([{ from: 5, to: 5, insert: 'x: 1\ny: 2\n' }]))).toEqual({ lines: 2, gone: 0 });
    expect(written(makeChanges([{ from: 5, to: 15, insert: '' }]))).toEqual({ lines: 0, gone: 2 });
    expect(written(makeChanges([{ from: 5, to: 15, insert: 'z: 0\n' }]))).toEqual({ lines: 1, gone: 1 });
    expect(written([])).toEqual({ lines: 0, gone: 0 });
  });
});
