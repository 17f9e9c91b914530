import { expect, test } from 'vitest';
import { flow } from '../testing/flow.ts';
import { compileProgram } from './compile.ts';
import { eventsOf, feed, machineAt, openSession, type Session } from './session.ts';
import { stillHolds } from './still-holds.ts';

const options = { executionName: 'run-1', mode: 'Standard', seed: 1, startTime: 0 } as const;
const written = flow`
  - { Name: A, Type: Pass, OutputConstructor: { a: 1 }, Next: B }
  - { Name: B, Type: Pass, Next: C }
  - { Name: C, Type: Pass, End: true }
`;

/** Before the last state. */
function standingBeforeC(): Session {
  let { session } = feed(openSession(compileProgram(written), options), { type: 'start', input: {} });
  for (let i = 0; i < 2; i += 1) session = feed(session, { type: 'step' }).session;
  return session;
}

test('a change to what lies ahead leaves the run as it is; it goes on under the new text', () => {
  const changed = flow`
    - { Name: A, Type: Pass, OutputConstructor: { a: 1 }, Next: B }
    - { Name: B, Type: Pass, Next: C }
    - { Name: C, Type: Pass, OutputConstructor: { c: 3 }, End: true }
  `;
  const session = standingBeforeC();
  const standing = stillHolds(session, compileProgram(changed));
  expect(standing.holds).toBe(true);
  if (!standing.holds) return;
  expect(eventsOf(standing.session)).toEqual(eventsOf(session));
  expect(machineAt(feed(standing.session, { type: 'step' }).session).output).toEqual({ c: 3 });
});

test('a change to what lies behind names the first event that comes out differently', () => {
  const changed = flow`
    - { Name: A, Type: Pass, OutputConstructor: { a: 2 }, Next: B }
    - { Name: B, Type: Pass, Next: C }
    - { Name: C, Type: Pass, End: true }
  `;
  const standing = stillHolds(standingBeforeC(), compileProgram(changed));
  expect(standing).toMatchObject({
    holds: false,
    event: 4,
    was: { type: 'StepSucceeded', detail: { output: { a: 1 } } },
    becomes: { type: 'StepSucceeded', detail: { output: { a: 2 } } },
  });
});

test('a state that was removed or renamed no longer fits', () => {
  const renamed = flow`
    - { Name: A, Type: Pass, OutputConstructor: { a: 1 }, Next: Other }
    - { Name: Other, Type: Pass, End: true }
  `;
  expect(stillHolds(standingBeforeC(), compileProgram(renamed))).toMatchObject({
    holds: false,
    was: { stepName: 'B' },
    becomes: { stepName: 'Other' },
  });
});
