/** The same four workloads in each contender's own terms. `transitions` counts states left. */
export interface Workload {
  readonly name: string;
  readonly transitions: number;
  readonly fdl: string;
  readonly asl: object;
  readonly input: Record<string, unknown>;
}

const header = (name: string, start: string): string =>
  `Type: StateMachine\nName: ${name}\nSpecVersion: v1\nStartAt: ${start}\nStates:\n`;
const arn = 'acs:fc:cn-shanghai:1234567890:functions/echo/LATEST';

export function linear(count: number): Workload {
  const names = Array.from({ length: count }, (_, i) => `s${i}`);
  const next = (i: number): string => (i + 1 < count ? `Next: s${i + 1}` : 'End: true');
  const asl = names.map((name, i) => [
    name,
    { Type: 'Pass', ...(i + 1 < count ? { Next: `s${i + 1}` } : { End: true }) },
  ]);
  return {
    name: `${count.toLocaleString('en-US')} Pass`,
    transitions: count,
    fdl: header('linear', 's0') + names.map((name, i) => `- {Type: Pass, Name: ${name}, ${next(i)}}\n`).join(''),
    asl: { StartAt: 's0', States: Object.fromEntries(asl) },
    input: { a: 1 },
  };
}

export function choiceLoop(rounds: number): Workload {
  return {
    name: `Choice loop, ${rounds.toLocaleString('en-US')} rounds`,
    transitions: rounds * 2,
    fdl: `${header('loop', 'Count')}- Type: Pass
  Name: Count
  OutputConstructor: {n.$: $Input.n + 1}
  Next: More?
- Type: Choice
  Name: More?
  Branches: [{Condition: $Input.n < ${rounds}, Next: Count}]
  Default: Done
- {Type: Succeed, Name: Done}
`,
    asl: {
      StartAt: 'Count',
      States: {
        Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'More' },
        More: {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericLessThan: rounds, Next: 'Count' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    },
    input: { n: 0 },
  };
}

export function mapOfThree(items: number): Workload {
  const body = ['a', 'b', 'c'];
  const asl = body.map((name, i) => [name, { Type: 'Pass', ...(i < 2 ? { Next: body[i + 1] } : { End: true }) }]);
  return {
    name: `Map ${items.toLocaleString('en-US')} x 3`,
    transitions: items * 3,
    fdl: `${header('map', 'Each')}- Type: Map
  Name: Each
  ItemsPath: $Input.items
  Processor:
    StartAt: a
    States:
    - {Type: Pass, Name: a, Next: b}
    - {Type: Pass, Name: b, Next: c}
    - {Type: Pass, Name: c, End: true}
  End: true
`,
    asl: {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: { StartAt: 'a', States: Object.fromEntries(asl) },
          End: true,
        },
      },
    },
    // Empty items: input and output of a Map with 10,000 of them must fit the service's 64 KiB.
    input: { items: Array.from({ length: items }, () => ({})) },
  };
}

export function tasks(count: number): Workload {
  const next = (i: number): string => (i + 1 < count ? `Next: t${i + 1}` : 'End: true');
  const parameters = `{resourceArn: '${arn}', invocationType: Sync, body: {a.$: $Input.a}}`;
  const list = Array.from({ length: count }, (_, i) => i);
  const aslTask = (i: number): object => ({
    Type: 'Task',
    Resource: 'arn:aws:lambda:us-east-1:123456789012:function:echo',
    Parameters: { 'a.$': '$.a' },
    ResultSelector: { 'a.$': '$.a' },
    ...(i + 1 < count ? { Next: `t${i + 1}` } : { End: true }),
  });
  const task = (i: number): string =>
    `- {Type: Task, Name: t${i}, Action: 'FC:InvokeFunction', Parameters: ${parameters}, OutputConstructor: {a.$: $Output.Body.a}, ${next(i)}}\n`;
  return {
    name: `${count.toLocaleString('en-US')} Tasks`,
    transitions: count,
    fdl: header('tasks', 't0') + list.map(task).join(''),
    asl: { StartAt: 't0', States: Object.fromEntries(list.map((i) => [`t${i}`, aslTask(i)])) },
    input: { a: 1 },
  };
}
