/**
 * Flows to look at: a process of forty states as somebody would write it, a nest of three levels, and a thousand
 * states of every kind. The same text every time, so that pictures can be compared by eye.
 */
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

/** An order from cart to door: branches, errors that are caught, a loop that asks again, work side by side. */
export function fortyStates(): string {
  return text('order-to-door', [
    task('Read order', 'Check order', ...onError('FnF.TaskTimeout, FC.ResourceThrottled', 'Apologise')),
    choice(
      'Check order',
      [
        ['$Input.items == null || length($Input.items) == 0', 'Reject order'],
        ['$Input.amount > 10000', 'Ask manager'],
        ['$Input.country != "CN"', 'Customs papers'],
      ],
      'Reserve stock',
    ),
    task('Ask manager', 'Manager agreed?', 'TaskMode: WaitForCustomCallback', ...onError('FnF.TaskTimeout', 'Remind')),
    state('Remind', 'Wait', 'Seconds: 3600', to('Ask manager')),
    choice('Manager agreed?', [['$Input.approved', 'Reserve stock']], 'Reject order'),
    task('Customs papers', 'Papers complete?'),
    choice(
      'Papers complete?',
      [
        ['$Input.complete', 'Reserve stock'],
        ['$Input.tries > 5', 'Reject order'],
      ],
      'Wait for papers',
    ),
    state('Wait for papers', 'Wait', 'Seconds: 86400', to('Customs papers')),
    task('Reserve stock', 'In stock?', ...onError('FnF.ALL', 'Apologise')),
    choice('In stock?', [['$Input.missing > 0', 'Order supplies']], 'Prepare'),
    task('Order supplies', 'Supplies there?'),
    choice('Supplies there?', [['$Input.there', 'Reserve stock']], 'Wait for supplies'),
    state('Wait for supplies', 'Wait', 'Seconds: 7200', to('Supplies there?')),
    parallel(
      'Prepare',
      [
        [
          task('Charge card', 'Write invoice', ...onError('CardDeclined', 'No money')),
          task('Write invoice', ''),
          state('No money', 'Fail', 'Code: CardDeclined', 'Detail: no funds'),
        ],
        [
          task('Pack', 'Fragile?'),
          choice('Fragile?', [['$Input.fragile', 'Bubble wrap']], 'Label'),
          task('Bubble wrap', 'Label'),
          task('Label', ''),
        ],
        [state('Pick carrier', 'Pass', to('Book carrier')), task('Book carrier', '')],
      ],
      'Hand over',
    ),
    task('Hand over', 'Follow parcel', ...onError('CarrierLate', 'Book again'), '# the second'),
    task('Book again', 'Hand over'),
    map(
      'Follow parcel',
      [
        task('Ask carrier', 'Arrived?'),
        choice('Arrived?', [['$Input.arrived', 'Tell customer']], 'Wait a day'),
        state('Wait a day', 'Wait', 'Seconds: 86400', to('Ask carrier')),
        task('Tell customer', ''),
      ],
      'All well?',
    ),
    choice('All well?', [['$Input.complaint', 'Handle complaint']], 'Archive'),
    task('Handle complaint', 'Refund?'),
    choice('Refund?', [['$Input.refund', 'Refund']], 'Archive'),
    task('Refund', 'Archive'),
    task('Archive', 'Done'),
    task('Apologise', 'Given up'),
    task('Reject order', 'Given up'),
    state('Given up', 'Fail', 'Code: GivenUp', 'Detail: see the log'),
    state('Done', 'Succeed'),
  ]);
}

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

/** A long process in sections of ten: plain runs, forks that join, loops, errors, work side by side and over lists. */
export function thousandStates(count = 1000): string {
  const sections = Math.ceil(count / 10);
  return text(
    'thousand',
    Array.from({ length: sections }, (_, i) => section(i, i + 1 < sections))
      .flat()
      .concat([state('Failed', 'Fail', 'Code: Failed', 'Detail: any')]),
  );
}

function section(i: number, more: boolean): readonly Step[] {
  const name = (what: string): string => `${what} ${i + 1}`;
  const next = more ? `Begin ${i + 2}` : '';
  const begin = task(name('Begin'), name('Sort'), ...(i % 4 === 0 ? onError('FnF.ALL', 'Failed') : []));
  const sort = choice(
    name('Sort'),
    [
      [`$Input.kind == ${i}`, name('Left')],
      ['$Input.again', name('Wait')],
    ],
    name('Work'),
  );
  const sides = [task(name('Left'), name('Join')), state(name('Wait'), 'Wait', 'Seconds: 60', to(name('Sort')))];
  const join = state(name('Join'), 'Pass', to(next));
  const inner = [
    task(name('One'), name('Two')),
    task(name('Two'), name('Three')),
    state(name('Three'), 'Pass', 'End: true'),
  ];
  if (i % 5 === 1)
    return [
      begin,
      sort,
      ...sides,
      parallel(name('Work'), [inner.slice(0, 2).concat(inner.slice(2)), [task(name('Beside'), '')]], name('Join')),
      join,
    ];
  if (i % 5 === 3) return [begin, sort, ...sides, map(name('Work'), [...inner], name('Join')), join];
  return [
    begin,
    sort,
    ...sides,
    task(name('Work'), name('Check')),
    task(name('Check'), name('Store')),
    task(name('Store'), name('Tell')),
    task(name('Tell'), name('Log')),
    state(name('Log'), 'Pass', to(name('Join'))),
    join,
  ];
}
