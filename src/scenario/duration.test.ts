import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
  ['40ms', 40],
  ['5s', 5_000],
  ['2m', 120_000],
  ['1h5s80ms', 3_605_080],
  ['48h', 172_800_000],
  ['1.5s', 1_500],
  ['0', 0],
  ['0ms', 0],
  ['90s', 90_000],
])('%s is %i milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(['', '5', 'soon', '5 s', '-5s', '5d', '1.5', '0.5ms', '1e3ms', '5S', 's', '99999999999999999h'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test('a duration is written in the largest units', () => {
  expect([0, 40, 90_000, 3_605_080, 604_800_000].map(formatDuration)).toEqual([
    '0ms',
    '40ms',
    '1m30s',
    '1h5s80ms',
    '168h',
  ]);
});

test('what is written is read back', () => {
  fc.assert(fc.property(fc.nat({ max: 2 ** 45 }), (ms) => parseDuration(formatDuration(ms)) === ms));
});
