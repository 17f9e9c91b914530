import { pass, call, wait, retry, caught, type Rows } from './flows.ts';

/** Rules about Retry and Catch, $Global. */
export const recoveryRules: Rows = {
  R01: [
    { bad: call('Retry: {Errors: [X]}'), at: '{Errors: [X]}', good: call('Retry: []') },
    {
      bad: retry('MaxAttempts: 1, IntervalSeconds: 1'),
      at: 'Description',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1'),
    },
    { bad: retry('Errors: [5], MaxAttempts: 1, IntervalSeconds: 1'), at: '5', good: call('') },
    { bad: retry('Errors: X, MaxAttempts: 1, IntervalSeconds: 1'), at: 'X', good: call('') },
  ],
  R02: [
    {
      bad: call('Retry: [{Errors: [X], MaxAttempts: 1, IntervalSeconds: 1}]'),
      at: 'Errors',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1'),
    },
  ],
  R03: [
    {
      bad: retry('Errors: [X], MaxAttempts: 1'),
      at: 'Description',
      good: retry('Errors: [X], MaxAttempts: 0, IntervalSeconds: 0'),
    },
    { bad: retry('Errors: [X], MaxAttempts: -1, IntervalSeconds: 1'), at: '-1', good: call('') },
    {
      bad: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 86401'),
      at: '86401',
      good: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 86400'),
    },
    {
      bad: retry('Errors: [X], MaxAttempts: 1, IntervalSeconds: 1, MaxBackoffSeconds: 86401'),
      at: '86401',
      good: call(''),
    },
  ],
  R04: [
    {
      bad: caught('[{Errors: [X], Description: d, OutputConstructor: {}}]'),
      at: 'Errors',
      good: caught('[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}]'),
    },
  ],
  R05: [
    {
      bad: caught(
        '[{Errors: [FnF.ALL], Description: d, OutputConstructor: {}, Next: B}, {Errors: [X], Description: d, OutputConstructor: {}, Next: B}]',
      ),
      at: 'FnF.ALL',
      good: caught(
        '[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}, {Errors: [FnF.ALL], Description: d, OutputConstructor: {}, Next: B}]',
      ),
    },
    {
      bad: caught(
        '[{Errors: [X], Description: d, OutputConstructor: {}, Next: B}, {Errors: [Y, X], Description: d, OutputConstructor: {}, Next: B}]',
      ),
      at: 'X',
      good: pass(''),
    },
  ],
  R06: [{ bad: pass('Retry: []'), at: 'Retry', good: call('Retry: []') }],
  R07: [{ bad: caught('[{Errors: [X], Description: d, Next: B}]'), at: 'Errors', good: pass('') }],
  R08: [
    { bad: call('OnErrors: []'), at: 'OnErrors', good: call('') },
    { bad: wait('Seconds: 1\n  UntilDateTime: 2030-01-01T00:00:00Z'), at: 'UntilDateTime', good: wait('Seconds: 1') },
  ],
  G01: [
    {
      bad: pass(`GlobalConstructor: {${'k'.repeat(129)}: 1}`),
      at: 'k'.repeat(129),
      good: pass(`GlobalConstructor: {${'k'.repeat(128)}: 1}`),
    },
  ],
};
