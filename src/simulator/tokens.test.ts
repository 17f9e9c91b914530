import { expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { run } from '../testing/run.ts';
import { tokenState } from './index.ts';

const approval = flow`
  - Name: Ask
    Type: Task
    Action: FC:InvokeFunction
    TaskMode: WaitForCustomCallback
    Timeout: 60
    Parameters: {token.$: $Context.Current.TaskToken}
    Retry: [{Errors: [Busy], MaxAttempts: 1, IntervalSeconds: 1}]
    End: true
`;
const accept = (r: ReturnType<typeof run>) => r.reply({});
const tokenOf = (r: ReturnType<typeof run>, call = 0) => r.calls()[call]!.invocation.token!;

test('a token has the published layout and is the same in every run of the same seed', () => {
  const token = tokenOf(run(approval).start().step());
  const [version, flowName, execution, event, signature] = atob(token).split('#');
  expect([version, flowName, execution, event]).toEqual(['v1', 'example', 'run-1', '4']);
  expect(atob(signature!)).toHaveLength(20);
  expect(tokenOf(run(approval).start().step())).toBe(token);
  expect(tokenOf(run(approval, { seed: 2 }).start().step())).not.toBe(token);
});

test('the token travels in the parameters and with the call', () => {
  const r = run(approval).start().step();
  const [call] = r.calls();
  expect(call!.invocation.parameters).toEqual({ token: call!.invocation.token });
});

test('its submission unanswered, a token is submitted; answered, it waits; reported, it is completed (R2)', () => {
  const r = run(approval).start().step();
  const token = tokenOf(r);
  expect(tokenState(r.draft, token)).toBe('submitted');
  accept(r);
  expect(tokenState(r.draft, token)).toBe('waiting');
  r.succeed({ ok: true });
  expect(r.outcome()).toEqual({ succeeded: { ok: true } });
  expect(tokenState(r.draft, token)).toBe('completed');
});

test('each attempt has a token of its own; that of the attempt before is completed (R2)', () => {
  const r = accept(run(approval).start().step());
  const first = tokenOf(r);
  accept(r.failTask('Busy').advance().step());
  expect(tokenOf(r, 1)).not.toBe(first);
  expect(tokenState(r.draft, first)).toBe('completed');
  expect(tokenState(r.draft, tokenOf(r, 1))).toBe('waiting');
});

test('a token that timed out is completed (R2, U39)', () => {
  const r = accept(run(approval).start().step());
  r.advance().step();
  expect(r.outcome()).toMatchObject({ failed: 'FnF.TaskTimeout' });
  expect(tokenState(r.draft, tokenOf(r))).toBe('completed');
});

test('made-up, damaged and foreign tokens are unknown (R2, U39)', () => {
  const r = accept(run(approval).start().step());
  const token = tokenOf(r);
  const foreign = tokenOf(run(approval, { seed: 9 }).start().step());
  const future = token.replace(token, btoa(atob(token).replace('#4#', '#400#')));
  for (const made of [
    '',
    'x',
    '💥',
    `${token}=`,
    token.slice(4),
    token.toLowerCase(),
    foreign,
    future,
    'A'.repeat(9999),
  ]) {
    expect(tokenState(r.draft, made)).toBe('unknown');
  }
});

test('a report before the submission is answered, or on a used token, changes nothing (R2)', () => {
  const r = run(approval).start().step();
  const early = r.draft.snapshot();
  r.succeed({ early: true }, tokenOf(r));
  expect(r.draft.snapshot()).toEqual(early);
  accept(r).succeed({ ok: 1 });
  const done = r.draft.snapshot();
  r.failTask('TooLate', '', tokenOf(r));
  expect(r.draft.snapshot()).toEqual(done);
});

test('names outside of ASCII do not disturb a token', () => {
  const r = run(approval, { flowName: '流程-💡', executionName: 'é#1' }).start().step();
  expect(tokenState(r.draft, tokenOf(r))).toBe('submitted');
});
