// A flow of about a thousand states as a data team might have it: stages one after the other, each with a Choice, tasks
// that retry and catch, and in turns a loop that polls, a Parallel or a Map.
const stages = ['Ingest', 'Clean', 'Join', 'Score', 'Store', 'Report', 'Audit', 'Archive'];
const onError = (next) => [
  '  Catch:',
  '  - Description: whatever went wrong',
  '    Errors: [FnF.ALL]',
  '    OutputConstructor: {order.$: $Input.order}',
  `    Next: ${next}`,
];
const retry = [
  '  Retry:',
  '  - Description: it is busy',
  '    Errors: [FC.ResourceThrottled]',
  '    MaxAttempts: 3',
  '    IntervalSeconds: 2',
];

const task = (name, next, more = []) => [
  `- Name: ${name}`,
  '  Type: Task',
  '  Action: FC:InvokeFunction',
  '  Parameters: {resourceArn: acs:fc:cn-hangzhou:1234567890:functions/worker/LATEST, invocationType: Sync}',
  ...more,
  '  OutputConstructor: {order.$: $Input.order}',
  next === undefined ? '  End: true' : `  Next: ${next}`,
];
const choice = (name, branches, other) => [
  `- Name: ${name}`,
  '  Type: Choice',
  '  Branches:',
  ...branches.map(([condition, next]) => `  - {Condition: ${condition}, Next: ${next}}`),
  `  Default: ${other}`,
];
const deeper = (lines, by) => lines.map((line) => ' '.repeat(by) + line);
const chain = (mark, count) =>
  Array.from({ length: count }, (_, i) => task(`${mark} ${i}`, i + 1 < count ? `${mark} ${i + 1}` : undefined)).flat();
const branch = (mark) => [`  - StartAt: ${mark} 0`, '    States:', ...deeper(chain(mark, 3), 4)];

/** What the stage does at its heart, and whether more than one state. */
function heart(stage, kind) {
  const [name, close] = [`${stage} all`, `${stage} close`];
  const rest = [...onError(`${stage} failed`), '  OutputConstructor: {order: {}}', `  Next: ${close}`];
  if (kind === 'poll') {
    const wait = [`- Name: ${stage} wait`, '  Type: Wait', '  Seconds: 30', `  Next: ${stage} run 6`];
    return [...choice(name, [['$Input.order.ready == false', `${stage} wait`]], close), ...wait];
  }
  if (kind === 'Parallel') {
    const branches = [`${stage} left`, `${stage} right`, `${stage} last`].flatMap(branch);
    return [`- Name: ${name}`, '  Type: Parallel', '  Branches:', ...branches, ...rest];
  }
  const inside = [`    StartAt: ${stage} item 0`, '    States:', ...deeper(chain(`${stage} item`, 6), 4)];
  return [`- Name: ${name}`, '  Type: Map', '  ItemsPath: toArray(1, 2)', '  Processor:', ...inside, ...rest];
}

function stageOf(i, next) {
  const stage = `${stages[i % stages.length]} ${String(i).padStart(2, '0')}`;
  const ways = [
    [`$Input.order.n > ${i}`, `${stage} fix`],
    ['$Input.order.skip == true', next],
  ];
  const run = (k) => {
    const more = [...(k % 2 === 0 ? retry : []), ...(k % 3 === 0 ? onError(`${stage} failed`) : [])];
    return task(`${stage} run ${k}`, k < 6 ? `${stage} run ${k + 1}` : `${stage} all`, more);
  };
  return [
    ...task(`${stage} begin`, `${stage} check`, [...retry, ...onError(`${stage} failed`)]),
    ...choice(`${stage} check`, ways, `${stage} run 1`),
    ...task(`${stage} fix`, `${stage} run 1`),
    ...[1, 2, 3, 4, 5, 6].flatMap(run),
    ...heart(stage, ['poll', 'Parallel', 'Map'][i % 3]),
    `- {Name: ${stage} close, Type: Pass, Next: ${next}}`,
    `- {Name: ${stage} failed, Type: Pass, Next: Give up}`,
  ];
}

/** So many stages have 1,006 states. */
export function thousandStates(count = 58) {
  const begin = (i) => (i < count ? `${stages[i % stages.length]} ${String(i).padStart(2, '0')} begin` : 'Done');
  return [
    'Type: StateMachine',
    'Name: a_thousand_steps',
    'SpecVersion: v1',
    `StartAt: ${begin(0)}`,
    'States:',
    ...Array.from({ length: count }, (_, i) => stageOf(i, begin(i + 1))).flat(),
    '- {Name: Done, Type: Succeed}',
    '- {Name: Give up, Type: Fail, Code: GaveUp, Detail: one stage failed}',
    '',
  ].join('\n');
}
