import { expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { run } from '../testing/run.ts';

test('a throttled call is retried after the interval and then succeeds', () => {
  const r = run(flow`
    - Name: call
      Type: Task
      Action: FC:InvokeFunction
      Parameters: { resourceArn: 'acs:fc:::services/s/functions/f', invocationType: Sync }
      Retry:
      - { Errors: [FC.ResourceThrottled], MaxAttempts: 2, IntervalSeconds: 3 }
      End: true
  `)
    .start({})
    .step();

  r.replyWithError('FC.ResourceThrottled');
  expect(r.waiting()).toEqual('call: retry until 3000');

  r.advance().step().reply({ message: 'hello' });
  expect(r.outcome()).toEqual({ succeeded: { Body: { message: 'hello' } } });
});
test('two pass', () => {
  const r = run(flow`
    - {Name: A, Type: Pass, Next: B}
    - {Name: B, Type: Pass, End: true}
  `)
    .start({ n: 1 })
    .settle();
  expect(r.events().length).toBe(10);
  expect(r.draft.events.map((e) => `${e.id} ${e.cause} ${e.type} ${e.stepName}`)).toMatchInlineSnapshot(`
    [
      "1 0 ExecutionStarted ",
      "2 1 StepEntered A",
      "3 2 StepStarted A",
      "4 3 StepSucceeded A",
      "5 4 StepExited A",
      "6 5 StepEntered B",
      "7 6 StepStarted B",
      "8 7 StepSucceeded B",
      "9 8 StepExited B",
      "10 9 ExecutionSucceeded ",
    ]
  `);
});
