import { expect, test } from 'vitest';
import type { RunReport } from '../../simulator/index.ts';
import { fdlJson } from '../../testing/command.ts';
import { attemptHours, longWaits, longWaitsScenario } from '../../testing/long-waits.ts';

const hour = 3_600_000;
const report = 'callbacks: [{state: Ask, after: 167h, succeed: {approved: true}}]\n';
const run = (scenario: string) =>
  fdlJson<RunReport>(['run', 'flow.yaml', '--scenario', 'world.scenario.yaml'], {
    files: { 'flow.yaml': longWaits, 'world.scenario.yaml': scenario },
  });

test('each attempt goes out when its pause is over: 1, 2, 4, 8 and 16 hours of virtual time', async () => {
  const { json } = await run(longWaitsScenario);
  const start = Date.parse(json.events[0]?.Time ?? '');
  const attempts = json.events.filter(({ Type, StepName }) => Type === 'TaskScheduled' && StepName === 'Charge');
  expect(attempts.map(({ Time }) => (Date.parse(Time) - start) / hour)).toEqual(attemptHours);
});

test('nobody reports: the token times out after its week; a report an hour before that is in time', async () => {
  const silent = await run(longWaitsScenario);
  expect(silent.json).toMatchObject({
    status: 'Failed',
    virtualMs: (31 + 168) * hour,
    error: { code: 'FnF.TaskTimeout' },
  });
  const reported = await run(longWaitsScenario + report);
  expect(reported.json).toMatchObject({
    status: 'Succeeded',
    virtualMs: (31 + 167) * hour,
    output: { approved: true },
  });
});
