import { attemptHours, longWaits } from '../src/testing/long-waits.ts';
import { setAnswers } from './support/answers.ts';
import { expect, test } from './support/fixtures.ts';

test('hours of retries and a week of waiting pass in virtual time alone', async ({ designer, page }) => {
  await designer.open(longWaits);
  await setAnswers(designer, 'charge', [
    { kind: 'error', text: 'FC.ResourceThrottled', times: 5 },
    { kind: 'return', text: '{"receipt": "r-1"}' },
  ]);
  await designer.run();
  await designer.ends('Waiting');
  const attempts = designer.events().getByRole('button', { name: 'TaskScheduled' }).filter({ hasText: 'Charge' });
  const times = await attempts.locator('.event-time').allTextContents();
  expect(times).toEqual(attemptHours.map((hours) => (hours === 0 ? '0ms' : `${hours}h`)));

  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await designer.ends('Failed');
  await expect(designer.status).toContainText('FnF.TaskTimeout');
  await expect(designer.events().getByRole('button', { name: 'ExecutionFailed' })).toContainText(`${31 + 7 * 24}h`);
});
