import { dedent } from './dedent.ts';

/** Hours of retries, then a week for somebody to report: real time must have no part in it. */
export const longWaits = dedent`
  Type: StateMachine
  Name: long-waits
  SpecVersion: v1
  StartAt: Charge
  States:
  - Type: Task
    Name: Charge
    Action: FC:InvokeFunction
    Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1234567890:functions/charge', invocationType: Sync}
    Retry:
    - Errors: [FC.ResourceThrottled]
      IntervalSeconds: 3600
      BackoffRate: 2
      MaxAttempts: 5
    Next: Ask
  - Type: Task
    Name: Ask
    Action: FC:InvokeFunction
    TaskMode: WaitForCustomCallback
    Timeout: 604800
    Parameters:
      resourceArn: acs:fc:cn-hangzhou:1234567890:functions/ask
      invocationType: Async
      body: {token.$: $Context.Current.TaskToken}
    End: true
`;

/** Five refusals, then an answer. */
export const longWaitsScenario = dedent`
  input: {}
  functions:
  - match: {function: charge}
    answers:
    - {error: FC.ResourceThrottled, times: 5}
    - {return: {receipt: r-1}}
`;

/** When each attempt goes out, in virtual hours: the pauses are 1, 2, 4, 8 and 16. */
export const attemptHours = [0, 1, 3, 7, 15, 31] as const;
