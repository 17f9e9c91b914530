import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineMap, plainText } from './line-map.ts';

test('lines and columns are Monaco’s, offsets are the document’s', () => {
  const map = lineMap('\ufeffab\r\ncd\n\rx');
  expect(map.positionAt(1)).toEqual({ lineNumber: 1, column: 1 });
  expect(map.positionAt(5)).toEqual({ lineNumber: 2, column: 1 });
  expect(map.offsetAt({ lineNumber: 2, column: 3 })).toBe(7);
  expect(map.offsetAt({ lineNumber: 4, column: 1 })).toBe(9);
  expect(map.spanOf({ startLineNumber: 1, startColumn: 3, endLineNumber: 2, endColumn: 1 })).toEqual({
    from: 3,
    to: 5,
  });
});

test('inside a line end and beyond the text the nearest place counts', () => {
  const map = lineMap('ab\r\ncd');
  expect(map.positionAt(3)).toEqual({ lineNumber: 1, column: 3 });
  expect(map.positionAt(99)).toEqual({ lineNumber: 2, column: 3 });
  expect(map.offsetAt({ lineNumber: 1, column: 99 })).toBe(2);
  expect(map.offsetAt({ lineNumber: 9, column: 1 })).toBe(4);
});

test('each line knows its end; the last one takes that of the line before', () => {
  const map = lineMap('a\r\nb\nc');
  expect([1, 2, 3].map(map.lineEndAt)).toEqual(['\r\n', '\n', '\n']);
  expect(lineMap('a').lineEndAt(1)).toBe('\n');
});

describe('laws', () => {
  const texts = fc
    .array(fc.constantFrom('a', '云', '😀', ' ', '\n', '\r\n', '\r', '\ufeff'))
    .map((parts) => parts.join(''));

  test('there and back again is the same place, except inside line ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const map = lineMap(text);
        const lines = plainText(text).split('\n');
        expect(map.plainLength).toBe(plainText(text).length);
        lines.forEach((line, i) => {
          for (const column of [1, line.length + 1]) {
            const position = { lineNumber: i + 1, column };
            expect(map.positionAt(map.offsetAt(position))).toEqual(position);
          }
          const end = { startLineNumber: i + 1, startColumn: 1, endLineNumber: i + 1, endColumn: line.length + 1 };
          const { from, to } = map.spanOf(end);
          expect(text.slice(from, to)).toBe(line);
        });
      }),
    );
  });
});
