import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from './instant.ts';

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
  ['2024-02-29T23:59:59.125Z', Date.UTC(2024, 1, 29, 23, 59, 59, 125)],
  ['2026-01-01T08:00:00+08:00', Date.UTC(2026, 0, 1)],
  ['1999-12-31T19:30:00-05:30', Date.UTC(2000, 0, 1, 1, 0)],
])('%s is read', (text, milliseconds) => {
  expect(parseInstant(text)).toBe(milliseconds);
});

test.each([
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:00',
  'now',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test('written instants agree with the calendar of the platform and are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (milliseconds) => {
      const text = formatInstant(milliseconds);
      expect(Date.parse(text)).toBe(milliseconds);
      expect(parseInstant(text)).toBe(milliseconds);
    }),
  );
});
