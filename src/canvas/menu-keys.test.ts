import { expect, test } from 'vitest';
import { nextEntry, nothingTyped, typedAfter } from './menu-keys.ts';

const titles = ['Add Task', 'Add Choice', 'Add Pass', 'Add Wait', 'Add Parallel', 'Select all'];

/** Where typing leads from the first entry, a letter every `every` milliseconds. */
function typing(text: string, every = 50): string | undefined {
  let [typed, at] = [nothingTyped, 0];
  [...text].forEach((key, i) => {
    typed = typedAfter(typed, { key, timeStamp: 1_000 + i * every });
    at = nextEntry(key, typed.text, at, titles) ?? at;
  });
  return titles[at];
}

test('the beginning of a word leads to its entry', () => {
  expect(typing('w')).toBe('Add Wait');
  expect(typing('wai')).toBe('Add Wait');
  expect(typing('par')).toBe('Add Parallel');
  expect(typing('sel')).toBe('Select all');
});

test('the same letter again goes on to the next, and letters with a pause are words of their own', () => {
  expect(typing('pp')).toBe('Add Parallel');
  expect(typing('ppp')).toBe('Add Pass');
  expect(typing('wp')).toBe('Add Wait');
  expect(typing('wp', 2_000)).toBe('Add Parallel');
});

test('what nothing begins with moves nothing', () => {
  expect(typing('x')).toBe('Add Task');
  expect(nextEntry('Shift', '', 0, titles)).toBeUndefined();
});
