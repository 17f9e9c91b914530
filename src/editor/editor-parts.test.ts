import { describe, expect, test } from 'vitest';
import { applyChanges } from '../base/index.ts';
import { lineMap } from './line-map.ts';
import { writtenLines } from './receipts.ts';
import { pageCommandOf } from './undo-keys.ts';

const press = (text: string) => {
  const parts = text.split('+');
  return {
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  };
};

describe('keys that belong to the page', () => {
  test.each([
    ['Ctrl+z', 'undo'],
    ['Cmd+z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Cmd+Shift+z', 'redo'],
    ['Ctrl+y', 'redo'],
    ['Ctrl+k', 'commands'],
    ['z', undefined],
    ['Ctrl+Alt+z', undefined],
    ['Ctrl+c', undefined],
    ['Ctrl+Shift+k', undefined],
  ])('%s: %s', (keys, command) => expect(pageCommandOf(press(keys))).toBe(command));
});

describe('receipts mark the lines that were written', () => {
  const text = 'a: 1\nb: 2\nc: 3\n';
  const lines = (from: number, to: number, insert: string) => {
    const changes = [{ from, to, insert }];
    return writtenLines(changes, lineMap(applyChanges(text, changes)));
  };

  test('a value', () => expect(lines(8, 9, '9')).toEqual([[2, 2]]));
  test('lines put between', () => expect(lines(5, 5, 'x: 1\ny: 1\n')).toEqual([[2, 3]]));
  test('lines put behind', () => expect(lines(4, 4, '\nx: 1')).toEqual([[2, 2]]));
  test('something taken away marks where it was', () => expect(lines(5, 10, '')).toEqual([[2, 2]]));
});
