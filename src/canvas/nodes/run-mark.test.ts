import { describe, expect, test } from 'vitest';
import { describeRun } from './RunMark.tsx';

const run = { entered: 1, retries: 0, active: 0, exits: [] };

describe('the state of a run in words (ruling R50)', () => {
  test('a state that was not reached has none', () => expect(describeRun(undefined)).toEqual([]));
  test.each(['running', 'waiting', 'succeeded', 'failed', 'caught', 'stopped'] as const)('%s', (phase) => {
    expect(describeRun({ ...run, phase })).toEqual([phase]);
  });
  test('counts entries and retries', () => {
    expect(describeRun({ ...run, phase: 'running', entered: 3, retries: 1 })).toEqual([
      'running',
      'entered 3 times',
      'retried once',
    ]);
  });
});
