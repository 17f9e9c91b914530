import { expect, test } from 'vitest';
import { compareExpectations, type RunFacts } from './expectations.ts';
import type { Expectations } from './scenario.ts';

const run: RunFacts = {
  status: 'Succeeded',
  output: { id: 'o-1', lines: [{ sku: 'a', n: 1 }], total: 7 },
  error: undefined,
  path: ['A', 'B', 'B', 'C'],
  virtualMs: 3_605_080,
  calls: { charge: 3, 'billing/refund': 2, 'HTTP:Request': 1 },
};
const failed: RunFacts = {
  ...run,
  status: 'Failed',
  output: undefined,
  error: { code: 'Rejected', detail: 'by the manager' },
};
const failures = (expected: Expectations, facts = run) => compareExpectations(facts, expected);

test.each<[string, Expectations, RunFacts?]>([
  ['nothing expected', {}],
  ['status', { status: 'Succeeded' }],
  ['the whole output', { output: { total: 7, lines: [{ n: 1, sku: 'a' }], id: 'o-1' } }],
  ['a part of the output', { outputMatches: { lines: [{ sku: 'a' }] } }],
  ['the path', { path: ['A', 'B', 'B', 'C'] }],
  ['the exact duration', { virtualDurationMs: 3_605_080 }],
  ['visits, also none', { visits: { B: 2, D: 0 } }],
  [
    'calls by function, by service and function, by the function of a service, by action',
    { calls: { charge: 3, 'billing/refund': 2, refund: 2, 'HTTP:Request': 1, other: 0 } },
  ],
  ['the code of an error', { status: 'Failed', error: { code: 'Rejected' } }, failed],
  ['all of an error', { error: { code: 'Rejected', detail: 'by the manager' } }, failed],
])('holds: %s', (_, expected, facts) => {
  expect(failures(expected, facts)).toEqual([]);
});

test.each<[Expectations, string, RunFacts?]>([
  [{ status: 'Failed' }, 'status: expected Failed, got Succeeded'],
  [{ status: 'Succeeded' }, 'status: expected Succeeded, got Failed (Rejected: by the manager)', failed],
  [{ output: { total: 7 } }, 'output: expected {"total":7}, got {"id":"o-1","lines":[{"sku":"a","n":1}],"total":7}'],
  [{ output: {} }, 'output: expected {}, got no output (the run ended Failed)', failed],
  [{ outputMatches: { total: '7' } }, 'output.total: expected "7", got 7'],
  [{ outputMatches: { lines: [] } }, 'output.lines.length: expected 0, got 1'],
  [{ outputMatches: { lines: [{ sku: 'b' }] } }, 'output.lines[0].sku: expected "b", got "a"'],
  [{ outputMatches: { 'odd key': null } }, 'output["odd key"]: expected null, got nothing'],
  [{ outputMatches: { toString: 1 } }, 'output.toString: expected 1, got nothing'],
  [{ error: { code: 'Rejected' } }, 'error: expected {"code":"Rejected"}, got no error'],
  [{ error: { code: 'Other', detail: 'by the manager' } }, 'error.code: expected "Other", got "Rejected"', failed],
  [{ path: ['A', 'B'] }, 'path: expected [A, B], got [A, B, B, C]'],
  [{ virtualDurationMs: 1 }, 'virtualDuration: expected 1ms, got 1h5s80ms'],
  [{ visits: { A: 2 } }, 'visits of "A": expected 2, got 1'],
  [{ calls: { toString: 1 } }, 'calls of "toString": expected 1, got 0'],
])('does not hold: %j', (expected, failure, facts) => {
  expect(failures(expected, facts)).toEqual([failure]);
});

test('every difference is told', () => {
  expect(failures({ status: 'Failed', path: [], outputMatches: { id: 1, total: 8 } })).toHaveLength(4);
});
