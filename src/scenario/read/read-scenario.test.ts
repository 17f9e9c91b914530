import { expect, test } from 'vitest';
import { describeProblem, readScenario } from './read-scenario.ts';

const read = (text: string) => {
  const result = readScenario(text);
  if (!result.ok) throw new Error(result.error.map((problem) => describeProblem('s.yaml', problem)).join('\n'));
  return result.value;
};
const problems = (text: string) => {
  const result = readScenario(text);
  return result.ok ? [] : result.error.map((problem) => describeProblem('s.yaml', problem));
};

test('every key of a scenario file is read', () => {
  const scenario = read(`
flow: ./order.fdl.yaml
name: throttled twice, approved after an hour
mode: Express
input: {orderId: o-1, amount: 1200}
seed: 7
startTime: 2026-01-01T00:00:00Z
functions:
- match: {function: charge}
  answers:
  - {error: FC.ResourceThrottled, latency: 40ms, times: 2}
  - {return: {receiptId: r-9}}
callbacks:
- {state: Wait for approval, after: 1h, succeed: {approved: true}}
- {state: Second approval, fail: {error: Rejected, cause: by the manager}}
expect:
  status: Failed
  error: {code: Rejected}
  path: [Charge, Wait for approval]
  virtualDuration: 1h5s80ms
  visits: {Charge: 1, Refund: 0}
  calls: {charge: 3}
`);
  expect(scenario).toEqual({
    flow: './order.fdl.yaml',
    name: 'throttled twice, approved after an hour',
    mode: 'Express',
    input: { orderId: 'o-1', amount: 1200 },
    seed: 7,
    startTime: Date.UTC(2026, 0, 1),
    functions: [
      {
        match: { function: 'charge' },
        answers: [
          { kind: 'error', code: 'FC.ResourceThrottled', detail: undefined, latencyMs: 40, times: 2 },
          { kind: 'return', value: { receiptId: 'r-9' }, latencyMs: 0, times: 1 },
        ],
      },
    ],
    callbacks: [
      { state: 'Wait for approval', afterMs: 3_600_000, outcome: { ok: true, value: { approved: true } } },
      {
        state: 'Second approval',
        afterMs: 0,
        outcome: { ok: false, error: { code: 'Rejected', detail: 'by the manager' } },
      },
    ],
    expect: {
      status: 'Failed',
      error: { code: 'Rejected' },
      path: ['Charge', 'Wait for approval'],
      virtualDurationMs: 3_605_080,
      visits: { Charge: 1, Refund: 0 },
      calls: { charge: 3 },
    },
  });
});

test('a scenario may be JSON, and nearly empty', () => {
  expect(read('{"flow": "a.yaml"}')).toMatchObject({
    flow: 'a.yaml',
    input: {},
    functions: [],
    callbacks: [],
    expect: {},
  });
  expect(read('flow: a.yaml\nfunctions:\ncallbacks:\nexpect:\n')).toMatchObject({
    functions: [],
    callbacks: [],
    expect: {},
  });
});

test.each([
  ['return: 5', { kind: 'return', value: 5 }],
  ['return: ', { kind: 'return', value: null }],
  ['text: plain bytes', { kind: 'text', text: 'plain bytes' }],
  ['text: 12', { kind: 'text', text: '12' }],
  [
    'throw: {errorType: CardDeclined, errorMessage: no funds}',
    { kind: 'throw', errorType: 'CardDeclined', errorMessage: 'no funds' },
  ],
  ['throw: {}', { kind: 'throw', errorType: undefined, errorMessage: undefined }],
  ['timeout: true', { kind: 'timeout' }],
  ['returnExpr: \'format("{}", $Input.n)\'', { kind: 'return-expr', expression: 'format("{}", $Input.n)' }],
  ['error: ResourceThrottled', { kind: 'error', code: 'ResourceThrottled', detail: undefined }],
  ['error: {code: FC.AccessDenied, detail: no}', { kind: 'error', code: 'FC.AccessDenied', detail: 'no' }],
])('answer %s', (answer, expected) => {
  const [card] = read(`functions: [{match: {}, answers: [{${answer}}]}]`).functions;
  expect(card?.answers[0]).toEqual({ ...expected, latencyMs: 0, times: 1 });
});

test('names are read as they are written, whatever YAML makes of them', () => {
  const scenario = read(`
callbacks: [{state: 007, succeed: {}}]
expect: {path: [1.0, yes, 'null', 审批], visits: {__proto__: 1, 2: 2}}
`);
  expect(scenario.callbacks[0]?.state).toBe('007');
  expect(scenario.expect.path).toEqual(['1.0', 'yes', 'null', '审批']);
  expect(Object.entries(scenario.expect.visits ?? {})).toEqual([
    ['2', 2],
    ['__proto__', 1],
  ]);
});

test('anchors, aliases and merge keys in data are understood', () => {
  const scenario = read('input: {a: &a {x: 1}, b: *a, c: {<<: *a, y: 2}}');
  expect(scenario.input).toEqual({ a: { x: 1 }, b: { x: 1 }, c: { x: 1, y: 2 } });
});

