/** Ready pieces to insert: each a list of states as YAML, names made fresh where they are taken. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly yaml: string;
}

const functionTask = (name: string, fn: string, rest: string): string => `- Type: Task
  Name: ${name}
  Action: FC:InvokeFunction
  TaskMode: RequestComplete
  Parameters:
    resourceArn: acs:fc:::functions/${fn}
    invocationType: Sync
    body.$: $Input
${rest}`;

export const patterns: readonly Pattern[] = [
  {
    id: 'retry-with-catch',
    title: 'Retry with catch',
    about: 'A call that is tried again, then caught',
    yaml: `${functionTask(
      'Call with care',
      'my-function',
      `  Retry:
  - Errors: [FC.ResourceThrottled, FC.ResourceExhausted, FC.InternalServerError]
    Description: Busy for the moment
    MaxAttempts: 3
    IntervalSeconds: 2
    BackoffRate: 2
  Catch:
  - Errors: [FnF.ALL]
    Description: Nothing helped
    Next: Give up
  End: true
`,
    )}- Type: Fail
  Name: Give up
  Code: CallFailed
  Detail: The function did not answer in the end.
`,
  },
  {
    id: 'human-approval',
    title: 'Human approval',
    about: 'Waits for a person through a callback',
    yaml: `- Type: Task
  Name: Ask a person
  Action: FC:InvokeFunction
  TaskMode: WaitForCustomCallback
  Timeout: 86400
  Parameters:
    resourceArn: acs:fc:::functions/send-approval-mail
    invocationType: Async
    body:
      request.$: $Input
      token.$: $Context.Current.TaskToken
  Catch:
  - Errors: [FnF.ALL]
    Description: Refused, or no answer in time
    Next: Not approved
  End: true
- Type: Fail
  Name: Not approved
  Code: NotApproved
  Detail: The person said no or did not answer.
`,
  },
  {
    id: 'fan-out',
    title: 'Fan-out',
    about: 'Two calls at once with Parallel',
    yaml: `- Type: Parallel
  Name: Both at once
  Branches:
  - StartAt: First call
    States:
    - Type: Task
      Name: First call
      Action: FC:InvokeFunction
      Parameters:
        resourceArn: acs:fc:::functions/first
        invocationType: Sync
        body.$: $Input
      End: true
  - StartAt: Second call
    States:
    - Type: Task
      Name: Second call
      Action: FC:InvokeFunction
      Parameters:
        resourceArn: acs:fc:::functions/second
        invocationType: Sync
        body.$: $Input
      End: true
  End: true
`,
  },
  {
    id: 'per-item',
    title: 'Per item',
    about: 'One call per element with Map',
    yaml: `- Type: Map
  Name: Each item
  ItemsPath: $Input.items
  Processor:
    StartAt: Handle item
    States:
    - Type: Task
      Name: Handle item
      Action: FC:InvokeFunction
      Parameters:
        resourceArn: acs:fc:::functions/handle-item
        invocationType: Sync
        body.$: $Input
      End: true
  End: true
`,
  },
  {
    id: 'poll',
    title: 'Poll until done',
    about: 'Asks again until the job is finished',
    yaml: `${functionTask('Check job', 'check-job', '  Next: Job done?\n')}- Type: Choice
  Name: Job done?
  Branches:
  - Condition: $Input.Body.done == true
    Next: Job finished
  Default: Wait a little
- Type: Wait
  Name: Wait a little
  Seconds: 10
  Next: Check job
- Type: Succeed
  Name: Job finished
`,
  },
];
