import { expect, test } from 'vitest';
import { lineEndOf, lineStartAt, lineStarts, placeOf } from './lines.ts';

test('places count from 1, in UTF-16 units', () => {
  const starts = lineStarts('a: 😀\r\nb');
  expect([0, 3, 5, 7, 8].map((offset) => placeOf(starts, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 1, column: 6 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
  ]);
});

test('a byte order mark is not counted', () => {
  const text = '\ufeffab\ncd';
  const starts = lineStarts(text);
  expect([0, 1, 2, 4].map((offset) => placeOf(starts, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
  ]);
});

test('the line end of a text is that of its first line', () => {
  expect(['a\r\nb\n', 'a\nb\r\n', 'a', '\n'].map(lineEndOf)).toEqual(['\r\n', '\n', '\n', '\n']);
});

test('a line begins behind the line end before it, also where the first line is empty', () => {
  expect([0, 1, 2, 3].map((offset) => lineStartAt('\na\nb', offset))).toEqual([0, 1, 1, 3]);
});
