import { expect, test } from 'vitest';
import { flowFrom } from '../testing/flow.ts';
import { testOptions } from '../testing/run.ts';
import { compileProgram, eventsOf, feed, type Input, machineAt, moveTo, openSession, replayUnder } from './index.ts';

const text = `
- {Name: A, Type: Pass, OutputConstructor: {n: 1}, Next: B}
- {Name: B, Type: Pass, OutputConstructor: {n: 2}, Next: C}
- {Name: C, Type: Pass, End: true}
`;
const under = (changed: string) => compileProgram(flowFrom(changed));
const inputs: readonly Input[] = [{ type: 'start', input: {} }, { type: 'step' }, { type: 'step' }];
const session = inputs.reduce((at, input) => feed(at, input).session, openSession(under(text), testOptions));

test('an edit of what comes later leaves the run so far standing, and it goes on under the new flow', () => {
  const { session: same, differsAt } = replayUnder(
    session,
    under(text.replace('Name: C, Type: Pass', 'Name: C, Type: Succeed')),
  );
  expect(differsAt).toBeUndefined();
  expect(eventsOf(same)).toEqual(eventsOf(session));
  expect(machineAt(feed(same, { type: 'step' }).session).status).toBe('Succeeded');
});

test('an edit of what has happened is found at the first event it changes', () => {
  const { session: until, differsAt } = replayUnder(session, under(text.replace('n: 2', 'n: 3')));
  expect(eventsOf(session)[differsAt! - 1]).toMatchObject({ type: 'StepSucceeded', stepName: 'B' });
  expect(until.length).toBe(2);
});

test('only the run up to the cursor counts', () => {
  expect(replayUnder(moveTo(session, 2), under(text.replace('n: 2', 'n: 3'))).differsAt).toBeUndefined();
});

test('a target that is gone is a difference where the state before it is left', () => {
  const { differsAt } = replayUnder(session, under(text.replace('Name: B, Type: Pass', 'Name: X, Type: Pass')));
  expect(eventsOf(session)[differsAt! - 1]).toMatchObject({ type: 'StepSucceeded', stepName: 'A' });
});
