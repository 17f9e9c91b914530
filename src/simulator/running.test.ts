import { expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { run } from '../testing/run.ts';

const throttled = flow`
  - Name: call
    Type: Task
    Action: FC:InvokeFunction
    Parameters: { resourceArn: 'acs:fc:::services/s/functions/f', invocationType: Sync }
    Retry:
    - { Errors: [FC.ResourceThrottled], MaxAttempts: 2, IntervalSeconds: 3 }
    End: true
`;

test('a throttled call is retried after the interval and then succeeds', () => {
  const r = run(throttled).start({}).step();

  r.replyWithError('FC.ResourceThrottled');
  expect(r.waiting()).toEqual('call: retry until 3000');

  r.advance().step().reply({ message: 'hello' });
  expect(r.outcome()).toEqual({ succeeded: { Body: { message: 'hello' } } });
});

test('a step enters one state and stops before the next', () => {
  const r = run(flow`
    - {Name: A, Type: Pass, Next: B}
    - {Name: B, Type: Pass, End: true}
  `).start();
  expect(r.waiting()).toBe('A: ready');
  expect(r.step().waiting()).toBe('B: ready');
  expect(r.step().outcome()).toEqual({ succeeded: {} });
});

test('after a failed attempt the call carries its number, and the input is still the constructed one', () => {
  const r = run(throttled).start({ a: 1 }).step().replyWithError('FC.ResourceThrottled').advance().step();
  expect(r.calls().map(({ invocation }) => invocation.attempt)).toEqual([0, 1]);
});

test('branches can be stepped in any order, each on its own', () => {
  const r = run(flow`
    - Name: P
      Type: Parallel
      Branches:
      - {StartAt: A, States: [{Name: A, Type: Pass, End: true}]}
      - {StartAt: B, States: [{Name: B, Type: Pass, Next: C}, {Name: C, Type: Pass, End: true}]}
      End: true
  `)
    .start()
    .step();
  const [, , second] = [...r.draft.threads.keys()];
  r.feed({ type: 'step', thread: second! });
  expect(r.waiting()).toBe('P: joining\nA: ready\nC: ready');
  expect(r.step().waiting()).toBe('P: joining\nC: ready');
});

test('time passes only while nobody can act, and never past the next wake-up', () => {
  const r = run(flow`
    - {Name: W, Type: Wait, Seconds: 5, Next: V}
    - {Name: V, Type: Wait, Seconds: 5, End: true}
  `).start();
  expect(r.advance(60_000).now()).toBe(0);
  expect(r.step().advance(60_000).now()).toBe(5000);
  expect(r.step().step().advance(2000).now()).toBe(7000);
  expect(r.advance().step().outcome()).toEqual({ succeeded: {} });
});

test('what does not fit the moment changes nothing: answers after the end, unknown calls, a second start', () => {
  const r = run(throttled).start().step().reply('first');
  const before = r.draft.snapshot();
  r.start({ again: true }).feed({ type: 'invocation-settled', effect: 1 as never, outcome: { ok: true, value: 2 } });
  r.feed({ type: 'task-reported', token: 'x' as never, by: 'custom', outcome: { ok: true, value: {} } });
  r.step().advance(5).stop();
  expect(r.draft.snapshot()).toEqual(before);
});

test('a stopped run ends with the given error and cause, and its calls are cancelled (U46)', () => {
  const r = run(throttled).start().step().stop('ByHand', 'wrong input');
  expect(r.outcome()).toEqual({ stopped: 'ByHand', detail: 'wrong input' });
  expect(r.cancelled()).toEqual([1]);
  expect(r.draft.events.at(-1)).toMatchObject({
    type: 'ExecutionStopped',
    detail: { error: 'ByHand', cause: 'wrong input' },
  });
});

test('an input that is no object does not start an execution (R17, U02)', () => {
  const r = run(throttled).start([1]);
  expect(r.outcome()).toBe('Ready');
  expect(r.draft.events).toEqual([]);
});

test('a timed-out call is cancelled, and its late answer is ignored', () => {
  const r = run(flow`
    - {Name: T, Type: Task, Action: 'A:B', Timeout: 4, Catch: [{Errors: [FnF.TaskTimeout], OutputConstructor: {}, Next: W}], End: true}
    - {Name: W, Type: Wait, Seconds: 1, End: true}
  `)
    .start()
    .step()
    .advance(10_000);
  expect(r.now()).toBe(4000);
  r.step();
  expect(r.cancelled()).toEqual([1]);
  r.feed({ type: 'invocation-settled', effect: 1 as never, outcome: { ok: true, value: {} } });
  expect(r.waiting()).toBe('W: ready');
});

test('siblings of a failed branch are aborted with everything below them, and their calls cancelled (U36)', () => {
  const r = run(flow`
    - Name: P
      Type: Parallel
      Branches:
      - StartAt: M
        States: [{Name: M, Type: Map, ItemsPath: 'toArray({}, {})', Processor: {StartAt: T, States: [{Name: T, Type: Task, Action: 'A:B', End: true}]}, End: true}]
      - {StartAt: W, States: [{Name: W, Type: Wait, Seconds: 1, Next: F}, {Name: F, Type: Fail, Code: E}]}
      Catch: [{Errors: [E], OutputConstructor: {}, Next: Z}]
      End: true
    - {Name: Z, Type: Pass, End: true}
  `)
    .start()
    .settle()
    .advance()
    .step()
    .step();
  expect(r.waiting()).toBe('Z: ready');
  expect(r.cancelled()).toEqual([1, 2]);
});

test('the run ends while branches wait: their calls are cancelled', () => {
  const r = run(flow`
    - Name: P
      Type: Parallel
      Branches:
      - {StartAt: T, States: [{Name: T, Type: Task, Action: 'A:B', End: true}]}
      - {StartAt: F, States: [{Name: F, Type: Fail, Code: E}]}
      End: true
  `)
    .start()
    .settle();
  expect(r.outcome()).toEqual({ failed: 'E', detail: '' });
  expect(r.cancelled()).toEqual([1]);
});

test('Code and Detail of a Fail that are computed and no text are raised as their JSON (U11)', () => {
  const r = run(flow`
    - {Name: F, Type: Fail, Code.$: '$Input.code', Detail.$: '$Input'}
  `);
  expect(r.start({ code: 7 }).settle().outcome()).toEqual({ failed: '7', detail: '{"code":7}' });
});

test('what the world says with an answer becomes a note of the state', () => {
  const r = run(throttled).start().step();
  const notes = [{ code: 'unmocked', message: 'nothing is scripted', state: undefined }];
  r.feed({ type: 'invocation-settled', effect: 1 as never, outcome: { ok: true, value: { Body: {} } }, notes });
  expect(r.draft.notes).toEqual([{ code: 'unmocked', message: 'nothing is scripted', state: 'call' }]);
});
