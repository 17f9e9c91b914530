import { expect, test } from 'vitest';
import { readSource } from '../../fdl/index.ts';
import { dedent } from '../../testing/dedent.ts';
import { calledBy, cardFor } from './called.ts';

const { flow } = readSource(dedent`
  Type: StateMachine
  StartAt: A
  States:
  - Name: A
    Type: Task
    Action: FC:InvokeFunction
    Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:services/s/functions/f', invocationType: Sync}
    Next: B
  - Name: B
    Type: Task
    Action: FC:InvokeFunction
    Parameters: {resourceArn: 'acs:fc:cn-hangzhou:1:services/s/functions/f', invocationType: Sync}
    Next: C
  - Name: C
    Type: Task
    Action: FC:InvokeFunction
    Parameters: {resourceArn.$: $Input.arn, invocationType: Sync}
    Next: D
  - Name: D
    Type: Task
    Action: HTTP:Request
    Parameters: {url: 'https://example.com', method: GET}
    End: true
`);

test('every function and service gets one card; a computed target gets the card of its state', () => {
  expect(calledBy(flow).map(({ key, match, states }) => ({ key, match, states }))).toEqual([
    { key: 's/f', match: { function: 'f', service: 's' }, states: ['A', 'B'] },
    { key: 'C', match: { state: 'C' }, states: ['C'] },
    { key: 'HTTP:Request', match: { action: 'HTTP:Request' }, states: ['D'] },
  ]);
});

test('the card shown is the one that answers in a run: the first that matches', () => {
  const cards = [
    { match: { state: 'B' }, answers: [] },
    { match: { function: 'f' }, answers: [] },
  ];
  expect(calledBy(flow).map((called) => cardFor(called, cards))).toEqual([0, -1, -1]);
});
