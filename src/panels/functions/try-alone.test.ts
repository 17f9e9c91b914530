import { expect, test } from 'vitest';
import { flow } from '../../testing/flow.ts';
import { card, pay, value } from '../../testing/drive.ts';
import { calledBy } from './called.ts';
import { callAlone } from './try-alone.ts';

const [pays] = calledBy(flow`
  - ${pay('Pay', 'End: true')}
`);

test('a function is called alone and gives what the Task would get', async () => {
  expect(await callAlone(pays!, card({ function: 'pay' }, value({ ok: 1 }, 40)), {})).toMatchObject({
    kind: 'answered',
    status: 200,
    latency: '40ms',
    outcome: { ok: true, value: { Body: { ok: 1 } } },
  });
});

test('an error shows its code and status; one that never answers says so', async () => {
  const throttled = card({}, { kind: 'error', code: 'FC.ResourceThrottled', detail: undefined });
  expect(await callAlone(pays!, throttled, {})).toMatchObject({
    status: 503,
    outcome: { ok: false, error: { code: 'FC.ResourceThrottled' } },
  });
  expect(await callAlone(pays!, card({}, { kind: 'timeout' }), {})).toEqual({ kind: 'never' });
});

test('what is computed sees the body', async () => {
  const echo = card({}, { kind: 'return-expr', expression: '$Input.n + 1' });
  expect(await callAlone(pays!, echo, { n: 1 })).toMatchObject({ outcome: { ok: true, value: { Body: 2 } } });
});
