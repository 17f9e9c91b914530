import type { Pace } from '../../functions/index.ts';
import type { RunState } from './model.ts';

/** What there is to see before the first run. */
export function noRun(pace: Pace): RunState {
  return {
    runs: [],
    current: undefined,
    session: undefined,
    standing: { kind: 'same' },
    word: 'Ready',
    pace,
    revision: undefined,
    startTime: 0,
    events: [],
    shown: 0,
    virtualNow: 0,
    pausedAt: undefined,
    waiting: [],
    notes: [],
    decisions: [],
    output: undefined,
    error: undefined,
    global: {},
    nodes: new Map(),
    exchanges: [],
    reports: [],
    selectedEvent: undefined,
    calls: {},
  };
}
