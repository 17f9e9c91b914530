/** Flows the debugger is shown with. */
const task = (name: string, more: string): string => `- Name: ${name}
  Type: Task
  Action: FC:InvokeFunction
  Parameters: {resourceArn: 'acs:fc:cn-shanghai:1234567890:functions/${name.toLowerCase()}', invocationType: Sync, body.$: $Input}
  ${more}`;

const header = (name: string, start: string): string =>
  `Type: StateMachine\nName: ${name}\nSpecVersion: v1\nStartAt: ${start}\nStates:\n`;

/** Three calls in a row; what the last one does decides. */
export const threeCalls = `${header('three', 'First')}${task('First', 'Next: Second')}
${task('Second', 'Next: Third')}
${task('Third', 'End: true')}
`;

export const tenTasks = `${header('ten', 'T0')}${Array.from({ length: 10 }, (_, i) =>
  task(
    `T${i}`,
    i === 0
      ? 'Retry: [{Errors: [FC.ResourceThrottled], MaxAttempts: 2, IntervalSeconds: 1}]\n  Catch: [{Errors: [FC.ResourceThrottled], Next: T9}]\n  Next: T1'
      : i < 9
        ? `Next: T${i + 1}`
        : 'End: true',
  ),
).join('\n')}
`;

/** One state for each item. */
export const perItem = `${header('each', 'Each')}- Name: Each
  Type: Map
  ItemsPath: $Input.items
  Processor:
    StartAt: Double
    States:
    - Name: Double
      Type: Pass
      OutputConstructor: {n.$: $Input.n * 2}
      End: true
  End: true
`;

const asking = (name: string): string => `      - StartAt: ${name}
        States:
        - Name: ${name}
          Type: Task
          TaskMode: WaitForCustomCallback
          Action: FC:InvokeFunction
          Timeout: 600
          Parameters: {resourceArn: 'acs:fc:cn-shanghai:1234567890:functions/ask', invocationType: Async, body: {token.$: $Context.Current.TaskToken}}
          Catch: [{Errors: [FnF.ALL], OutputConstructor: {code.$: $Context.Current.Error.Code}, Next: ${name} late}]
          End: true
        - {Name: ${name} late, Type: Pass, End: true}`;

/** A Parallel inside a Map: three people are asked about one item. */
export const threeTokens = `${header('ask', 'Each')}- Name: Each
  Type: Map
  ItemsPath: $Input.items
  Processor:
    StartAt: All
    States:
    - Name: All
      Type: Parallel
      Branches:
${['Ann', 'Bob', 'Cid'].map(asking).join('\n')}
      End: true
  End: true
`;
