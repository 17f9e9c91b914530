import { expect, test } from 'vitest';
import { compileProgram, simulate } from '../../simulator/index.ts';
import { flow } from '../../testing/flow.ts';
import { testOptions } from '../../testing/run.ts';
import { playScript } from '../../testing/script.ts';
import { nodeRuns } from './node-runs.ts';

test('ways that lead to the same state are told apart: Next and Catch, branches and default', () => {
  const definition = flow`
    - Name: Call
      Type: Task
      Action: A:B
      Catch:
      - {Errors: [Other], Next: Which}
      - {Errors: [FnF.ALL], Next: Which}
      Next: Which
    - Name: Which
      Type: Choice
      Branches:
      - {Condition: $Input.n == 1, Next: Done}
      - {Condition: $Input.n == 2, Next: Done}
      Default: Done
    - {Name: Done, Type: Pass, End: true}
  `;
  const exits = (answer: object) => {
    const run = simulate(compileProgram(definition), testOptions, {}, playScript({ answers: { Call: [answer] } }));
    const nodes = nodeRuns(run.events, run.decisions, run.machine, new Map());
    return [...nodes].map(([id, node]) => [id, node.exits]);
  };
  expect(exits({ raw: { n: 2 } })).toEqual([
    ['Call', ['next']],
    ['Which', ['branch:1']],
    ['Done', []],
  ]);
  expect(exits({ error: 'Bad' })).toEqual([
    ['Call', ['catch:1']],
    ['Which', ['default']],
    ['Done', []],
  ]);
});