// Wrong keys and values: file, line and column, key, and what is allowed (ruling R43).
test.each([
  ['nmae: x', 's.yaml:1:1 nmae: Unknown key `nmae` (did you mean `name`?). Allowed here: `flow`, `name`,'],
  ['flow: a\nexpect:\n  statsu: Failed', 's.yaml:3:3 expect.statsu: Unknown key `statsu` (did you mean `status`?).'],
  ['expect: {status: Done}', 's.yaml:1:18 expect.status: Expected one of `Succeeded`, `Failed`'],
  ['mode: standard', 'mode: Expected one of `Standard`, `Express`, found `standard`.'],
  ['seed: 1.5', 'seed: Expected a whole number, found `1.5`.'],
  ['startTime: yesterday', 'startTime: Expected an RFC 3339 instant'],
  ['functions: {a: 1}', 'functions: Expected a list, found a map.'],
  ['functions: [{answers: [{return: 1}]}]', 'functions[0].match: `match` is missing'],
  ['functions: [{match: {fn: a}, answers: [{return: 1}]}]', 'functions[0].match.fn: Unknown key `fn`'],
  [
    'functions: [{match: {}, answers: []}]',
    'functions[0].answers: Expected a list with at least one entry, found an empty list.',
  ],
  ['functions: [{match: {}, answers: [{times: 2, latency: 1s}]}]', 'Exactly one of'],
  ['functions: [{match: {}, answers: [{}]}]', 'functions[0].answers[0]: Exactly one of `return`, `text`, `throw`'],
  ['functions: [{match: {}, answers: [{return: 1, text: a}]}]', 'Exactly one of'],
  [
    'functions: [{match: {}, answers: [{return: 1, latency: 40}]}]',
    'answers[0].latency: Expected a duration such as `40ms`',
  ],
  [
    'functions: [{match: {}, answers: [{return: 1, times: 0}]}]',
    'times: Expected a whole number of 1 or more, found `0`.',
  ],
  [
    'functions: [{match: {}, answers: [{return: 1}], asyncRetries: 9}]',
    'functions[0].asyncRetries: Expected a whole number from 0 to 8, found `9`.',
  ],
  ['functions: [{match: {}, answers: [{timeout: false}]}]', 'timeout: Expected `true`'],
  [
    'functions: [{match: {}, answers: [{throw: Oops}]}]',
    'throw: Expected a map with keys out of `errorType`, `errorMessage`',
  ],
  ['functions: [{match: {}, answers: [{return: .inf}]}]', 'return: Expected a JSON value'],
  ["functions: [{match: {}, answers: [{returnExpr: '1 +'}]}]", 'answers[0].returnExpr: This is no FDL expression: '],
  ['callbacks: [{succeed: {}}]', 'callbacks[0].state: `state` is missing'],
  ['callbacks: [{state: a}]', 'callbacks[0]: Exactly one of `succeed`, `fail`'],
  ['callbacks: [{state: a, succeed: 5}]', 'callbacks[0].succeed: Expected a JSON object, found `5`.'],
  ['callbacks: [{state: a, fail: {cause: x}}]', 'callbacks[0].fail.error: `error` is missing'],
  ['callbacks: [{state: a, fail: {error: ""}}]', 'fail.error: Expected an error name of 1 to 128 characters'],
  ['expect: {visits: {A: -1}}', 'expect.visits.A: Expected a whole number of 0 or more'],
  ['expect: {error: Rejected}', 'expect.error: Expected a map with keys out of `code`, `detail`'],
  ['- flow: a', 's.yaml:1:1 Expected a map with keys out of `flow`'],
  ['', 'The file is empty.'],
  ['name: a\nname: b', 's.yaml:2:1 This is not readable YAML'],
  ['name: "a', 'This is not readable YAML'],
])('%j is refused', (text, problem) => {
  expect(problems(text).join('\n')).toContain(problem);
});

test('all problems of a file are told at once', () => {
  expect(problems('nmae: x\nseed: a\nexpect: {statsu: 1}')).toHaveLength(3);
});

test('hostile files end in a message', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefgh'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
  ];
  expect(problems(`input:\n  ${bomb.join('\n  ')}`)[0]).toContain('Aliases expand to too much data');
  expect(problems(`input: ${'['.repeat(20_000)}`)).not.toEqual([]);
  expect(problems('input: &a [*a]')).not.toEqual([]);
});

test('a misspelt outcome is told once, as the unknown key it is', () => {
  const problems = (answer: string): readonly string[] => {
    const result = readScenario(`functions: [{match: {state: A}, answers: [${answer}]}]`);
    return result.ok ? [] : result.error.map(({ key }) => key);
  };
  expect(problems('{retrun: 1}')).toEqual(['functions[0].answers[0].retrun']);
  expect(problems('{retrun: 1, latency: 1s}')).toEqual(['functions[0].answers[0].retrun']);
});
