import { expect, test } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { createWorld } from '../../functions/index.ts';
import { createAnswers } from '../../scenario/index.ts';
import { compileProgram, simulate } from '../../simulator/index.ts';
import { dedent } from '../../testing/dedent.ts';
import { visitsOf } from './visits.ts';

test('a run is regrouped by visit: what came in, what was sent and tried, what went out', () => {
  const flow = readSource(dedent`
    Type: StateMachine
    SpecVersion: v1
    Name: retry
    StartAt: Call
    States:
    - Name: Call
      Type: Task
      Action: FC:InvokeFunction
      InputConstructor:
        id.$: $Input.order
      Parameters:
        resourceArn: acs:fc:cn-hangzhou:1:functions/f
        invocationType: Sync
        body.$: $Input
      OutputConstructor:
        done.$: $Output.Body.ok
      Retry:
      - {Errors: [FC.ResourceThrottled], MaxAttempts: 2, IntervalSeconds: 1}
      Next: After
    - {Name: After, Type: Pass, End: true}
  `).flow;
  const answers = createAnswers([
    {
      match: { function: 'f' },
      answers: [
        { kind: 'error', code: 'FC.ResourceThrottled', detail: 'busy', latencyMs: 0, times: 1 },
        { kind: 'return', value: { ok: 1 }, latencyMs: 0, times: 1 },
      ],
    },
  ]);
  const options = { executionName: 'r', mode: 'Standard', seed: 1, startTime: 0 } as const;
  const run = simulate(compileProgram(flow), options, { order: 'o-1' }, createWorld({ answers }));
  const [call, after] = visitsOf(run.events, []);
  expect(call).toMatchObject({
    stateName: 'Call',
    received: { order: 'o-1' },
    constructed: { id: 'o-1' },
    output: { done: 1 },
    error: undefined,
  });
  expect(call?.attempts.map(({ parameters, error, raw }) => [parameters !== undefined, error?.code, raw])).toEqual([
    [true, 'FC.ResourceThrottled', undefined],
    [true, undefined, { Body: { ok: 1 } }],
  ]);
  expect(after).toMatchObject({ stateName: 'After', received: { done: 1 }, output: { done: 1 } });
});
