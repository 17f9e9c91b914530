/** Flows to look at. The same text every time, so that pictures can be compared by eye. */
const arn = (name: string): string => `acs:fc:cn-shanghai:1234567890:functions/${name}/LATEST`;
const head = (name: string, start: string): string =>
  `Type: StateMachine\nName: ${name}\nSpecVersion: v1\nStartAt: ${start}\nStates:\n`;

interface Step {
  readonly name: string;
  readonly lines: readonly string[];
}
const state = (name: string, type: string, ...lines: readonly string[]): Step => ({
  name,
  lines: [`- Name: ${JSON.stringify(name)}`, `  Type: ${type}`, ...lines.map((line) => `  ${line}`)],
});
const to = (name: string): string => (name === '' ? 'End: true' : `Next: ${JSON.stringify(name)}`);
const task = (name: string, next: string, ...more: readonly string[]): Step =>
  state(
    name,
    'Task',
    'Action: FC:InvokeFunction',
    `Parameters: {resourceArn: '${arn(name.toLowerCase().replaceAll(/[^a-z]+/g, '-'))}', invocationType: Sync}`,
    ...more,
    to(next),
  );
const onError = (errors: string, next: string): readonly string[] => [
  'Catch:',
  `- {Errors: [${errors}], Next: ${JSON.stringify(next)}}`,
];
const choice = (name: string, branches: readonly (readonly [string, string])[], other: string): Step =>
  state(
    name,
    'Choice',
    'Branches:',
    ...branches.flatMap(([condition, next]) => [`- Condition: ${condition}`, `  Next: ${JSON.stringify(next)}`]),
    `Default: ${JSON.stringify(other)}`,
  );
const indent = (lines: readonly string[], by: string): readonly string[] => lines.map((line) => by + line);
const scope = (steps: readonly Step[], by: string): readonly string[] => [
  `StartAt: ${JSON.stringify(steps[0]?.name ?? '')}`,
  'States:',
  ...indent(
    steps.flatMap(({ lines }) => lines),
    by,
  ),
];
const parallel = (name: string, branches: readonly (readonly Step[])[], next: string): Step =>
  state(
    name,
    'Parallel',
    'Branches:',
    ...branches.flatMap((steps) => scope(steps, '').map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))),
    to(next),
  );
const map = (name: string, steps: readonly Step[], next: string): Step =>
  state(name, 'Map', 'ItemsPath: $Input.items', 'Processor:', ...indent(scope(steps, ''), '  '), to(next));

const text = (name: string, steps: readonly Step[]): string =>
  `${head(name, JSON.stringify(steps[0]?.name ?? ''))}${steps.flatMap(({ lines }) => lines).join('\n')}\n`;

/** A Map in a Parallel in a Map, with ways through each of them. */
export function threeLevels(): string {
  const pages = map(
    'Each page',
    [
      task('Read page', 'Legible?', ...onError('FnF.ALL', 'Skip page')),
      choice('Legible?', [['$Input.confidence > 0.9', 'Keep page']], 'Scan again'),
      task('Scan again', 'Legible?'),
      task('Keep page', ''),
      state('Skip page', 'Pass', 'End: true'),
    ],
    'Bind pages',
  );
  const look = parallel(
    'Look at it',
    [
      [pages, task('Bind pages', '')],
      [task('Find author', 'Find title'), task('Find title', '')],
    ],
    'File it',
  );
  return text('archive', [
    task('List documents', 'Each document'),
    map(
      'Each document',
      [
        choice('Known?', [['$Input.known', 'Note it']], 'Look at it'),
        look,
        task('File it', ''),
        state('Note it', 'Pass', 'End: true'),
      ],
      'Report',
    ),
    task('Report', 'Done'),
    state('Done', 'Succeed'),
  ]);
}
